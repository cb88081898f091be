/** The search index, made from the core's text while the pages are being rendered. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { DocumentFacts } from '../../core/model/facts.ts';
import { createUrls } from '../../view/urls.ts';
import type { Site } from '../../view/site.ts';
import { CannotRun } from '../fs/system-error.ts';
import type { IndexAnswer, IndexRequest, PageToIndex } from './index-worker.ts';
import { searchablePage } from './searchable-page.ts';
import { runTypeScript } from '../run-typescript.ts';

const script = new URL('./index-worker.ts', import.meta.url);

export interface SearchIndexSummary {
  readonly documents: number;
  readonly words: number;
}

export interface SearchIndexer {
  /**
   * Writes Pagefind's files to `folder`, once. Documents in force only; in a draft build, drafts as well.
   * The same manual gives the same files. Throws `CannotRun` where the indexer cannot do it.
   */
  readonly write: (site: Site, folder: string) => Promise<SearchIndexSummary>;
  /** Ends it, whatever it is doing. */
  readonly stop: () => Promise<void>;
}

/** Starts the indexer, which gets ready in the background. */
export function startSearchIndexer(): SearchIndexer {
  const worker = new Worker(script, { execArgv: runTypeScript });
  const ended = once(worker, 'exit');
  // Without an answer it ends when the program that indexes has died.
  const answered = Promise.race([once(worker, 'message'), ended.then(() => undefined)]);
  // Asked for later; until then an indexer that cannot start must not end this process.
  for (const promise of [ended, answered]) promise.catch(() => {});
  let isAsked = false;
  /** A function of its own, so that nothing here holds the pages while they are being indexed. */
  const ask = (pages: PageToIndex[], folder: string): number => {
    worker.postMessage({ pages, folder } satisfies IndexRequest);
    isAsked = true;
    return pages.length;
  };
  return {
    write: async (site, folder) => {
      const documents = ask(pagesToIndex(site), folder);
      const [answer] = ((await answered) ?? [{ fault: noAnswer }]) as [IndexAnswer];
      if ('fault' in answer) throw new CannotRun(answer.fault);
      return { documents, words: answer.words };
    },
    stop: async () => {
      // With nothing more to do it ends by itself.
      if (isAsked) await ended.catch(() => {});
      else await worker.terminate();
    },
  };
}

const noAnswer =
  'The search indexer ended without an answer, often because the disk or the memory is full. Nothing was published.';

function pagesToIndex(site: Site): PageToIndex[] {
  const { manual, facts } = site.analysis;
  const urls = createUrls(site.build.base, manual.settings.edition, manual.contentFolder);
  return facts.documents
    .filter((document) => isSearchable(document, site))
    .map((document) => {
      const { id } = document.document;
      return { id, url: urls.document(id), content: searchablePage(document, manual, urls) };
    });
}

/** Starts the indexer for one index. */
export async function writeSearchIndex(site: Site, folder: string): Promise<SearchIndexSummary> {
  const indexer = startSearchIndexer();
  try {
    return await indexer.write(site, folder);
  } finally {
    await indexer.stop();
  }
}

function isSearchable({ lifecycle }: DocumentFacts, { build }: Site): boolean {
  const { state } = lifecycle;
  return (
    state === 'effective' ||
    (build.drafts && (state === 'draft' || state === 'in-review' || state === 'approved'))
  );
}
