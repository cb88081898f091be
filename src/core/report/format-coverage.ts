/** Coverage of one edition for the terminal. It only counts what the core returned. */
import type { ClauseState, Coverage, StateCounts } from '../model/facts.ts';
import { count } from './count.ts';

const stateWords: Readonly<Record<ClauseState, string>> = {
  covered: 'covered',
  partial: 'partial',
  overdue: 'overdue',
  outdated: 'outdated',
  planned: 'planned',
  gap: 'gap',
  'not-applicable': 'not applicable',
};
const countKeys: Readonly<Record<ClauseState, keyof StateCounts>> = {
  covered: 'covered',
  partial: 'partial',
  overdue: 'overdue',
  outdated: 'outdated',
  planned: 'planned',
  gap: 'gap',
  'not-applicable': 'notApplicable',
};
export const stateWord = (state: ClauseState): string => stateWords[state];

/** A table of the leaves, then the counts: `clause  state  reason`. */
export function formatCoverageText(coverage: Coverage, today: string): string {
  const leaves = coverage.clauses.filter(({ clause }) => clause.leaf);
  const rows = [
    ['Clause', 'State', 'Reason'] as const,
    ...leaves.map(
      (facts) =>
        [facts.clause.clause, stateWord(facts.state), `${facts.clause.title}: ${facts.reason}`] as const,
    ),
  ];
  const width = (column: 0 | 1): number => Math.max(...rows.map((row) => row[column].length));
  const [first, second] = [width(0), width(1)];
  const lines = rows.map(
    ([clause, state, reason]) => `${clause.padEnd(first)}  ${state.padEnd(second)}  ${reason}`,
  );
  return [...lines, '', formatCoverageSummary(coverage, today), ''].join('\n');
}

/** `ISO 21001:2018 as of 2026-11-02: 83 % covered (72 of 86 applicable clauses)`, and the other states. */
export function formatCoverageSummary(
  { standard, counts, leaves, percent }: Coverage,
  today: string,
): string {
  const applicable = leaves - counts.notApplicable;
  const headline =
    percent === undefined
      ? 'none applicable'
      : `${percent} % covered (${counts.covered} of ${count(applicable, 'applicable clause')})`;
  const others = (Object.keys(countKeys) as ClauseState[])
    .filter((state) => state !== 'covered')
    .map((state) => `${counts[countKeys[state]]} ${stateWord(state)}`);
  return `${standard.name} as of ${today}: ${headline}, ${others.join(', ')}`;
}
