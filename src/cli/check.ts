/** `eoms check`: every fault of every file in one run. */
import { Option, type Command } from 'commander';
import { pathPrefix } from '../adapters/git/path-prefix.ts';
import type { Severity } from '../core/model/finding.ts';
import { formatGithub } from '../core/report/format-github.ts';
import { formatJson } from '../core/report/format-json.ts';
import { formatSarif } from '../core/report/format-sarif.ts';
import { formatText } from '../core/report/format-text.ts';
import { reaches, severities } from '../core/report/report.ts';
import { rules } from '../core/rules/index.ts';
import { addExternalOptions, type ExternalOptions, withExternalLinks } from './check-external.ts';
import { withSignatures } from './check-signatures.ts';
import { load, reportOf } from './load.ts';
import { contentOption, examples, todayOption, type ContentOptions } from './options.ts';
import type { Session } from './session.ts';
import { toolVersion } from './tool-version.ts';

interface CheckOptions extends ContentOptions, ExternalOptions {
  readonly format: 'text' | 'json' | 'github' | 'sarif';
  readonly failOn: Severity;
  readonly signatures?: boolean;
}

export function registerCheck(program: Command, session: Session): void {
  const command = program
    .command('check')
    .summary('find every fault of the manual')
    .description(
      'Checks all documents, registers and settings and names every fault at its line. Writes nothing. With --external it also asks the sites that documents link to; what they answer is a warning or a note.',
    )
    .addOption(contentOption())
    .addOption(todayOption())
    .addOption(
      new Option('--format <format>', 'how the findings are written')
        .choices(['text', 'json', 'github', 'sarif'])
        .default('text'),
    )
    .addOption(
      new Option('--fail-on <severity>', 'the mildest severity that makes the exit code 1')
        .choices(severities)
        .default('error'),
    )
    .option(
      '--signatures',
      'verify by Git and registers/people.yaml that each history entry was brought by a holder of its role',
    );
  addExternalOptions(command)
    .addHelpText(
      'after',
      examples(
        'eoms check',
        'eoms check --content manual --today 2026-09-01',
        'eoms check --format sarif > findings.sarif',
        'eoms check --external --max-age 30',
        'eoms check --signatures',
      ) + '\n\nExit code: 0 clean, 1 findings, 2 the check could not run.',
    )
    .action((options: CheckOptions) => check(options, session));
}

async function check(options: CheckOptions, session: Session): Promise<void> {
  const loaded = await load(options, session);
  const checked = reportOf(loaded);
  const own = options.signatures === true ? withSignatures(checked, loaded, session) : checked;
  const report = options.external === true ? await withExternalLinks(own, loaded, options, session) : own;
  const repository = { prefix: pathPrefix(loaded.files.folder) };
  const formats = {
    text: () => formatText(report, session),
    json: () => formatJson(report),
    github: () => formatGithub(report, repository),
    sarif: () => formatSarif(report, { ...repository, toolVersion, rules }),
  };
  await session.print(formats[options.format]());
  if (reaches(report, options.failOn)) session.exitCode = 1;
}
