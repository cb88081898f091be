/**
 * Coverage: one pure function gives each clause of an edition one state and its reason. Headline, matrix,
 * badge, spreadsheet, JSON and exit code only count what it returned.
 *
 * Specification: domain.md section 2. `scripts/recheck-coverage.ts` computes the same from `/facts.json`
 * without sharing a line with this file.
 */
import { documentTypes } from '../../../schemas/document.ts';
import type { NotApplicableEntry } from '../../../schemas/manual.ts';
import type { DocumentId } from '../model/document.ts';
import type {
  ClauseFacts,
  ClauseState,
  Coverage,
  ItemFacts,
  JudgedClaim,
  Standing,
  StateCounts,
} from '../model/facts.ts';
import { statesWorstFirst } from '../model/facts.ts';
import type { Manual } from '../model/manual.ts';
import type { Clause, ClauseLabel, RequiredItem, Standard } from '../model/standard.ts';
import { leavesBelow } from './clause-tree.ts';
import { explainHeading, explainState, type ReasonContext } from './coverage-reasons.ts';
import { alongEditions } from './map-editions.ts';
import { judgeClaims, type JudgingContext } from './judge-claims.ts';

/** The item of a clause for which no deciding item is known: any type but a form meets it. */
export const anyDocument: RequiredItem = {
  kind: 'maintain',
  what: 'any document that meets it (the kind is not prescribed)',
  confidence: 'high',
  accepts: documentTypes.filter((type) => type !== 'form'),
  deciding: true,
};

export function analyseCoverage(
  standard: Standard,
  context: Omit<JudgingContext, 'notApplicable'>,
): Coverage {
  const notApplicable = findNotApplicable(standard, context.manual);
  const judged = judgeClaims(standard, { ...context, notApplicable: new Set(notApplicable.keys()) });
  const counting = new Map<ClauseLabel, JudgedClaim[]>();
  const strayClaims: JudgedClaim[] = [];
  for (const claim of judged) {
    if (isStray(claim)) strayClaims.push(claim);
    else (counting.get(claim.clause) ?? counting.set(claim.clause, []).get(claim.clause))?.push(claim);
  }
  const reasonContext: ReasonContext = {
    ...context,
    standard,
    files: filesToEdit(context.manual),
    refused: findRefused(standard, context.manual),
  };
  const leaves = new Map<ClauseLabel, ClauseFacts>();
  for (const clause of standard.clauses) {
    if (clause.leaf)
      leaves.set(
        clause.clause,
        analyseLeaf(
          clause,
          counting.get(clause.clause) ?? [],
          notApplicable.get(clause.clause),
          reasonContext,
        ),
      );
  }
  const clauses = standard.clauses.map(
    (clause) => leaves.get(clause.clause) ?? analyseHeading(clause, standard, leaves),
  );
  const counts = addCounts([...leaves.values()].map((leaf) => leaf.counts));
  const forecast = [...leaves.values()].filter(
    (leaf) =>
      leaf.state !== 'not-applicable' &&
      decidingItems(leaf.clause).every((item) => isMet(item, leaf.claims, ['in force', 'planned'])),
  ).length;
  return {
    standard,
    clauses,
    counts,
    strayClaims,
    byLabel: new Map(clauses.map((facts) => [facts.clause.clause, facts])),
    leaves: leaves.size,
    percent: percentOf(counts.covered, leaves.size - counts.notApplicable),
    forecastPercent: percentOf(forecast, leaves.size - counts.notApplicable),
  };
}

/** Where authors write each document, though a frozen copy of it may be what is published. */
function filesToEdit(manual: Manual): Map<DocumentId, string> {
  const archive = `${manual.contentFolder}/archive/`;
  return new Map(
    [...manual.documentByFile].flatMap(([file, { id }]) => (file.startsWith(archive) ? [] : [[id, file]])),
  );
}

