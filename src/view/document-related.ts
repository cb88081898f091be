/** Documents that hang together with one, both ways, grouped by how. */
import type { DocumentFacts, Reference } from '../core/model/facts.ts';
import type { ViewContext } from './context.ts';
import { documentLink, type DocumentLinkView } from './document-link.ts';

/** More than this in one group of related documents would bury the text. */
const mostRelated = 40;

export interface RelatedGroupView {
  readonly titleText: string;
  readonly documents: readonly DocumentLinkView[];
  readonly moreText?: string | undefined;
}

const relations: readonly Reference['relation'][] = ['implements', 'uses', 'produces', 'supersedes', 'link'];

export function relatedDocuments(context: ViewContext, facts: DocumentFacts): RelatedGroupView[] {
  const groups: RelatedGroupView[] = [];
  const shown = new Set<string>();
  for (const relation of relations) {
    for (const [references, end, titles] of [
      [facts.refersTo, 'to', context.text.relationsOut],
      [facts.referredToBy, 'from', context.text.relationsIn],
    ] as const) {
      const ids = new Set<string>();
      for (const reference of references) {
        if (reference.relation !== relation) continue;
        const other = reference[end];
        // A document that is named for a stronger reason is not listed again as merely mentioned.
        if (
          other === facts.document.id ||
          !context.hasPage(other) ||
          (relation === 'link' && shown.has(other))
        )
          continue;
        ids.add(other);
        if (relation !== 'link') shown.add(other);
      }
      if (ids.size === 0) continue;
      const sorted = [...ids].sort();
      groups.push({
        titleText: titles[relation],
        documents: sorted
          .slice(0, mostRelated)
          .map((id) => documentLink(context, context.facts.documentById.get(id) as DocumentFacts)),
        moreText: sorted.length > mostRelated ? `and ${sorted.length - mostRelated} more` : undefined,
      });
    }
  }
  return groups;
}
