/** `eoms build` as a command. */
import { Option, type Command } from 'commander';
import type { Audience } from '../../schemas/document.ts';
import { build } from './build.ts';
import {
  baseOption,
  contentOption,
  examples,
  outOption,
  todayOption,
  urlOption,
  type SiteOptions,
} from './options.ts';
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
    .action((options: BuildOptions) => build(options, session));
}
