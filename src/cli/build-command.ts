/** `eoms build` as a command. What it needs is loaded only when Astro has been started, which takes as long. */
import { hash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { startPageBuilder, type PageBuilder } from '../adapters/astro/page-builder.ts';
import { countFiles } from '../adapters/fs/list-files.ts';
import { requireFolder } from '../adapters/fs/require-folder.ts';
import { stageSite, type StagedSite } from '../adapters/fs/site-folder.ts';
import { orCannotRun } from '../adapters/fs/system-error.ts';
import type { Audience } from '../../schemas/document.ts';
import type { Build } from '../view/site.ts';
import {
  baseOption,
  contentOption,
  examples,
  outOption,
  todayOption,
  urlOption,
  type SiteOptions,
} from './options.ts';
import { ownFolder } from './own-folder.ts';
import type { Session } from './session.ts';
import { addressOf } from './site-address.ts';

export interface BuildOptions extends SiteOptions {
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
      examples('eoms build', 'eoms build --out site --today 2026-09-01', 'eoms build --drafts --out draft') +
        '\n\nExit code: 0 built, 1 errors in the content, 2 the build could not run.',
    )
    .action((options: BuildOptions) => run(options, session));
}

async function run(options: BuildOptions, session: Session): Promise<void> {
  const folder = requireFolder(options.content);
  const stage = await stageSite(options.out, folder);
  let early: PageBuilder | undefined;
  try {
    early = startEarly(options, folder, stage);
    const { build } = await import('./build.ts');
    await build(options, session, stage, early);
  } finally {
    await early?.stop();
    await stage.discard();
  }
}

/** So many documents and what Astro needs for its start are not held in memory at the same time. */
const manyDocuments = 2000;

/** Astro starts while the manual is being read. The address is a guess: where it is wrong, Astro is started again. */
function startEarly(options: BuildOptions, folder: string, stage: StagedSite): PageBuilder | undefined {
  if (countFiles(folder, '.mdx') > manyDocuments) return undefined;
  return startBuilder(addressOf(guessUrl(folder), options), options, stage);
}

/** What stands as `institution.url` in `manual.yaml`, most likely. */
function guessUrl(folder: string): string | undefined {
  const path = join(folder, 'manual.yaml');
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (status?.isFile() !== true || status.size > 1_000_000) return undefined;
  const text = orCannotRun(`Cannot read ${path}`, () => readFileSync(path, 'utf8'));
  const [, found] = /\binstitution:[^]*?\burl:\s*["']?(https?:[^\s"',}]{1,500})/.exec(text) ?? [];
  return found !== undefined && URL.canParse(found) ? found : undefined;
}

export function startBuilder(
  { base, origin }: Pick<Build, 'base' | 'origin'>,
  options: BuildOptions,
  stage: StagedSite,
): PageBuilder {
  const cacheDir = cacheFolder(resolve(options.content), resolve(options.out));
  return startPageBuilder({ base, origin, outDir: stage.site, cacheDir }, stage.folder);
}

/** A folder of our own for what Astro keeps between builds: one for each pair of content and output. */
export function cacheFolder(content: string, out: string): string {
  const folder = join(ownFolder(), 'cache', hash('sha256', `${content}\0${out}`).slice(0, 16));
  orCannotRun(`Cannot write to ${folder}`, () => mkdirSync(folder, { recursive: true }));
  return folder;
}
