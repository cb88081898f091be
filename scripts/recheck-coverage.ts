/**
 * Computes the state of every clause again from `facts.json` and compares: `node scripts/recheck-coverage.ts FILE…`.
 *
 * This program shares no code with the generator on purpose. It was written from the specification alone and imports
 * nothing but Node's own modules, so that a mistake in the one is not a mistake in both. Where the specification
 * leaves a choice, the comment beginning "Read as" says which reading was taken.
 *
 * Exit 0: every state agrees. 1: at least one differs. 2: a file could not be read.
 */
import { readFileSync } from 'node:fs';

interface Item {
  readonly kind: 'maintain' | 'retain';
  readonly what: string;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly accepts: readonly string[];
}
interface Clause {
  readonly clause: string;
  readonly parent?: string;
  readonly untitled?: boolean;
  readonly items: readonly Item[];
  readonly counterparts?: readonly string[];
  readonly from?: string;
  readonly change?: string;
}
interface Standard {
  readonly edition: string;
  readonly previous?: string;
  readonly clauses: readonly Clause[];
}
interface Entry {
  readonly act: string;
  readonly version: string;
  readonly date: string;
  readonly by: string;
  readonly change?: string;
  readonly edition?: string;
}
interface Claim {
  /** As written; without one, the edition follows from the history. */
  readonly standard?: string;
  readonly clause: string;
  readonly sections: readonly string[];
  readonly extent: 'full' | 'partial';
}
interface Document {
  readonly id: string;
  readonly type: string;
  readonly version: string;
  readonly status: string;
  readonly author?: string;
  readonly effective?: string;
  readonly review?: string;
  readonly nextReview?: string;
  readonly changedSinceApproval?: boolean;
  readonly supersedes: readonly string[];
  readonly implements: readonly string[];
  readonly sections: readonly string[];
  readonly history: readonly Entry[];
  readonly claims: readonly Claim[];
  /** The next version of a text in force. */
  readonly revision?: {
    readonly version: string;
    readonly sections: readonly string[];
    readonly claims: readonly Claim[];
  };
}
interface NotApplicable {
  readonly clause: string;
  readonly edition: string;
  readonly reason?: string;
  readonly approvedBy?: string;
}
interface Counts {
  [state: string]: number;
}
export interface FactsToCheck {
  readonly today: string;
  readonly edition: string;
  readonly approvals: Readonly<Record<string, readonly string[]>>;
  readonly reviewIntervals: Readonly<Record<string, string>>;
  readonly notApplicable: readonly NotApplicable[];
  readonly standards: readonly Standard[];
  readonly documents: readonly Document[];
  readonly coverage: readonly {
    readonly edition: string;
    readonly counts: Counts;
    readonly leaves: number;
    readonly percent: number | null;
    readonly states: Readonly<Record<string, string>>;
  }[];
}

/** Differences between the states in the file and the states computed here, one sentence each; empty when all agree. */
export function recheck(facts: FactsToCheck): string[] {
  const differences: string[] = [];
  const differ = (what: string, said: unknown, computed: unknown): void => {
    if (said !== computed)
      differences.push(`${what}: the file says ${String(said)}, computed again ${String(computed)}`);
  };
  for (const said of facts.coverage) {
    const standard = facts.standards.find(({ edition }) => edition === said.edition);
    if (!standard) {
      differences.push(`${said.edition}: no such standard in the file`);
      continue;
    }
    const states = statesOf(standard, facts);
    for (const clause of new Set([...Object.keys(said.states), ...states.keys()])) {
      differ(`${said.edition} ${clause}`, said.states[clause], states.get(clause));
    }
    const leaves = standard.clauses.filter(({ clause }) => childrenOf(standard, clause).length === 0);
    const count = (state: string): number =>
      leaves.filter(({ clause }) => states.get(clause) === state).length;
    for (const state of worstFirst) {
      const key = state === 'not-applicable' ? 'notApplicable' : state;
      differ(`${said.edition} number of ${state}`, said.counts[key], count(state));
    }
    differ(`${said.edition} number of clauses`, said.leaves, leaves.length);
    const applicable = leaves.length - count('not-applicable');
    differ(
      `${said.edition} percent`,
      said.percent,
      applicable === 0 ? null : Math.floor((count('covered') * 100) / applicable),
    );
  }
  return differences;
}

const worstFirst = ['gap', 'planned', 'partial', 'overdue', 'outdated', 'covered', 'not-applicable'] as const;
type State = (typeof worstFirst)[number];

