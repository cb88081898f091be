/** What changed between two states of the manual, both looked at on the same day. */
import type { ClauseFacts, ClauseState, DocumentFacts, Facts, LifecycleState } from '../model/facts.ts';
import type { DocumentId } from '../model/document.ts';
import type { ClauseLabel, EditionKey } from '../model/standard.ts';
import { rankOf } from './coverage-baseline.ts';

export interface ClauseChange {
  readonly clause: ClauseLabel;
  readonly title: string;
  readonly before: ClauseState;
  readonly now: ClauseState;
  readonly reason: string;
}

export interface EvidenceChange {
  readonly clause: ClauseLabel;
  readonly title: string;
  readonly state: ClauseState;
  /** What counts for the clause, e.g. `PRC-007 2.0 #decision`. */
  readonly before: readonly string[];
  readonly now: readonly string[];
}

export interface DocumentChange {
  readonly id: DocumentId;
  readonly title: string;
  readonly kind: 'added' | 'removed' | 'version' | 'state' | 'text';
  readonly before?: string | undefined;
  readonly now?: string | undefined;
}

export interface Comparison {
  readonly edition: EditionKey | undefined;
  readonly percentBefore: number | undefined;
  readonly percentNow: number | undefined;
  /** Better than before. */
  readonly closed: readonly ClauseChange[];
  /** Worse than before. */
  readonly opened: readonly ClauseChange[];
  /** The same state, on other evidence. */
  readonly evidence: readonly EvidenceChange[];
  readonly documents: readonly DocumentChange[];
}

export function compareAnalyses(before: Facts, now: Facts): Comparison {
  const closed: ClauseChange[] = [];
  const opened: ClauseChange[] = [];
  const evidence: EvidenceChange[] = [];
  for (const facts of now.coverage?.clauses ?? []) {
    const earlier = before.coverage?.byLabel.get(facts.clause.clause);
    if (!facts.clause.leaf || earlier === undefined) continue;
    const { clause, title } = facts.clause;
    if (facts.state !== earlier.state) {
      const change = { clause, title, before: earlier.state, now: facts.state, reason: facts.reason };
      (rankOf(facts.state) > rankOf(earlier.state) ? closed : opened).push(change);
      continue;
    }
    const [was, is] = [evidenceOf(earlier), evidenceOf(facts)];
    if (was.join('\n') !== is.join('\n'))
      evidence.push({ clause, title, state: facts.state, before: was, now: is });
  }
  return {
    edition: now.coverage?.standard.edition,
    percentBefore: before.coverage?.percent,
    percentNow: now.coverage?.percent,
    closed,
    opened,
    evidence,
    documents: compareDocuments(before, now),
  };
}

/** The claims that count for a clause on the day, sorted. */
function evidenceOf(facts: ClauseFacts): string[] {
  const counting = facts.claims.filter(
    (claim) => claim.standing !== 'planned' && claim.standing !== 'withdrawn',
  );
  const described = counting.map(({ claim, version, extent, standing }) =>
    [
      claim.document,
      version,
      ...claim.sections.map((section) => `#${section}`),
      ...(extent === 'partial' ? ['(partial)'] : []),
      ...(standing === 'in force' ? [] : [`(${standing})`]),
    ].join(' '),
  );
  return [...new Set(described)].sort();
}

const stateWords: Readonly<Record<LifecycleState, string>> = {
  draft: 'draft',
  'in-review': 'in review',
  approved: 'approved for a later date',
  effective: 'in force',
  superseded: 'superseded',
  withdrawn: 'withdrawn',
};

function compareDocuments(before: Facts, now: Facts): DocumentChange[] {
  const changes: DocumentChange[] = [];
  const described = ({ document, lifecycle }: DocumentFacts): string =>
    `${document.frontMatter.version}, ${stateWords[lifecycle.state]}`;
  for (const facts of now.documents) {
    const { id, frontMatter } = facts.document;
    const earlier = before.documentById.get(id);
    const change = { id, title: frontMatter.title };
    if (earlier === undefined) {
      changes.push({ ...change, kind: 'added', now: described(facts) });
    } else if (earlier.document.frontMatter.version !== frontMatter.version) {
      changes.push({ ...change, kind: 'version', before: described(earlier), now: described(facts) });
    } else if (earlier.lifecycle.state !== facts.lifecycle.state) {
      changes.push({ ...change, kind: 'state', before: described(earlier), now: described(facts) });
    } else if (earlier.document.digest !== facts.document.digest) {
      changes.push({ ...change, kind: 'text', now: described(facts) });
    }
  }
  for (const facts of before.documents) {
    if (now.documentById.has(facts.document.id)) continue;
    const { id, frontMatter } = facts.document;
    changes.push({ id, title: frontMatter.title, kind: 'removed', before: described(facts) });
  }
  return changes.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
