/** `eoms explain`: all that is known of a clause, or what a rule means. */
import type { Command } from 'commander';
import { CannotRun } from '../adapters/fs/system-error.ts';
import { didYouMean, nearest } from '../core/model/nearest.ts';
import { formatClauseExplanation, formatRuleExplanation } from '../core/report/format-explanation.ts';
import { ruleById } from '../core/rules/index.ts';
import { coverageOf, tellOfErrors } from './coverage.ts';
import { load } from './load.ts';
import { contentOption, examples, todayOption, type ContentOptions } from './options.ts';
import type { Session } from './session.ts';

interface ExplainOptions extends ContentOptions {
  readonly edition?: string;
}

export function registerExplain(program: Command, session: Session): void {
  program
    .command('explain')
    .summary('explain a clause or a rule')
    .description(
      'Prints what a clause asks for, what claims it and what to do, or what a rule means and how to satisfy it.',
    )
    .argument(
      '<clause or rule>',
      'the number of a clause, such as 7.5.3.2, or the name of a rule, such as unknown-clause',
    )
    .addOption(contentOption())
    .addOption(todayOption())
    .option('--edition <edition>', 'another edition that manual.yaml shows, such as iso-21001:2025')
    .addHelpText('after', examples('eoms explain 7.5.3.2', 'eoms explain unknown-clause'))
    .action((subject: string, options: ExplainOptions) => explain(subject, options, session));
}

async function explain(subject: string, options: ExplainOptions, session: Session): Promise<void> {
  const rule = ruleById.get(subject);
  if (rule !== undefined) {
    await session.print(formatRuleExplanation(rule));
    return;
  }
  // A rule's name is words joined by hyphens; all else is the number of a clause, which needs the manual.
  if (/^[a-z]+(?:-[a-z]+)+$/.test(subject)) throw unknown('rule', subject, [...ruleById.keys()]);
  const loaded = await load(options, session);
  const coverage = coverageOf(loaded, options.edition, session);
  if (coverage === undefined) return;
  const facts = coverage.byLabel.get(subject);
  if (facts === undefined)
    throw unknown(`clause of ${coverage.standard.name}`, subject, [...coverage.byLabel.keys()]);
  await session.print(formatClauseExplanation(facts, coverage.standard, loaded.manual));
  tellOfErrors(loaded, session);
}

const unknown = (what: string, subject: string, known: readonly string[]): CannotRun =>
  new CannotRun(`Unknown ${what}: ${subject}${didYouMean(nearest(subject, known))}`);