/** What a claim is worth for one leaf. Claims that are worth nothing anywhere never get here. */
interface Counted {
  readonly type: string;
  readonly extent: 'full' | 'partial';
  readonly standing: 'withdrawn' | 'planned' | 'outdated' | 'overdue' | 'in force';
}

function statesOf(standard: Standard, facts: FactsToCheck): Map<string, State> {
  const counted = claimsFor(standard, facts);
  const excused = notApplicableLeaves(standard, facts);
  const states = new Map<string, State>();
  // Headings take the worst state below them, so leaves come first.
  for (const clause of standard.clauses) {
    if (childrenOf(standard, clause.clause).length > 0) continue;
    states.set(
      clause.clause,
      excused.has(clause.clause) ? 'not-applicable' : stateOf(clause, counted.get(clause.clause) ?? []),
    );
  }
  for (const clause of standard.clauses) {
    if (childrenOf(standard, clause.clause).length === 0) continue;
    const below = new Set(leavesBelow(standard, clause.clause).map((leaf) => states.get(leaf)));
    states.set(clause.clause, worstFirst.find((state) => below.has(state)) ?? 'not-applicable');
  }
  return states;
}

function stateOf(clause: Clause, claims: readonly Counted[]): State {
  const deciding = clause.items
    .filter(({ confidence }) => confidence !== 'low')
    .map(
      ({ accepts }) =>
        (type: string) =>
          accepts.includes(type),
    );
  // None, or only low ones: one item that any type but a form meets.
  const items = deciding.length > 0 ? deciding : [(type: string) => type !== 'form'];
  const metBy = (...standings: Counted['standing'][]): boolean =>
    items.every((accepts) =>
      claims.some(
        ({ type, extent, standing }) => extent === 'full' && standings.includes(standing) && accepts(type),
      ),
    );
  if (metBy('in force')) return 'covered';
  // Read as: `outdated` is for what needs an outdated claim, alone or with overdue ones. Taken word for word, with
  // overdue claims always counted, the row `outdated` would swallow the row `overdue` below it.
  if (metBy('in force', 'outdated')) return 'outdated';
  if (metBy('in force', 'overdue')) return 'overdue';
  if (metBy('in force', 'overdue', 'outdated')) return 'outdated';
  if (
    claims.some(
      ({ standing }) => standing === 'in force' || standing === 'overdue' || standing === 'outdated',
    )
  )
    return 'partial';
  if (claims.some(({ standing }) => standing === 'planned')) return 'planned';
  return 'gap';
}

/** Claims by the leaf they count for. */
function claimsFor(standard: Standard, facts: FactsToCheck): Map<string, Counted[]> {
  const byLeaf = new Map<string, Counted[]>();
  const count = (document: Document, planned: boolean): void => {
    for (const claim of document.claims) {
      const own = facts.standards.find(({ edition }) => edition === editionOf(claim, document, facts));
      if (!own || !findClause(own, claim.clause)) continue; // orphan
      if (claim.sections.some((section) => !document.sections.includes(section))) continue; // dangling
      for (const source of expand(own, claim.clause)) {
        for (const { leaf, same } of targets(own, source, standard, facts)) {
          const standing = planned ? 'planned' : standingOf(document, same, facts);
          byLeaf.set(leaf, [
            ...(byLeaf.get(leaf) ?? []),
            { type: document.type, extent: claim.extent, standing },
          ]);
        }
      }
    }
  };
  for (const document of facts.documents) {
    count(document, false);
    if (!document.revision) continue;
    // Of the next version, only what the text in force does not claim is news.
    const next = { ...document, ...document.revision };
    const known = new Set(
      document.claims.map((claim) => `${editionOf(claim, document, facts)} ${claim.clause}`),
    );
    const isNew = (claim: Claim): boolean => !known.has(`${editionOf(claim, next, facts)} ${claim.clause}`);
    count({ ...next, claims: next.claims.filter(isNew) }, true);
  }
  return byLeaf;
}

/** A leaf is itself; a heading its untitled children, down to leaves; a heading with titled children is unwanted. */
function expand(standard: Standard, label: string): string[] {
  const children = childrenOf(standard, label);
  if (children.length === 0) return [label];
  return children
    .filter(({ untitled }) => untitled === true)
    .flatMap(({ clause }) => expand(standard, clause));
}

interface Target {
  readonly leaf: string;
  /** Whether every hop of the map says that the text is the same. */
  readonly same: boolean;
}

