/** The search index, made from the core's text while the pages are being rendered. */
import { close, createIndex, type NewFileResponse, type PagefindIndex } from 'pagefind';
import type { DocumentFacts } from '../../core/model/facts.ts';
import { createUrls } from '../../view/urls.ts';
import type { Site } from '../../view/site.ts';
import { CannotRun } from '../fs/system-error.ts';
import { searchablePage } from './searchable-page.ts';

/** Pages on their way to the indexer at once: enough to keep it busy while this process renders, few enough to keep memory low. */
const window = 256;

/** Beyond it several documents share a file of texts: thousands of small files cost seconds and most of the disk space. */
const maxFragments = 1000;

export interface SearchIndexSummary {
  readonly documents: number;
  readonly words: number;
}

/**
 * Writes Pagefind's files to `folder`. Documents in force only; in a draft build, drafts as well.
 * The same manual gives the same files.
 */
export async function writeSearchIndex(site: Site, folder: string): Promise<SearchIndexSummary> {
  const { manual, facts } = site.analysis;
  const urls = createUrls(site.build.base, manual.settings.edition, manual.contentFolder);
  const documents = facts.documents.filter((document) => isSearchable(document, site));
  try {
    const { index, errors } = await createIndex({ maxFragments });
    if (index === undefined) throw failure('start', errors);
    let words = 0;
    for (let at = 0; at < documents.length; at += window) {
      // All are waited for before the next ones: the indexer takes them in the order they were sent.
      const added = await Promise.all(
        documents
          .slice(at, at + window)
          .map((document) =>
            addPage(
              index,
              document,
              urls.document(document.document.id),
              searchablePage(document, manual, urls),
            ),
          ),
      );
      for (const { file } of added) words += file.uniqueWords;
    }
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw failure('write its files', written.errors);
    return { documents: documents.length, words };
  } finally {
    await close();
  }
}

function isSearchable({ lifecycle }: DocumentFacts, { build }: Site): boolean {
  const { state } = lifecycle;
  return (
    state === 'effective' ||
    (build.drafts && (state === 'draft' || state === 'in-review' || state === 'approved'))
  );
}

async function addPage(
  index: PagefindIndex,
  { document }: DocumentFacts,
  url: string,
  content: string,
): Promise<NewFileResponse> {
  const response = await index.addHTMLFile({ url, content });
  if (response.errors.length > 0) throw failure(`take ${document.id}`, response.errors);
  return response;
}

const failure = (what: string, errors: readonly string[]): CannotRun =>
  new CannotRun(`The search indexer could not ${what}: ${errors.join('; ')}`);
