/**
 * The thread that talks to the search indexer, so that neither waits for the other: between two pages that are
 * rendered, the indexer would run out of work. Started by write-search-index.ts only.
 */
import { setTimeout } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { close, createIndex, type NewFileResponse, type PagefindIndex } from 'pagefind';

export interface PageToIndex {
  readonly id: string;
  readonly url: string;
  /** The page as Pagefind reads it. */
  readonly content: string;
}

export interface IndexRequest {
  /** The same in the same order give the same files. */
  readonly pages: PageToIndex[];
  /** Made by the indexer. */
  readonly folder: string;
}

export type IndexAnswer = { readonly words: number } | { readonly fault: string };

/** Pages on their way to the indexer at once: enough to keep it busy, few enough to keep memory low. */
const window = 32;

/** Milliseconds in which the indexer, told to end, has ended. */
const timeToEnd = 50;

/** Beyond it several documents share a file of texts: thousands of small files cost seconds and most of the disk space. */
const maxFragments = 1000;

const failure = (what: string, errors: readonly string[]): Error =>
  new Error(`The search indexer could not ${what}: ${errors.join('; ')}`);

async function addPage(index: PagefindIndex, { id, url, content }: PageToIndex): Promise<NewFileResponse> {
  const response = await index.addHTMLFile({ url, content });
  if (response.errors.length > 0) throw failure(`take ${id}`, response.errors);
  return response;
}

// Started at once: it is ready when the pages are.
const started = createIndex({ maxFragments });

async function makeIndex({ pages, folder }: IndexRequest): Promise<number> {
  const { index, errors } = await started;
  if (index === undefined) throw failure('start', errors);
  let words = 0;
  while (pages.length > 0) {
    // What is indexed is let go. All are waited for: the indexer takes them in the order they were sent.
    const added = await Promise.all(pages.splice(0, window).map((page) => addPage(index, page)));
    for (const { file } of added) words += file.uniqueWords;
  }
  const written = await index.writeFiles({ outputPath: folder });
  if (written.errors.length > 0) throw failure('write its files', written.errors);
  return words;
}

parentPort?.once('message', (request: IndexRequest) => {
  const answer = (said: IndexAnswer): void => {
    parentPort?.postMessage(said);
  };
  void makeIndex(request)
    .then(
      (words) => {
        answer({ words });
      },
      (cause: unknown) => {
        answer({ fault: cause instanceof Error ? cause.message : String(cause) });
      },
    )
    .finally(async () => {
      await close();
      // A process whose end nobody sees stays behind, and its time is counted nowhere.
      await setTimeout(timeToEnd);
    });
});