/** The leaves of `standard` that a claim on the leaf `label` of `own` counts for. */
function targets(own: Standard, label: string, standard: Standard, facts: FactsToCheck): Target[] {
  if (own.edition === standard.edition) return [{ leaf: label, same: true }];
  // A claim on an earlier edition counts for a later one; the specification says nothing of the way back.
  if (chain(own, standard, facts)) return [];
  const mapped = acrossEditions(own, label, standard, facts);
  if (mapped)
    return mapped.flatMap(({ leaf, same }) => expand(standard, leaf).map((below) => ({ leaf: below, same })));
  if (standard.edition !== 'iso-9001:2015') return [];
  // ISO 9001 is reached by the column of counterparts, which is no map of editions: nothing is reworded there.
  const counterparts = findClause(own, label)?.counterparts ?? [];
  const leaves = counterparts.flatMap((other) =>
    findClause(standard, other) ? expand(standard, other) : [],
  );
  return [...new Set(leaves)].map((leaf) => ({ leaf, same: true }));
}

/** Through the from-to map, hop by hop, from an earlier edition to a later one; undefined for any other pair. */
function acrossEditions(
  own: Standard,
  label: string,
  standard: Standard,
  facts: FactsToCheck,
): Target[] | undefined {
  const hops = chain(standard, own, facts);
  if (!hops) return undefined;
  let here: Target[] = [{ leaf: label, same: true }];
  // The weakest link decides: `same` must stand at every hop.
  for (const edition of hops.toReversed()) {
    here = here.flatMap(({ leaf, same }) =>
      edition.clauses
        .filter(({ from, change }) => from === leaf && change !== 'new' && change !== 'removed')
        .map(({ clause, change }) => ({ leaf: clause, same: same && unchanged(change) })),
    );
  }
  return here;
}

/** Taken by the word: the map must say `same`; `renumbered` does not say it. */
const unchanged = (change: string | undefined): boolean => change === 'same';

/** The editions from `newer` back to the one after `older`; undefined where `older` is no earlier edition of it. */
function chain(newer: Standard, older: Standard, facts: FactsToCheck): Standard[] | undefined {
  const passed: Standard[] = [];
  let here: Standard | undefined = newer;
  while (here && here.edition !== older.edition) {
    if (passed.includes(here)) return undefined;
    passed.push(here);
    const { previous }: Standard = here;
    here = facts.standards.find(({ edition }) => edition === previous);
  }
  return here ? passed : undefined;
}

/** @param same whether the map, if one was needed, says that the text is the same */
function standingOf(document: Document, same: boolean, facts: FactsToCheck): Counted['standing'] {
  const life = lifeOf(document, facts);
  if (life === 'withdrawn') return 'withdrawn';
  if (life !== 'effective') return 'planned';
  // Read as: a superseded document counts like a withdrawn one; the list of standings has no other place for it.
  if (isSuperseded(document, facts)) return 'withdrawn';
  if (!same || isSuspect(document, facts)) return 'outdated';
  if (facts.today > reviewDue(document, facts)) return 'overdue';
  return 'in force';
}

/**
 * The edition a claim speaks of: that of the approval or review of this version, as its entry records, so that a
 * review under a new edition confirms all claims for it. Read as: an edition written in the claim stands for itself.
 */
function editionOf(claim: Claim, document: Document, facts: FactsToCheck): string {
  if (claim.standard !== undefined) return claim.standard;
  const nameOf = (edition: string): string | undefined => edition.split(':')[0];
  const named = document.history.find(
    ({ version, edition }) => version === document.version && edition !== undefined,
  )?.edition;
  return named !== undefined && nameOf(named) === nameOf(facts.edition) ? named : facts.edition;
}

/**
 * A document it implements had a substantive change after its own last approval or review. Read as: a change is an
 * approval, of a document that is in force or was superseded, by today; to adopt a text changes nothing in it.
 */
function isSuspect(document: Document, facts: FactsToCheck): boolean {
  const own = latest(document, ['approved', 'adopted', 'reviewed'])?.date ?? '';
  return facts.documents.some(
    (other) =>
      document.implements.includes(other.id) &&
      lifeOf(other, facts) === 'effective' &&
      other.history.some(
        ({ act, change, date }) =>
          act === 'approved' && change === 'substantive' && date > own && date <= facts.today,
      ),
  );
}

function lifeOf(document: Document, facts: FactsToCheck): 'draft' | 'approved' | 'effective' | 'withdrawn' {
  if (document.status === 'withdrawn') return 'withdrawn';
  const approval = approvalOf(document, facts);
  // The fingerprint of the approval must equal the text.
  if (document.status !== 'approved' || !approval || document.changedSinceApproval === true) return 'draft';
  return (document.effective ?? approval.date) <= facts.today ? 'effective' : 'approved';
}

