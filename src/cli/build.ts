/** `eoms build`: checks, then writes pages and search index, then puts them in the place of the old site. */
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import process from 'node:process';
import { performance } from 'node:perf_hooks';
import { Option, type Command } from 'commander';
import { copyFiles, countFiles, writeFiles } from '../adapters/fs/list-files.ts';
import type { Audience } from '../../schemas/document.ts';
import { findNames } from '../adapters/site-check/find-names.ts';
import { findRetiredFiles } from '../core/forms/find-retired-files.ts';
import { limitAnalysis, type LimitedAnalysis } from '../core/limit-analysis.ts';
import { CannotRun, orCannotRun } from '../adapters/fs/system-error.ts';
import { stageSite, type StagedSite } from '../adapters/fs/site-folder.ts';
import { pathPrefix } from '../adapters/git/path-prefix.ts';
import { type PendingChanges, startReadingChanges } from '../adapters/git/read-changes.ts';
import { readCommit } from '../adapters/git/read-commit.ts';
import { analyseSourceHistory } from '../core/analyse/analyse-source-history.ts';
import type { SourceHistory } from '../core/model/source-history.ts';
import { withholdPeople } from '../core/report/withhold-people.ts';
import { writeHostFiles } from '../adapters/publish/host-files.ts';
import { writeManifest } from '../adapters/publish/manifest.ts';
import type { LoadedManual } from '../adapters/load-manual.ts';
import { formatGithub } from '../core/report/format-github.ts';
import { formatText } from '../core/report/format-text.ts';
import { count } from '../core/report/count.ts';
import type { Site } from '../view/site.ts';
import { load, reportOf } from './load.ts';
import {
  baseOption,
  contentOption,
  examples,
  outOption,
  todayOption,
  urlOption,
  type ContentOptions,
} from './options.ts';
import type { Session } from './session.ts';
import { toolVersion } from './tool-version.ts';

export interface SiteOptions extends ContentOptions {
  readonly drafts?: boolean;
  readonly base?: string;
  readonly url?: string;
}

interface BuildOptions extends SiteOptions {
  readonly out: string;
  readonly format: 'text' | 'github';
  readonly audience?: Audience;
  readonly withCoverage?: boolean;
}

export function registerBuild(program: Command, session: Session): void {
  program
    .command('build')
    .summary('check the manual and write the site')
    .description(
      'Checks the manual and writes the published site. With errors nothing is written and the earlier output stays as it was.',
    )
    .addOption(contentOption())
    .addOption(outOption())
    .addOption(todayOption())
    .option(
      '--drafts',
      'a draft build: drafts included and marked, built in spite of errors, not for search engines',
    )
    .addOption(
      new Option('--format <format>', 'how the findings are written')
        .choices(['text', 'github'])
        .default('text'),
    )
    .addOption(
      new Option('--audience <audience>', 'leave out what is not for these readers')
        .choices(['public', 'internal'])
        .conflicts('drafts'),
    )
    .option('--with-coverage', 'with --audience: show coverage too, counted over what these readers may see')
    .addOption(baseOption())
    .addOption(urlOption())
    .addHelpText(
      'after',
      examples(
        'eoms build',
        'eoms build --out public --today 2026-09-01',
        'eoms build --drafts --out draft',
      ) + '\n\nExit code: 0 built, 1 errors in the content, 2 the build could not run.',
    )
    .action((options: BuildOptions) => build(options, session));
}

async function build(options: BuildOptions, session: Session): Promise<void> {
  // Git works while the manual is parsed. What was changed lately is not for a limited audience.
  const changes = options.audience === undefined ? startReadingChanges(resolve(options.content)) : undefined;
  try {
    await buildFrom(options, session, changes);
  } finally {
    changes?.stop();
  }
}