/** Claims that count for no clause: reported by rules, never scored. */
export const isStray = (claim: JudgedClaim): boolean =>
  claim.standing === 'orphan' || claim.standing === 'dangling' || claim.standing === 'unwanted';

/** Whole percent rounded down, so that 100 means all; undefined for 0 of 0. */
export const percentOf = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : Math.floor((part * 100) / whole);

/**
 * Declarations that hold, a heading's expanded to its leaves. One without a reason or an entitled approver is
 * refused. A declaration of an earlier edition holds for a later one where the map says `same`, as claims do.
 */
export const findNotApplicable = (standard: Standard, manual: Manual): Map<ClauseLabel, NotApplicableEntry> =>
  findDeclared(standard, manual, (entry) => isEntitled(entry, manual));

/** Declarations that would hold if they had a reason and an approver who may. */
const findRefused = (standard: Standard, manual: Manual): Map<ClauseLabel, NotApplicableEntry> =>
  findDeclared(standard, manual, (entry) => !isEntitled(entry, manual));

function findDeclared(
  standard: Standard,
  manual: Manual,
  wanted: (entry: NotApplicableEntry) => boolean,
): Map<ClauseLabel, NotApplicableEntry> {
  const found = new Map<ClauseLabel, NotApplicableEntry>();
  for (const entry of manual.settings.notApplicable ?? []) {
    if (!wanted(entry)) continue;
    for (const label of declaredLabels(entry, standard, manual)) {
      const clause = standard.byLabel.get(label);
      if (clause === undefined) continue;
      for (const leaf of leavesBelow(clause, standard))
        if (!found.has(leaf.clause)) found.set(leaf.clause, entry);
    }
  }
  return found;
}

/** First the declared heading is taken for its leaves, then each of them is looked up in the later edition. */
function declaredLabels(entry: NotApplicableEntry, standard: Standard, manual: Manual): ClauseLabel[] {
  const edition = entry.standard ?? manual.settings.edition;
  if (edition === standard.edition) return [entry.clause];
  const source = manual.standards.get(edition);
  const declared = source?.byLabel.get(entry.clause);
  if (source === undefined || declared === undefined) return [];
  return leavesBelow(declared, source)
    .flatMap(({ clause }) => alongEditions({ edition, clause }, standard, manual) ?? [])
    .filter((one) => one.doubt === undefined)
    .map((one) => one.clause);
}

export function isEntitled(entry: NotApplicableEntry, manual: Manual): boolean {
  const may = manual.settings.approvals?.notApplicable;
  return (
    entry.reason !== undefined &&
    entry.approvedBy !== undefined &&
    (may === undefined || may.includes(entry.approvedBy))
  );
}

function decidingItems(clause: Clause): readonly RequiredItem[] {
  const deciding = clause.requires.filter((item) => item.deciding);
  return deciding.length === 0 ? [anyDocument] : deciding;
}

const meets = (item: RequiredItem, claim: JudgedClaim, standings: readonly Standing[]): boolean =>
  claim.extent === 'full' && item.accepts.includes(claim.type) && standings.includes(claim.standing);
const isMet = (item: RequiredItem, claims: readonly JudgedClaim[], standings: readonly Standing[]): boolean =>
  claims.some((claim) => meets(item, claim, standings));

function stateOf(clause: Clause, claims: readonly JudgedClaim[], isNotApplicable: boolean): ClauseState {
  if (isNotApplicable) return 'not-applicable';
  const items = decidingItems(clause);
  const metWith = (...standings: Standing[]): boolean =>
    items.every((item) => isMet(item, claims, standings));
  if (metWith('in force')) return 'covered';
  if (metWith('in force', 'outdated')) return 'outdated';
  if (metWith('in force', 'overdue')) return 'overdue';
  if (metWith('in force', 'outdated', 'overdue')) return 'outdated';
  if (
    claims.some(
      (claim) =>
        claim.standing === 'in force' || claim.standing === 'outdated' || claim.standing === 'overdue',
    )
  )
    return 'partial';
  return claims.some((claim) => claim.standing === 'planned') ? 'planned' : 'gap';
}

