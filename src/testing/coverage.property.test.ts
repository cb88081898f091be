import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recheck, type FactsToCheck } from '../../scripts/recheck-coverage.ts';
import { buildFactsFile } from '../core/export/facts-file.ts';
import { clauseStates, type Coverage, type StateCounts } from '../core/model/facts.ts';
import type { Analysis } from '../core/analyse-manual.ts';
import { documentTypes } from '../../schemas/document.ts';
import { analysePlan, plannedManual, type PlannedDocument, type PlannedManual } from './random-manual.ts';

const build = { toolVersion: 'test', drafts: false };
/** Random manuals a property; more in a long night: `EOMS_RUNS=100000 npx vitest run --project property`. */
const wanted = Number(process.env['EOMS_RUNS'] ?? 1000);

const ofState = (counts: StateCounts, state: (typeof clauseStates)[number]): number =>
  state === 'not-applicable' ? counts.notApplicable : counts[state];
const sum = (counts: StateCounts): number =>
  clauseStates.reduce((total, state) => total + ofState(counts, state), 0);
const leaves = ({ clauses }: Coverage) => clauses.filter(({ clause }) => clause.leaf);
const factsOf = (analysis: Analysis): FactsToCheck =>
  JSON.parse(JSON.stringify(buildFactsFile(analysis, build))) as FactsToCheck;
const allStates = ({ facts }: Analysis) =>
  facts.coverages.map(({ standard, clauses }) => [
    standard.edition,
    clauses.map(({ clause, state, reason, missing }) => [clause.clause, state, reason, missing]),
  ]);

test('the plans are varied: every state, standing and type of document occurs', () => {
  const states = new Set<string>();
  const standings = new Set<string>();
  for (const plan of fc.sample(plannedManual, { numRuns: 300, seed: 1 })) {
    for (const coverage of analysePlan(plan).facts.coverages) {
      for (const { state, claims } of coverage.clauses) {
        states.add(state);
        for (const { standing } of claims) standings.add(standing);
      }
      for (const { standing } of coverage.strayClaims) standings.add(standing);
    }
  }
  expect([...states].toSorted()).toEqual([...clauseStates].toSorted());
  expect([...standings].toSorted()).toEqual(
    ['dangling', 'in force', 'orphan', 'outdated', 'overdue', 'planned', 'unwanted', 'withdrawn'].toSorted(),
  );
});

test('states are disjoint and add up, headings show their worst leaf, 100 percent means all', () => {
  const worstFirst = ['gap', 'planned', 'partial', 'overdue', 'outdated', 'covered', 'not-applicable'];
  fc.assert(
    fc.property(plannedManual, (plan) => {
      for (const coverage of analysePlan(plan).facts.coverages) {
        expect(sum(coverage.counts)).toBe(coverage.leaves);
        expect(leaves(coverage)).toHaveLength(coverage.leaves);
        for (const state of clauseStates) {
          expect(ofState(coverage.counts, state)).toBe(
            leaves(coverage).filter((leaf) => leaf.state === state).length,
          );
        }
        const { covered, notApplicable } = coverage.counts;
        const applicable = coverage.leaves - notApplicable;
        expect(coverage.percent).toBe(
          applicable === 0 ? undefined : Math.floor((covered * 100) / applicable),
        );
        if (coverage.percent === 100) {
          const open = leaves(coverage).filter(
            ({ state }) => state !== 'covered' && state !== 'not-applicable',
          );
          expect(open).toEqual([]);
        }
        for (const heading of coverage.clauses.filter(({ clause }) => !clause.leaf)) {
          const below = leaves(coverage).filter(({ clause }) =>
            clause.clause.startsWith(`${heading.clause.clause}.`),
          );
          expect(sum(heading.counts)).toBe(below.length);
          expect(heading.state).toBe(worstFirst.find((state) => below.some((leaf) => leaf.state === state)));
        }
      }
    }),
    { numRuns: wanted },
  );
});

test('adding a good claim never makes a clause worse', () => {
  // Drafts never count and a decision of not applicable stands whatever is claimed, so the order is that of the mending.
  const better = ['gap', 'planned', 'partial', 'overdue', 'outdated', 'covered'];
  fc.assert(
    fc.property(plannedManual, fc.constantFrom(...documentTypes), fc.nat(), (plan, type, choice) => {
      const before = analysePlan(plan);
      const { coverage } = before.facts;
      if (!coverage) throw new Error('The edition in force is unknown');
      const leaf = leaves(coverage)[choice % coverage.leaves];
      if (!leaf) return;
      const after = analysePlan(withDocument(plan, goodDocument(plan, type, leaf.clause.clause)));
      for (const { clause, state } of leaves(coverage)) {
        const now = after.facts.coverage?.byLabel.get(clause.clause)?.state;
        if (state === 'not-applicable') expect(now).toBe('not-applicable');
        else expect(better.indexOf(now ?? '')).toBeGreaterThanOrEqual(better.indexOf(state));
      }
    }),
    { numRuns: wanted },
  );
});

test('the order of files does not matter', () => {
  fc.assert(
    fc.property(plannedManual, (plan) => {
      const [one, other] = [analysePlan(plan), analysePlan(plan, 'reversed')];
      expect(allStates(other)).toEqual(allStates(one));
      expect(other.findings).toEqual(one.findings);
      expect(factsOf(other)).toEqual(factsOf(one));
    }),
    { numRuns: wanted },
  );
});

test('the independent re-check agrees', () => {
  fc.assert(
    fc.property(plannedManual, (plan) => {
      expect(recheck(factsOf(analysePlan(plan)))).toEqual([]);
    }),
    { numRuns: wanted },
  );
});

test('the independent re-check notices a changed state', () => {
  fc.assert(
    fc.property(plannedManual, fc.nat(), fc.constantFrom(...clauseStates), (plan, choice, state) => {
      const facts = factsOf(analysePlan(plan));
      const said = facts.coverage[0]!.states as Record<string, string>;
      const labels = Object.keys(said);
      const label = labels[choice % labels.length]!;
      fc.pre(said[label] !== state);
      said[label] = state;
      expect(recheck(facts)).not.toEqual([]);
    }),
    { numRuns: 100 },
  );
});

const withDocument = (plan: PlannedManual, document: PlannedDocument): PlannedManual => ({
  ...plan,
  documents: [...plan.documents, document],
});

/** A document of this type in force that claims the clause in full. */
function goodDocument(plan: PlannedManual, type: PlannedDocument['type'], clause: string): PlannedDocument {
  return {
    id: 'D-99',
    type,
    version: '1.0',
    status: 'approved',
    author: 'tutor',
    effective: '2024-02-01',
    nextReview: '2030-01-01',
    claims: [{ clause }],
    implements: [],
    supersedes: [],
    history: [
      { act: 'approved', version: '1.0', date: '2024-01-15', by: 'principal', edition: plan.edition },
    ],
  };
}