async function buildFrom(
  options: BuildOptions,
  session: Session,
  changes: PendingChanges | undefined,
): Promise<void> {
  const started = performance.now();
  const loaded = await load(options, session);
  const stage = await stageSite(options.out, loaded.files.folder);
  try {
    const report = reportOf(loaded);
    const github = options.format === 'github';
    await session.print(
      github
        ? formatGithub(report, { prefix: pathPrefix(loaded.files.folder) })
        : formatText(report, session),
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
    const limited = limit(loaded, options);
    const site = siteOf(limited ?? loaded, options, {
      commit: readCommit(loaded.files.folder),
      history: await historyOf(loaded, changes),
    });
    const pages = await writeSite(limited ?? loaded, site, stage, options, session);
    await stage.publish({ tool: 'eoms-manual', version: toolVersion, base: site.build.base }, (folder) => {
      if (limited !== undefined) refuseTraces(folder, limited);
      writeHostFiles(folder, site);
      writeManifest(folder, site);
    });
    await session.print(`${closingLine(loaded, options, pages, performance.now() - started)}\n`);
  } finally {
    await stage.discard();
  }
}

type Limited = LoadedManual & Pick<LimitedAnalysis, 'hiddenNames'>;

/** What the audience asked for may see; undefined where nothing is taken out. */
function limit(loaded: LoadedManual, options: BuildOptions): Limited | undefined {
  if (options.audience === undefined) return undefined;
  const analysis = limitAnalysis(loaded, options.audience, options.withCoverage === true);
  const hidden = new Set(analysis.hiddenNames);
  // A file to fill in belongs to its form.
  const forms = new Set(
    loaded.manual.documents.flatMap(({ id, frontMatter }) =>
      hidden.has(id) && frontMatter.type === 'form' && frontMatter.file !== undefined
        ? [`forms/${frontMatter.file}`]
        : [],
    ),
  );
  const paths = loaded.publicFiles.paths.filter((path) => !forms.has(path));
  return { ...loaded, ...analysis, publicFiles: { ...loaded.publicFiles, paths } };
}

/** The last look before publishing: a text may still name in words what was taken out. */
function refuseTraces(folder: string, { hiddenNames }: Limited): void {
  const found = findNames(folder, hiddenNames);
  if (found.length === 0) return;
  const byName = Map.groupBy(found, ({ name }) => name);
  const lines = [...byName]
    .slice(0, 20)
    .map(
      ([name, places]) =>
        `  ${name} in ${places[0]?.file ?? ''}${places.length > 1 ? ` and ${count(places.length - 1, 'other file')}` : ''}`,
    );
  const more = byName.size > lines.length ? [`  and ${byName.size - lines.length} more names`] : [];
  throw new CannotRun(
    [
      'The site would name documents that its audience may not see. Nothing was published. Take the names out of the texts:',
      ...lines,
      ...more,
    ].join('\n'),
  );
}

/** Pages and search index at the same time: the one keeps this process busy, the other its own. */
async function writeSite(
  loaded: LoadedManual,
  site: Site,
  stage: StagedSite,
  options: BuildOptions,
  session: Session,
): Promise<number> {
  session.progress('Writing pages and search index …');
  // Whatever the shell says: the published pages are the same.
  process.env['NODE_ENV'] = 'production';
  // Loaded here, so that the other commands start without Astro.
  const [{ buildSite }, { writeSearchIndex }, { exportFiles }] = await Promise.all([
    import('../adapters/astro/build-site.ts'),
    import('../adapters/pagefind/write-search-index.ts'),
    import('../adapters/export-files.ts'),
  ]);
  const contentDir = loaded.files.folder;
  const cacheDir = cacheFolder(contentDir, resolve(options.out));
  // Written before the pages are rendered, so that their memory is free again by then.
  const extraFilesDir = join(stage.folder, 'exports');
  const extraFiles = writeFiles(exportFiles(loaded, site.build), extraFilesDir);
  const back = process.cwd();
  // Astro moves files from a folder below the working directory, which fails where that is on another disk.
  process.chdir(stage.folder);
  try {
    // Both are waited for, so that nothing is still writing when the folder is taken away.
    const results = await Promise.allSettled([
      buildSite({ site, outDir: stage.site, cacheDir, contentDir, extraFiles, extraFilesDir }),
      writeSearchIndex(site, stage.search),
    ]);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  } finally {
    process.chdir(back);
  }
  const retired = findRetiredFiles(loaded, options.drafts === true);
  const paths = loaded.publicFiles.paths.filter(
    (path) => !path.startsWith('forms/') || !retired.has(path.slice('forms/'.length).normalize('NFC')),
  );
  copyFiles({ ...loaded.publicFiles, paths }, stage.site);
  session.progress('');
  return countFiles(stage.site, '.html');
}

/** What Git said, once for a command. */
export interface FromGit {
  readonly commit: string | undefined;
  readonly history: SourceHistory | undefined;
}

/** Awaited only here, when everything else is done that does not need it. */
export async function historyOf(
  { people, control }: LoadedManual,
  changes: PendingChanges | undefined,
): Promise<SourceHistory | undefined> {
  if (changes === undefined) return undefined;
  const files = [...control.byId.values()].map(({ working }) => working.file);
  return analyseSourceHistory(await changes.result(), people.rows, files);
}

/** Circumstances of the build: given by flags, else by the address in `manual.yaml`. */
export function siteOf(loaded: LoadedManual, options: SiteOptions, git: FromGit): Site {
  const address = options.url ?? loaded.manual.settings.institution.url;
  const published = address === undefined ? undefined : new URL(address);
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
      base: options.base ?? `/${published?.pathname ?? ''}/`.replaceAll(/\/{2,}/g, '/'),
      origin: published?.origin,
    },
  };
}

/** A folder of our own for what Astro keeps between builds: one for each pair of content and output. */
export function cacheFolder(content: string, out: string): string {
  const own = resolve('.eoms');
  const folder = join(own, 'cache', hash('sha256', `${content}\0${out}`).slice(0, 16));
  orCannotRun(`Cannot write to ${folder}`, () => {
    mkdirSync(folder, { recursive: true });
    // Nothing in it belongs into a repository.
    if (!existsSync(join(own, '.gitignore'))) writeFileSync(join(own, '.gitignore'), '*\n');
  });
  return folder;
}

function closingLine(
  loaded: LoadedManual,
  options: BuildOptions,
  pages: number,
  milliseconds: number,
): string {
  const { percent } = loaded.facts.coverage ?? {};
  const coverage = percent === undefined ? 'no coverage' : `${percent} % of clauses covered`;
  const kind = options.drafts === true ? 'Draft build' : 'Built';
  const seconds = (milliseconds / 1000).toFixed(1);
  const documents = count(loaded.manual.documents.length, 'document');
  return `${kind}: ${count(pages, 'page')}, ${documents}, ${coverage}, as of ${loaded.facts.today}, in ${seconds} s, in ${relative('', resolve(options.out)) || options.out}`;
}