/** An entry for this very version by a role with authority for this type, not the author's. */
function approvalOf(document: Document, facts: FactsToCheck): Entry | undefined {
  const mayApprove = facts.approvals[document.type];
  return latest(
    document,
    ['approved', 'adopted'],
    ({ by }) => by !== document.author && (mayApprove === undefined || mayApprove.includes(by)),
  );
}

/**
 * Another effective document supersedes it. Read as: whether that one is itself superseded does not matter, or a
 * chain of three would bring the first back.
 */
function isSuperseded(document: Document, facts: FactsToCheck): boolean {
  return facts.documents.some(
    (other) =>
      other.id !== document.id &&
      other.supersedes.includes(document.id) &&
      lifeOf(other, facts) === 'effective',
  );
}

/**
 * One interval after the latest approval or review. A fixed day stands instead, until a review has kept it. The day
 * itself is not overdue.
 */
function reviewDue(document: Document, facts: FactsToCheck): string {
  const last = latest(document, ['approved', 'adopted', 'reviewed'])?.date ?? facts.today;
  if (document.nextReview !== undefined && document.nextReview > last) return document.nextReview;
  return plus(last, document.review ?? facts.reviewIntervals[document.type] ?? 'P12M');
}

/** The newest entry of these acts about the version in force; the history stands newest first. */
function latest(
  document: Document,
  acts: readonly string[],
  accepted: (entry: Entry) => boolean = () => true,
): Entry | undefined {
  return document.history.find(
    (entry) => acts.includes(entry.act) && entry.version === document.version && accepted(entry),
  );
}

/** A day that lacks in the month becomes its last: 31 January and one month is the last of February. */
function plus(day: string, period: string): string {
  const part = (unit: string): number => Number(new RegExp(`(\\d+)${unit}`).exec(period)?.[1] ?? 0);
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const months = month - 1 + part('M') + 12 * part('Y');
  const monthEnd = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
  const moved = new Date(Date.UTC(year, months, Math.min(date, monthEnd)));
  moved.setUTCDate(moved.getUTCDate() + part('D') + 7 * part('W'));
  return moved.toISOString().slice(0, 10);
}

/** Declared with a reason and an approver who may; of a heading, all its leaves. */
function notApplicableLeaves(standard: Standard, facts: FactsToCheck): Set<string> {
  const mayDecide = facts.approvals['notApplicable'];
  const valid = facts.notApplicable.filter(
    ({ reason, approvedBy }) =>
      reason !== undefined &&
      approvedBy !== undefined &&
      (mayDecide === undefined || mayDecide.includes(approvedBy)),
  );
  return new Set(
    valid.flatMap(({ clause, edition }) => {
      const own = facts.standards.find((other) => other.edition === edition);
      if (!own || !findClause(own, clause)) return [];
      const leaves = leavesBelow(own, clause);
      if (own.edition === standard.edition) return leaves;
      if (chain(own, standard, facts)) return [];
      // Read as: a decision holds in another edition where the map says same, like a claim.
      return leaves.flatMap((leaf) =>
        (acrossEditions(own, leaf, standard, facts) ?? [])
          .filter(({ same }) => same)
          .flatMap((target) => leavesBelow(standard, target.leaf)),
      );
    }),
  );
}

const findClause = (standard: Standard, label: string): Clause | undefined =>
  standard.clauses.find(({ clause }) => clause === label);
const childrenOf = (standard: Standard, label: string): Clause[] =>
  standard.clauses.filter(({ parent }) => parent === label);

function leavesBelow(standard: Standard, label: string): string[] {
  const children = childrenOf(standard, label);
  return children.length === 0 ? [label] : children.flatMap(({ clause }) => leavesBelow(standard, clause));
}

function main(paths: readonly string[]): number {
  if (paths.length === 0) {
    console.error('Usage: node scripts/recheck-coverage.ts dist/facts.json …');
    return 2;
  }
  let differing = 0;
  for (const path of paths) {
    let facts: FactsToCheck;
    try {
      facts = JSON.parse(readFileSync(path, 'utf8')) as FactsToCheck;
    } catch (error) {
      console.error(`Cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`);
      return 2;
    }
    const differences = recheck(facts);
    const clauses = facts.coverage.reduce((sum, { states }) => sum + Object.keys(states).length, 0);
    for (const difference of differences) console.log(`${path}: ${difference}`);
    console.log(
      `${path}: ${clauses} clauses of ${facts.coverage.length} editions, ${differences.length} differences`,
    );
    differing += differences.length;
  }
  return differing === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
