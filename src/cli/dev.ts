/** `eoms dev`: the manual as it is being written, drafts included, with its findings in terminal and page. */
import process from 'node:process';
import { performance } from 'node:perf_hooks';
import { Option, type Command } from 'commander';
import { startReadingChanges } from '../adapters/git/read-changes.ts';
import { readCommit } from '../adapters/git/read-commit.ts';
import { systemReason } from '../adapters/fs/system-error.ts';
import { watchFolder } from '../adapters/fs/watch-folder.ts';
import { loadManual, type LoadedManual } from '../adapters/load-manual.ts';
import { compareReports } from '../core/report/compare-reports.ts';
import { count } from '../core/report/count.ts';
import { formatFinding, formatSummary, formatText } from '../core/report/format-text.ts';
import type { Report } from '../core/report/report.ts';
import type { SourceHistory } from '../core/model/source-history.ts';
import { historyOf, siteOf } from './build.ts';
import { cacheFolder } from './own-folder.ts';
import { load, reportOf } from './load.ts';
import {
  baseOption,
  contentOption,
  examples,
  hostOption,
  todayOption,
  wholeNumber,
  type SiteOptions,
} from './options.ts';
import { untilStopped } from './preview.ts';
import type { Session } from './session.ts';

interface DevOptions extends SiteOptions {
  readonly port: number;
  readonly host: string;
}

export function registerDev(program: Command, session: Session): void {
  program
    .command('dev')
    .summary('show the manual while it is being written')
    .description(
      'Serves the manual with its drafts and follows every save: findings appear here and on the page.',
    )
    .addOption(contentOption())
    .addOption(todayOption())
    .addOption(
      new Option('--port <number>', 'the port to listen on').default(4321).argParser(wholeNumber(0, 65_535)),
    )
    .addOption(hostOption())
    .addOption(baseOption())
    .addHelpText('after', examples('eoms dev', 'eoms dev --content manual --port 8080'))
    .action((options: DevOptions) => dev(options, session));
}

async function dev(options: DevOptions, session: Session): Promise<void> {
  const withDrafts = { ...options, drafts: true };
  const beginning = await load(options, session);
  // Asking Git at every save would be most of the time it takes.
  const git = {
    commit: readCommit(beginning.files.folder),
    history: await historyOf(beginning, startReadingChanges(beginning.files.folder)),
  };
  let loaded = beginning;
  let report = reportOf(loaded);
  const first = siteOf(loaded, withDrafts, git);
  await session.print(formatText(report, session));
  session.progress('Starting …');
  // Whatever the shell says: Vite leaves the pages' connection out where this is `production`.
  process.env['NODE_ENV'] = 'development';
  const { startDevServer } = await import('../adapters/dev/dev-server.ts');
  const server = await startDevServer({
    site: first,
    report: { ...report, findings: first.analysis.findings },
    contentDir: loaded.files.folder,
    publicDir: loaded.publicFiles.folder,
    cacheDir: cacheFolder(loaded.files.folder, 'dev'),
    host: options.host,
    port: options.port,
  });
  await session.print(`\nThe manual is served at ${server.address}\n`);
  session.tell('Watching for changes. Press Ctrl+C to stop.');

  const update = async (): Promise<void> => {
    const started = performance.now();
    const next = await loadManual({ ...options, earlier: loaded.parsed });
    if (isSame(loaded, next)) return;
    const nextReport = reportOf(next);
    const site = siteOf(next, withDrafts, { ...git, history: withEdits(git.history, beginning, next) });
    server.show(site, { ...nextReport, findings: site.analysis.findings });
    await session.print(describeChange(report, nextReport, performance.now() - started, session));
    [loaded, report] = [next, nextReport];
  };
  const stopWatching = watchFolder(loaded.files.folder, oneAtATime(update, session), {
    quiet: 50,
    onFallback: (reason) => {
      session.tell(`eoms: cannot watch the folder (${reason}); looking every second instead.`);
    },
  });
  await untilStopped();
  stopWatching();
  await server.stop();
}

/** A change during an update leads to one more update. What fails is told, and the work goes on. */
function oneAtATime(update: () => Promise<void>, session: Session): () => void {
  let wanted = 0;
  let done = 0;
  let running = false;
  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    while (done < wanted) {
      done = wanted;
      try {
        await update();
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        session.tell(`eoms: ${systemReason(error) ?? message}`);
      }
    }
    running = false;
  };
  return () => {
    wanted += 1;
    void run();
  };
}

/** The history as it was at the beginning, with the files marked that were edited since. */
function withEdits(
  history: SourceHistory | undefined,
  before: LoadedManual,
  after: LoadedManual,
): SourceHistory | undefined {
  if (history === undefined) return undefined;
  const digests = new Map(before.files.documents.map(({ path, digest }) => [path, digest]));
  const files = new Map(history.files);
  for (const { path, digest } of after.files.documents)
    if (digests.get(path) !== digest)
      files.set(path, { ...(files.get(path) ?? { roles: [], others: 0 }), uncommitted: true });
  return { ...history, files };
}

/** Editors touch files without changing them, and folders change without a file in them. */
function isSame(before: LoadedManual, after: LoadedManual): boolean {
  const digests = ({ files, facts, manual }: LoadedManual): string =>
    [
      facts.today,
      ...files.assets,
      ...[...manual.formFiles.values()].map(({ path, digest }) => `${path} ${digest ?? ''}`),
      ...[
        ...files.documents,
        ...files.unread,
        ...files.registers,
        ...files.standards,
        ...(files.settings === undefined ? [] : [files.settings]),
      ].map(({ path, digest }) => `${path} ${digest}`),
      ...files.findings.map((finding) => formatFinding(finding)),
    ].join('\n');
  return digests(before) === digests(after);
}

function describeChange(before: Report, after: Report, milliseconds: number, session: Session): string {
  const { appeared, mended } = compareReports(before, after);
  const clock = new Date().toTimeString().slice(0, 8);
  return [
    '',
    ...appeared.map((finding) => formatFinding(finding, session)),
    ...(mended.length === 0 ? [] : [`${count(mended.length, 'finding')} mended`]),
    `${clock} ${formatSummary(after)}, ${Math.round(milliseconds)} ms`,
    '',
  ].join('\n');
}
