/**
 * Claims of all documents, expanded to the clauses of one edition and given their standing.
 *
 * Specification: domain.md section 2, "First" and "A claim".
 */
import type { CalendarDate } from '../model/calendar-date.ts';
import type { Revision } from '../model/control.ts';
import type { Claim, ControlledDocument, DocumentId } from '../model/document.ts';
import type { JudgedClaim, Lifecycle, Standing } from '../model/facts.ts';
import type { Manual } from '../model/manual.ts';
import type { Clause, ClauseLabel, Standard } from '../model/standard.ts';
import { untitledLeaves } from './clause-tree.ts';
import { mapClaim } from './map-editions.ts';

export interface JudgingContext {
  readonly manual: Manual;
  readonly lifecycles: ReadonlyMap<DocumentId, Lifecycle>;
  /** Newer texts of documents in force: what they claim is planned. */
  readonly revisions: ReadonlyMap<DocumentId, Revision>;
  readonly notApplicable: ReadonlySet<ClauseLabel>;
  readonly today: CalendarDate;
}

/** All claims that bear on `standard`, each once for every clause it counts for, in the order of documents. */
export function judgeClaims(standard: Standard, context: JudgingContext): JudgedClaim[] {
  return context.manual.documents.flatMap((document) => {
    const lifecycle = context.lifecycles.get(document.id);
    if (lifecycle === undefined) return [];
    const inForce = judgeDocument(document.claims, document, lifecycle, standard, context);
    const revision = context.revisions.get(document.id);
    if (revision === undefined) return inForce;
    const known = new Set(document.claims.map((claim) => `${claim.edition} ${claim.clause}`));
    const added = revision.document.claims.filter((claim) => !known.has(`${claim.edition} ${claim.clause}`));
    return [...inForce, ...judgeDocument(added, revision.document, revision.lifecycle, standard, context)];
  });
}

function judgeDocument(
  claims: readonly Claim[],
  document: ControlledDocument,
  lifecycle: Lifecycle,
  standard: Standard,
  context: JudgingContext,
): JudgedClaim[] {
  const suspicion = findSuspicion(document, lifecycle, context);
  return claims.flatMap((claim) =>
    mapClaim(claim, standard, context.manual).flatMap((mapped) =>
      judgeClaim(
        { ...claim, clause: mapped.clause },
        mapped.clause,
        standard,
        document,
        lifecycle,
        context,
        mapped.doubt ?? suspicion,
        mapped.indirect,
      ),
    ),
  );
}

function judgeClaim(
  claim: Claim,
  label: ClauseLabel,
  standard: Standard,
  document: ControlledDocument,
  lifecycle: Lifecycle,
  context: JudgingContext,
  doubt: string | undefined,
  indirect: boolean,
): JudgedClaim[] {
  const judged = (clause: ClauseLabel, standing: Standing, standingReason: string): JudgedClaim => ({
    claim,
    clause,
    standing,
    standingReason,
    extent: claim.extent,
    type: document.frontMatter.type,
    version: document.frontMatter.version,
    effective: lifecycle.state === 'effective',
  });
  const clause = standard.byLabel.get(label);
  if (clause === undefined) return [judged(label, 'orphan', `${standard.name} has no clause ${label}`)];
  const anchors =
    context.manual.documentById.get(document.id) === document
      ? context.manual.anchorsById.get(document.id)
      : new Set(document.body.headings.map((heading) => heading.id));
  const lost = claim.sections.find((section) => anchors !== undefined && !anchors.has(section));
  if (lost !== undefined) return [judged(label, 'dangling', `the section #${lost} does not exist`)];
  const titled = titledChildren(clause, standard);
  const results: JudgedClaim[] = [];
  if (!clause.leaf && titled.length > 0) {
    // Through another edition's or standard's column a heading is nobody's mistake.
    if (!indirect)
      results.push(
        judged(
          label,
          'unwanted',
          `${label} is a heading; its requirements are in ${titled.map((child) => child.clause).join(', ')}`,
        ),
      );
  }
  for (const leaf of clause.leaf ? [clause] : untitledLeaves(clause, standard)) {
    results.push(
      context.notApplicable.has(leaf.clause)
        ? judged(leaf.clause, 'unwanted', `${leaf.clause} is declared not applicable`)
        : judged(leaf.clause, ...standingOf(document, lifecycle, doubt, context)),
    );
  }
  return results;
}

const titledChildren = (clause: Clause, standard: Standard): Clause[] =>
  clause.children
    .map((label) => standard.byLabel.get(label))
    .filter((child): child is Clause => child !== undefined && child.untitled !== true);

function standingOf(
  document: ControlledDocument,
  lifecycle: Lifecycle,
  doubt: string | undefined,
  context: JudgingContext,
): [Standing, string] {
  if (lifecycle.state === 'withdrawn') return ['withdrawn', 'it is withdrawn'];
  if (lifecycle.state === 'superseded')
    return ['withdrawn', `it is superseded by ${lifecycle.supersededBy ?? 'another document'}`];
  if (lifecycle.state === 'draft' && document.frontMatter.status === 'approved')
    return ['planned', 'its approval does not hold'];
  if (lifecycle.state === 'draft') return ['planned', 'it is a draft'];
  if (lifecycle.state === 'in-review') return ['planned', 'it is in review'];
  if (lifecycle.state === 'approved')
    return ['planned', `it takes effect only on ${lifecycle.effective ?? 'a later date'}`];
  if (doubt !== undefined) return ['outdated', doubt];
  if (lifecycle.overdue && lifecycle.nextReview !== undefined)
    return [
      'overdue',
      `its review was due on ${lifecycle.nextReview}${context.today === lifecycle.nextReview ? ' (today)' : ''}`,
    ];
  return ['in force', ''];
}

/** A document it puts into practice changed in substance after this one was last approved or reviewed. */
function findSuspicion(
  document: ControlledDocument,
  lifecycle: Lifecycle,
  { manual, lifecycles, today }: JudgingContext,
): string | undefined {
  if (lifecycle.lastReview === undefined) return undefined;
  for (const id of document.frontMatter.implements ?? []) {
    const parent = manual.documentById.get(id);
    const parentState = lifecycles.get(id)?.state;
    if (parent === undefined || (parentState !== 'effective' && parentState !== 'superseded')) continue;
    const change = (parent.frontMatter.history ?? []).find(
      (entry) =>
        entry.act === 'approved' &&
        entry.change === 'substantive' &&
        entry.date > (lifecycle.lastReview ?? '') &&
        entry.date <= today,
    );
    if (change !== undefined)
      return `${id}, which it puts into practice, changed in substance on ${change.date}, after its own last approval or review on ${lifecycle.lastReview}`;
  }
  return undefined;
}
