/** Judged claims by document, over every edition shown. */
import type { DocumentId } from '../core/model/document.ts';
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
