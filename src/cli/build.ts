/** What `eoms build` does: checks, then writes pages and search index, then puts them in the place of the old site. */
import { relative, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { prepareSiteBuilder, type SiteBuilder } from '../adapters/astro/build-site.ts';
import { copyAssets } from '../adapters/astro/copy-assets.ts';
import { planExports } from '../adapters/export-files.ts';
import { copyFiles, writeFiles } from '../adapters/fs/list-files.ts';
import { findNames, type FoundName } from '../adapters/site-check/find-names.ts';
import { findRetiredFiles } from '../core/forms/find-retired-files.ts';
import { limitFiles } from '../core/build/limit-files.ts';
import { limitAnalysis, type LimitedAnalysis } from '../core/limit-analysis.ts';
import { CannotRun } from '../adapters/fs/system-error.ts';
import { requireFolder } from '../adapters/fs/require-folder.ts';
import { stageSite, type StagedSite } from '../adapters/fs/site-folder.ts';
import { pathPrefix } from '../adapters/git/path-prefix.ts';
import { type PendingChanges, startReadingChanges } from '../adapters/git/read-changes.ts';
import { readCommit } from '../adapters/git/read-commit.ts';
import { startSearchIndexer, type SearchIndexer } from '../adapters/pagefind/write-search-index.ts';
import { analyseSourceHistory } from '../core/analyse/analyse-source-history.ts';
import type { SourceHistory } from '../core/model/source-history.ts';
import { withholdPeople } from '../core/report/withhold-people.ts';
import { writeHostFiles } from '../adapters/publish/host-files.ts';
import { writeManifest } from '../adapters/publish/manifest.ts';
import type { LoadedManual } from '../adapters/load-manual.ts';
import { formatGithub } from '../core/report/format-github.ts';
import { formatText } from '../core/report/format-text.ts';
import { count } from '../core/report/count.ts';
import { isLeftOut } from '../view/left-out.ts';
import type { Build, Site } from '../view/site.ts';
import { load, reportOf } from './load.ts';
import type { BuildOptions } from './build-command.ts';
import type { SiteOptions } from './options.ts';
import { addressOf } from './site-address.ts';
import type { Session } from './session.ts';
import { toolVersion } from './tool-version.ts';

/** Writes the site beside the old one and puts it in its place. */
export async function build(options: BuildOptions, session: Session): Promise<void> {
  const stage = await stageSite(options.out, requireFolder(options.content));
  // Git works while the manual is parsed. What was changed lately is not for a limited audience.
  const changes = options.audience === undefined ? startReadingChanges(resolve(options.content)) : undefined;
  const search = startSearchIndexer();
  try {
    await buildFrom(options, session, stage, search, changes);
  } finally {
    changes?.stop();
    await search.stop();
    await stage.discard();
  }
}

async function buildFrom(
  options: BuildOptions,
  session: Session,
  stage: StagedSite,
  search: SearchIndexer,
  changes: PendingChanges | undefined,
): Promise<void> {
  const started = performance.now();
  const writePages = await prepareSiteBuilder();
  const loaded = await load(options, session);
  const report = reportOf(loaded);
  const github = options.format === 'github';
  await session.print(
    github ? formatGithub(report, { prefix: pathPrefix(loaded.files.folder) }) : formatText(report, session),
  );
  if (report.counts.error > 0) {
    session.exitCode = 1;
    if (options.drafts !== true) {
      session.tell(
        `eoms: nothing was written because of ${count(report.counts.error, 'error')}. ${options.out} is as it was.`,
      );
      return;
    }
  }
  const limitedTo =
    options.audience === undefined
      ? undefined
      : { audience: options.audience, withCoverage: options.withCoverage === true };
  const limited = limitedTo === undefined ? undefined : limit(loaded, limitedTo);
  const whole = siteOf(limited ?? loaded, options, {
    commit: readCommit(loaded.files.folder),
    history: await historyOf(loaded, changes),
  });
  const site: Site = { ...whole, build: { ...whole.build, limitedTo } };
  let pages = 0;
  await writeSite(limited ?? loaded, site, stage, writePages, search, options, session);
  await stage.publish({ tool: 'eoms-manual', version: toolVersion, base: site.build.base }, (folder) => {
    if (limited !== undefined) refuseTraces(folder, limited, session);
    writeHostFiles(folder, site);
    pages = writeManifest(folder, site).filter((file) => file.endsWith('.html')).length;
  });
  await session.print(`${closingLine(limited ?? loaded, options, pages, performance.now() - started)}\n`);
}

type Limited = LoadedManual & Pick<LimitedAnalysis, 'hiddenNames' | 'hiddenWords'>;

/** What the audience asked for may see. */
export function limit(loaded: LoadedManual, limitedTo: NonNullable<Build['limitedTo']>): Limited {
  const { audience, withCoverage } = limitedTo;
  const analysis = limitAnalysis(loaded, audience, withCoverage, (path) => isLeftOut({ limitedTo }, path));
  const paths = limitFiles(loaded.publicFiles.paths, loaded.manual, analysis.manual);
  return { ...loaded, ...analysis, publicFiles: { ...loaded.publicFiles, paths } };
}

/**
 * The last look before publishing: a text may still name in words what was taken out. Titles of a few words may
 * stand anywhere by chance, so they are only told.
 */
export function refuseTraces(folder: string, { hiddenNames, hiddenWords }: Limited, session: Session): void {
  const words = findNames(folder, hiddenWords);
  if (words.length > 0)
    session.tell(
      [
        'eoms: titles of documents that were left out stand in the site, perhaps by chance. Look at these:',
        ...listNames(words),
      ].join('\n'),
    );
  const found = findNames(folder, hiddenNames);
  if (found.length === 0) return;
  throw new CannotRun(
    [
      'The site would name documents that its audience may not see. Nothing was published. Take the names out of the texts:',
      ...listNames(found),
    ].join('\n'),
  );
}

function listNames(found: readonly FoundName[]): string[] {
  const byName = Map.groupBy(found, ({ name }) => name);
  const lines = [...byName]
    .slice(0, 20)
    .map(
      ([name, places]) =>
        `  ${name} in ${places[0]?.file ?? ''}${places.length > 1 ? ` and ${count(places.length - 1, 'other file')}` : ''}`,
    );
  return [
    ...lines,
    ...(byName.size > lines.length ? [`  and ${byName.size - lines.length} more names`] : []),
  ];
}

/** Pages and exports, while the search index is being made by a program of its own. */
async function writeSite(
  loaded: LoadedManual,
  site: Site,
  stage: StagedSite,
  writePages: SiteBuilder,
  search: SearchIndexer,
  options: BuildOptions,
  session: Session,
): Promise<void> {
  session.progress('Writing pages and search index …');
  const exports = Object.fromEntries(
    Object.entries(planExports(loaded, site.build)).filter(([path]) => !isLeftOut(site.build, path)),
  );
  const withExports = { ...site, extraFiles: new Set(Object.keys(exports)) };
  // All are waited for, so that nothing is still writing when the folder is taken away.
  const results = await Promise.allSettled([
    search.write(site, stage.search),
    writePages(withExports, stage.site),
    writeFiles(exports, stage.site),
  ]);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  copyAssets(site, loaded.files.folder, stage.site);
  const retired = findRetiredFiles(loaded, options.drafts === true);
  const paths = loaded.publicFiles.paths.filter(
    (path) => !path.startsWith('forms/') || !retired.has(path.slice('forms/'.length).normalize('NFC')),
  );
  copyFiles({ ...loaded.publicFiles, paths }, stage.site);
  session.progress('');
}

/** What Git said, once for a command. */
export interface FromGit {
  readonly commit: string | undefined;
  readonly history: SourceHistory | undefined;
}

/** Awaited only here, when everything else is done that does not need it. */
export async function historyOf(
  { people, control, manual }: LoadedManual,
  changes: PendingChanges | undefined,
): Promise<SourceHistory | undefined> {
  if (changes === undefined) return undefined;
  const files = [...control.byId.values()].map(({ working }) => working.file);
  // What stands in the place of a role may be anything until the fault is mended.
  const rows = people.rows.filter(({ role }) => manual.registers.roles.byId.has(role));
  return analyseSourceHistory(await changes.result(), rows, files);
}

/** Circumstances of the build: given by flags, else by the address in `manual.yaml`. */
export function siteOf(loaded: LoadedManual, options: SiteOptions, git: FromGit): Site {
  const { manual, facts, control, counts } = loaded;
  return {
    // Written out: whatever else was loaded is not for pages.
    analysis: {
      manual,
      facts,
      control,
      counts,
      findings: withholdPeople(loaded.findings, loaded.people.file),
    },
    history: git.history,
    build: {
      today: loaded.facts.today,
      todayOverridden: loaded.facts.todayOverridden,
      commit: git.commit,
      toolVersion,
      drafts: options.drafts ?? false,
      ...addressOf(manual.settings.institution.url, options),
    },
  };
}

function closingLine(
  loaded: LoadedManual,
  options: BuildOptions,
  pages: number,
  milliseconds: number,
): string {
  const { percent } = loaded.facts.coverage ?? {};
  const { audience } = options;
  const coverage =
    percent === undefined
      ? audience === undefined
        ? 'no coverage'
        : 'coverage left out'
      : `${percent} % of clauses covered`;
  const kind = options.drafts === true ? 'Draft build' : 'Built';
  const seconds = (milliseconds / 1000).toFixed(1);
  const documents =
    count(loaded.manual.documents.length, 'document') +
    (audience === undefined ? '' : ` for ${audience} readers`);
  return `${kind}: ${count(pages, 'page')}, ${documents}, ${coverage}, as of ${loaded.facts.today}, in ${seconds} s, in ${relative('', resolve(options.out)) || options.out}`;
}
