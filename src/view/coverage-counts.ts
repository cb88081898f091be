/** Counts of clause states, each with the address of its members. */
import type { ClauseFacts, ClauseState, Coverage, StateCounts } from '../core/model/facts.ts';
import { clauseStates } from '../core/model/facts.ts';
import { isWithin, leavesOf, type ViewContext } from './context.ts';

export interface StateTally {
  readonly state: ClauseState;
  readonly labelText: string;
  readonly meaningText: string;
  readonly count: number;
  readonly href: string;
}

export interface ChapterView {
  readonly clause: string;
  readonly titleText: string;
  readonly href: string;
  readonly leaves: number;
  readonly segments: readonly {
    readonly state: ClauseState;
    readonly count: number;
    readonly labelText: string;
    readonly href: string;
  }[];
  readonly sentenceText: string;
}

export function percentText({ percent }: Coverage): string {
  return percent === undefined ? 'none applicable' : `${percent} %`;
}

/** `75 of 85 applicable clauses`. */
export function countsText(context: ViewContext, { counts, leaves }: Coverage): string {
  return `${counts.covered} of ${context.text.plural(leaves - counts.notApplicable, 'applicable clause', 'applicable clauses')}`;
}

export function tallies(context: ViewContext, coverage: Coverage): StateTally[] {
  const { text } = context;
  return clauseStates.map((state) => ({
    state,
    labelText: text.clauseStates[state],
    meaningText: text.clauseStateMeanings[state],
    count: countOf(coverage.counts, state),
    href: membersHref(context, coverage, state),
  }));
}

export const countOf = (counts: StateCounts, state: ClauseState): number =>
  state === 'not-applicable' ? counts.notApplicable : counts[state];

/** To the matrix with only these rows; without scripts, to the first of them in the lists below it. */
export function membersHref(
  context: ViewContext,
  coverage: Coverage,
  state: ClauseState,
  within?: string,
): string {
  const first = leavesOf(coverage).find(
    (leaf) => leaf.state === state && (within === undefined || isWithin(leaf.clause.clause, within)),
  );
  // A state without members has no list to lead to.
  const anchor =
    first === undefined ? undefined : within === undefined ? `list-${state}` : memberAnchor(first);
  return context.urls.matrix(within === undefined ? { state } : { state, within }, anchor);
}

/** A dot in an id has to be escaped in style sheets and scripts. */
export const anchorOf = (label: string): string => label.replaceAll('.', '-');

export const memberAnchor = ({ clause }: ClauseFacts): string => `why-${anchorOf(clause.clause)}`;

export function chapters(context: ViewContext, coverage: Coverage): ChapterView[] {
  return coverage.clauses
    .filter(({ clause }) => clause.depth === 1)
    .map(({ clause, counts, state }) => {
      const total = clauseStates.reduce((sum, one) => sum + countOf(counts, one), 0);
      const segments = clauseStates
        .map((one) => ({
          state: one,
          count: countOf(counts, one),
          labelText: context.text.clauseStates[one],
          href: membersHref(context, coverage, one, clause.clause),
        }))
        .filter(({ count }) => count > 0);
      return {
        clause: clause.clause,
        titleText: clause.title,
        href: context.urls.clause(clause.clause),
        leaves: total,
        segments,
        sentenceText:
          segments
            .map(({ count, state: one }) => `${count} ${context.text.clauseStates[one].toLowerCase()}`)
            .join(', ') || context.text.clauseStates[state],
      };
    });
}
