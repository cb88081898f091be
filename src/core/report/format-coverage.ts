/** Coverage of one edition for the terminal, as JSON and as CSV. All of them only count what the core returned. */
import type { ClauseFacts, ClauseState, Coverage, StateCounts } from '../model/facts.ts';
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

/** The public shape of `coverage.json`: additions only. */
export function coverageJson({ standard, counts, clauses }: Coverage) {
  return {
    edition: standard.edition,
    counts,
    clauses: clauses.map(({ clause, state, reason, missing, claims }) => ({
      clause: clause.clause,
      title: clause.title,
      leaf: clause.leaf,
      state,
      reason,
      missing,
      documents: claims.map(({ claim, type, version, extent, standing }) => ({
        id: claim.document,
        type,
        version,
        sections: claim.sections,
        extent,
        standing,
      })),
    })),
  };
}

export const formatCoverageJson = (coverage: Coverage): string =>
  `${JSON.stringify(coverageJson(coverage), null, 2)}\n`;

/** One row a clause, the header first. Cells that a spreadsheet would take for a formula are neutralised. */
export function formatCoverageCsv({ clauses }: Coverage): string {
  const header = ['clause', 'title', 'leaf', 'state', 'reason', 'missing', 'documents'];
  const row = ({ clause, state, reason, missing, claims }: ClauseFacts): string[] => [
    clause.clause,
    clause.title,
    clause.leaf ? 'yes' : 'no',
    state,
    reason,
    missing.join('; '),
    [...new Set(claims.map(({ claim }) => claim.document))].join('; '),
  ];
  return [header, ...clauses.map(row)].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
