/** The baseline that coverage may not fall below: the state of every leaf on the day it was written. */
import { z } from 'zod';
import { type ClauseState, clauseStates, type Coverage, statesWorstFirst } from '../model/facts.ts';
import type { ClauseLabel } from '../model/standard.ts';

export const baselineSchema = z.strictObject({
  edition: z.string(),
  date: z.string(),
  clauses: z.record(z.string(), z.enum(clauseStates)),
});
export type Baseline = z.infer<typeof baselineSchema>;

/** The baseline as it is written to disk by `eoms coverage --write-baseline`. */
export function formatBaseline(coverage: Coverage, today: string): string {
  const leaves = coverage.clauses.filter((facts) => facts.clause.leaf);
  const baseline: Baseline = {
    edition: coverage.standard.edition,
    date: today,
    clauses: Object.fromEntries(leaves.map((facts) => [facts.clause.clause, facts.state])),
  };
  return `${JSON.stringify(baseline, null, 2)}\n`;
}

/** Undefined where the text is no baseline. */
export function parseBaseline(text: string): Baseline | undefined {
  try {
    const parsed = baselineSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

export interface WorseClause {
  readonly clause: ClauseLabel;
  readonly before: ClauseState;
  readonly now: ClauseState;
}

/** 0 for the worst state. */
export const rankOf = (state: ClauseState): number => statesWorstFirst.indexOf(state);

/** Leaves whose state is worse than in the baseline, in the standard's order. */
export function findWorse(baseline: Baseline, coverage: Coverage): WorseClause[] {
  return coverage.clauses.flatMap((facts) => {
    const before = baseline.clauses[facts.clause.clause];
    if (!facts.clause.leaf || before === undefined || rankOf(facts.state) >= rankOf(before)) return [];
    return [{ clause: facts.clause.clause, before, now: facts.state }];
  });
}
