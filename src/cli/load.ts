/** Loading with progress, and the findings as a report: the first half of most commands. */
import { loadManual, type LoadedManual } from '../adapters/load-manual.ts';
import type { Report } from '../core/report/report.ts';
import type { ContentOptions } from './options.ts';
import type { Session } from './session.ts';

/** Reads, parses and analyses, telling the terminal how far it is. */
export async function load(options: ContentOptions, session: Session): Promise<LoadedManual> {
  session.progress('Reading …');
  const manual = await loadManual({
    ...options,
    onProgress: (done) => {
      session.progress(`Parsing … ${done} documents`);
    },
  });
  session.progress('');
  return manual;
}

/** What `check` says about a loaded manual. */
export const reportOf = (loaded: LoadedManual): Report => ({
  findings: loaded.findings,
  counts: loaded.counts,
  documents: loaded.files.documents.length + loaded.files.unread.length,
  clauses: loaded.manual.standard?.clauses.length ?? 0,
});
