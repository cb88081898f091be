/** Judged claims by document, over every edition shown. */
import type { Claim, ControlledDocument, DocumentId } from '../core/model/document.ts';
import type { JudgedClaim } from '../core/model/facts.ts';
import type { ViewContext } from './context.ts';

export function claimsByDocument(context: ViewContext): ReadonlyMap<DocumentId, readonly JudgedClaim[]> {
  return context.once('claimsByDocument', () => {
    const byDocument = new Map<DocumentId, JudgedClaim[]>();
    const add = (judged: JudgedClaim): void => {
      const list = byDocument.get(judged.claim.document);
      if (list === undefined) byDocument.set(judged.claim.document, [judged]);
      else list.push(judged);
    };
    for (const coverage of context.facts.coverages) {
      for (const { claims } of coverage.clauses) claims.forEach(add);
      coverage.strayClaims.forEach(add);
    }
    return byDocument;
  });
}

/** As the standards count, the edition in force first; unknown clauses last. */
export function inStandardOrder(context: ViewContext, claims: readonly Claim[]): Claim[] {
  const order = context.once('clauseOrder', () => {
    const positions = new Map<string, number>();
    for (const { standard } of context.facts.coverages)
      for (const { clause } of standard.clauses)
        positions.set(`${standard.edition} ${clause}`, positions.size);
    return positions;
  });
  const at = ({ edition, clause }: Claim): number => order.get(`${edition} ${clause}`) ?? Infinity;
  return [...claims].sort((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
}

/** Clauses of the edition in force that a document claims, each once. */
export function clausesInForce(context: ViewContext, document: ControlledDocument): string[] {
  const { edition } = context.manual.settings;
  return [
    ...new Set(
      inStandardOrder(
        context,
        document.claims.filter((claim) => claim.edition === edition),
      ).map(({ clause }) => clause),
    ),
  ];
}
