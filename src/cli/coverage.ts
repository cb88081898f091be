/** `eoms coverage`: the state of every clause, with its reason. */
import { Option, type Command } from 'commander';
import type { Coverage } from '../core/model/facts.ts';
import { didYouMean, nearest } from '../core/model/nearest.ts';
import { CannotRun } from '../adapters/fs/system-error.ts';
import type { LoadedManual } from '../adapters/load-manual.ts';
import { count } from '../core/report/count.ts';
import { formatCoverageCsv, formatCoverageJson, formatCoverageText } from '../core/report/format-coverage.ts';
import { load } from './load.ts';
import { contentOption, examples, todayOption, type ContentOptions } from './options.ts';
import type { Session } from './session.ts';

interface CoverageOptions extends ContentOptions {
  readonly format: 'text' | 'json' | 'csv';
  readonly edition?: string;
}

export function registerCoverage(program: Command, session: Session): void {
  program
    .command('coverage')
    .summary('show which clauses the manual covers')
    .description('Prints the state of every clause of the edition in force and the reason for it.')
    .addOption(contentOption())
    .addOption(todayOption())
    .addOption(
      new Option('--format <format>', 'how the table is written')
        .choices(['text', 'json', 'csv'])
        .default('text'),
    )
    .option('--edition <edition>', 'another edition that manual.yaml shows, such as iso-21001:2025')
    .addHelpText(
      'after',
      examples(
        'eoms coverage',
        'eoms coverage --format csv > coverage.csv',
        'eoms coverage --edition iso-21001:2025',
      ),
    )
    .action((options: CoverageOptions) => showCoverage(options, session));
}

async function showCoverage(options: CoverageOptions, session: Session): Promise<void> {
  const loaded = await load(options, session);
  const coverage = coverageOf(loaded, options.edition, session);
  if (coverage === undefined) return;
  const formats = {
    text: () => formatCoverageText(coverage, loaded.facts.today),
    json: () => formatCoverageJson(coverage),
    csv: () => formatCoverageCsv(coverage),
  };
  await session.print(formats[options.format]());
  tellOfErrors(loaded, session);
}

/** The coverage asked for. Undefined, and said so, where `manual.yaml` names no edition that is known. */
export function coverageOf(
  loaded: LoadedManual,
  edition: string | undefined,
  session: Session,
): Coverage | undefined {
  const { coverage, coverages } = loaded.facts;
  if (edition !== undefined) {
    const shown = coverages.map((one) => one.standard.edition);
    const found = coverages.find((one) => one.standard.edition === edition);
    if (found !== undefined) return found;
    throw new CannotRun(
      `Unknown edition ${edition}, expected one of ${shown.join(', ')}${didYouMean(nearest(edition, shown))}`,
    );
  }
  if (coverage !== undefined) return coverage;
  session.tell(`eoms: no coverage: the edition in force is not known. Run \`eoms check\` to see why.`);
  session.exitCode = 1;
  return undefined;
}

/** A document with an error counts for nothing, so numbers beside errors are said to be so. */
export function tellOfErrors(loaded: LoadedManual, session: Session): void {
  if (loaded.counts.error === 0) return;
  session.tell(
    `eoms: the manual has ${count(loaded.counts.error, 'error')}, so these states may change. Run \`eoms check\` to see them.`,
  );
  session.exitCode = 1;
}
