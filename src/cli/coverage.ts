/** `eoms coverage`: the state of every clause, with its reason. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Option, type Command } from 'commander';
import { readCommit } from '../adapters/git/read-commit.ts';
import { formatBaseline } from '../core/analyse/coverage-baseline.ts';
import type { Coverage } from '../core/model/facts.ts';
import { didYouMean, nearest } from '../core/model/nearest.ts';
import { CannotRun, orCannotRun } from '../adapters/fs/system-error.ts';
import type { LoadedManual } from '../adapters/load-manual.ts';
import { coverageFiles, type CoverageFormat } from '../adapters/coverage-files.ts';
import { count } from '../core/report/count.ts';
import { formatCoverageText } from '../core/report/format-coverage.ts';
import { siteOf } from './build.ts';
import { load } from './load.ts';
import { contentOption, examples, todayOption, type ContentOptions } from './options.ts';
import type { Session } from './session.ts';

interface CoverageOptions extends ContentOptions {
  readonly format: 'text' | CoverageFormat;
  readonly out?: string;
  readonly edition?: string;
  readonly writeBaseline?: boolean;
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
        .choices(['text', 'json', 'csv', 'xlsx', 'oscal'])
        .default('text'),
    )
    .option('--out <path>', 'write to this file; for oscal, to this folder')
    .option('--edition <edition>', 'another edition that manual.yaml shows, such as iso-21001:2025')
    .option(
      '--write-baseline',
      'write the states to the file that coverage.mayNotFallBelow names (baseline.json beside manual.yaml by default)',
    )
    .addHelpText(
      'after',
      examples(
        'eoms coverage',
        'eoms coverage --write-baseline',
        'eoms coverage --format csv > coverage.csv',
        'eoms coverage --format xlsx --out coverage.xlsx',
        'eoms coverage --format oscal --out oscal',
        'eoms coverage --edition iso-21001:2025',
      ),
    )
    .action((options: CoverageOptions) => showCoverage(options, session));
}

async function showCoverage(options: CoverageOptions, session: Session): Promise<void> {
  const loaded = await load(options, session);
  const coverage = coverageOf(loaded, options.edition, session);
  if (coverage === undefined) return;
  if (options.writeBaseline === true) {
    await writeBaseline(loaded, session);
    return;
  }
  if (options.format === 'text') {
    await writeResult({ '': formatCoverageText(coverage, loaded.facts.today) }, options, session);
  } else {
    const git = { commit: readCommit(loaded.files.folder), history: undefined };
    const files = coverageFiles(options.format, loaded, coverage, siteOf(loaded, options, git).build);
    await writeResult(files, options, session);
  }
  tellOfErrors(loaded, session);
}

/** To the standard output, or where `--out` says. */
async function writeResult(
  files: Readonly<Record<string, string | Uint8Array>>,
  { out, format }: CoverageOptions,
  session: Session,
): Promise<void> {
  const [only] = Object.values(files);
  if (out !== undefined) {
    for (const [name, content] of Object.entries(files)) writeFile(join(out, name), content);
  } else if (typeof only === 'string' && format !== 'oscal') await session.print(only);
  else {
    throw new CannotRun(
      format === 'oscal'
        ? 'OSCAL is several files. Name a folder for them with --out DIR.'
        : 'A spreadsheet cannot be shown here. Name a file for it with --out FILE.',
    );
  }
}

function writeFile(path: string, content: string | Uint8Array): void {
  orCannotRun(`Cannot write ${path}`, () => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  });
}

/** Writes the states of the edition in force beside `manual.yaml`. A manual with errors has no states to hold on to. */
async function writeBaseline(loaded: LoadedManual, session: Session): Promise<void> {
  const { coverage, today } = loaded.facts;
  if (coverage === undefined) return;
  const name = loaded.manual.settings.coverage?.mayNotFallBelow ?? 'baseline.json';
  if (!/^[\w.-]+\.json$/.test(name)) {
    throw new CannotRun(
      `Unexpected baseline ${name} in manual.yaml, expected the name of a .json file beside manual.yaml.`,
    );
  }
  if (loaded.findings.some((finding) => finding.severity === 'error' && finding.rule !== 'coverage-fell')) {
    tellOfErrors(loaded, session);
    session.tell('eoms: no baseline was written.');
    return;
  }
  const path = join(loaded.files.folder, name);
  orCannotRun(`Cannot write ${name}`, () => {
    writeFileSync(path, formatBaseline(coverage, today));
  });
  await session.print(
    `Baseline of ${coverage.leaves} clauses written to ${loaded.files.contentFolder}/${name}\n`,
  );
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
