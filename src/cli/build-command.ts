/** `eoms build` as a command. What it needs is loaded while the process for the pages gets ready. */
import { hash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { startPageBuilder, type PageBuilder } from '../adapters/astro/page-builder.ts';
import { requireFolder } from '../adapters/fs/require-folder.ts';
import { stageSite } from '../adapters/fs/site-folder.ts';
import { orCannotRun } from '../adapters/fs/system-error.ts';
import type { Audience } from '../../schemas/document.ts';
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
  let pages: PageBuilder | undefined;
  try {
    pages = startPageBuilder({
      outDir: stage.site,
      workDir: stage.folder,
      cacheDir: join(ownFolder(), 'cache'),
    });
    const { build } = await import('./build.ts');
    await build(options, session, stage, pages);
  } finally {
    await pages?.stop();
    await stage.discard();
  }
}

/** A folder of our own for what Astro keeps between runs: one for each pair of content and output. */
export function cacheFolder(content: string, out: string): string {
  const folder = join(ownFolder(), 'cache', hash('sha256', `${content}\0${out}`).slice(0, 16));
  orCannotRun(`Cannot write to ${folder}`, () => mkdirSync(folder, { recursive: true }));
  return folder;
}