function analyseLeaf(
  clause: Clause,
  claims: readonly JudgedClaim[],
  declared: NotApplicableEntry | undefined,
  context: ReasonContext,
): ClauseFacts {
  const state = stateOf(clause, claims, declared !== undefined);
  const shown: readonly RequiredItem[] = clause.requires.some((item) => item.deciding)
    ? clause.requires
    : [...clause.requires, anyDocument];
  const items: ItemFacts[] = shown.map((item) => {
    const met = claims.filter((claim) => meets(item, claim, ['in force']));
    return {
      item,
      met: met.length > 0,
      by:
        met.length > 0
          ? met
          : claims.filter((claim) => meets(item, claim, ['outdated', 'overdue', 'planned'])),
    };
  });
  const missing =
    state === 'not-applicable'
      ? []
      : items.filter((facts) => facts.item.deciding && !facts.met).map((facts) => facts.item.what);
  const columnOf = (kind: RequiredItem['kind']): boolean | undefined => {
    const asked = items.filter(
      (facts) => facts.item.deciding && facts.item !== anyDocument && facts.item.kind === kind,
    );
    return asked.length === 0 || state === 'not-applicable' ? undefined : asked.every((facts) => facts.met);
  };
  const facts: Omit<ClauseFacts, 'reason' | 'remedy'> = {
    clause,
    state,
    missing,
    items,
    claims,
    documented: columnOf('maintain'),
    recordDefined: columnOf('retain'),
    evidenced: claims.some((claim) => claim.standing === 'in force' && isEvidence(claim, context)),
    counts: countOne(state),
  };
  return { ...facts, ...explainState(facts, declared, context) };
}

/** A record that is itself published evidence, within the period it speaks for. */
function isEvidence(claim: JudgedClaim, { manual, today }: ReasonContext): boolean {
  const frontMatter = manual.documentById.get(claim.claim.document)?.frontMatter;
  if (frontMatter?.type !== 'record' || frontMatter.evidence !== true) return false;
  const period = frontMatter.periodCovered;
  return period === undefined || (period.from <= today && today <= period.to);
}

function analyseHeading(
  clause: Clause,
  standard: Standard,
  leaves: ReadonlyMap<ClauseLabel, ClauseFacts>,
): ClauseFacts {
  const below = leavesBelow(clause, standard).flatMap((leaf) => leaves.get(leaf.clause) ?? []);
  const counts = addCounts(below.map((leaf) => leaf.counts));
  const state = statesWorstFirst.find((one) => below.some((leaf) => leaf.state === one)) ?? 'not-applicable';
  const all = (pick: (facts: ClauseFacts) => boolean | undefined): boolean | undefined => {
    const asked = below.map(pick).filter((value) => value !== undefined);
    return asked.length === 0 ? undefined : asked.every(Boolean);
  };
  return {
    clause,
    state,
    counts,
    missing: [],
    items: [],
    claims: [],
    documented: all((leaf) => leaf.documented),
    recordDefined: all((leaf) => leaf.recordDefined),
    evidenced: below.length > 0 && below.every((leaf) => leaf.evidenced || leaf.state === 'not-applicable'),
    reason: explainHeading(counts, below.length),
  };
}

const none: StateCounts = {
  covered: 0,
  partial: 0,
  overdue: 0,
  outdated: 0,
  planned: 0,
  gap: 0,
  notApplicable: 0,
};
const countKey = (state: ClauseState): keyof StateCounts =>
  state === 'not-applicable' ? 'notApplicable' : state;
const countOne = (state: ClauseState): StateCounts => ({ ...none, [countKey(state)]: 1 });

export function addCounts(all: readonly StateCounts[]): StateCounts {
  const sum: Record<keyof StateCounts, number> = { ...none };
  for (const counts of all)
    for (const key of Object.keys(none) as (keyof StateCounts)[]) sum[key] += counts[key];
  return sum;
}
