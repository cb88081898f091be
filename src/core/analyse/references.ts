/** Which document refers to which: links in the text and relations in the front matter, each once. */
import type { ControlledDocument, DocumentId } from '../model/document.ts';
import type { Reference } from '../model/facts.ts';

export const relations = ['implements', 'uses', 'produces', 'supersedes'] as const;

export interface ReferenceIndex {
  readonly from: ReadonlyMap<DocumentId, readonly Reference[]>;
  readonly to: ReadonlyMap<DocumentId, readonly Reference[]>;
}

export function analyseReferences(documents: readonly ControlledDocument[]): ReferenceIndex {
  const from = new Map<DocumentId, Reference[]>();
  const to = new Map<DocumentId, Reference[]>();
  for (const document of documents) {
    const seen = new Set<string>();
    const own: Reference[] = [];
    const add = (target: DocumentId, relation: Reference['relation']): void => {
      const key = `${relation} ${target}`;
      if (target === document.id || seen.has(key)) return;
      seen.add(key);
      const reference = { from: document.id, to: target, relation };
      own.push(reference);
      const list = to.get(target);
      if (list === undefined) to.set(target, [reference]);
      else list.push(reference);
    };
    for (const relation of relations)
      for (const id of document.frontMatter[relation] ?? []) add(id, relation);
    for (const link of document.links) if (link.target.kind === 'document') add(link.target.id, 'link');
    for (const use of document.body.components) {
      const id = use.attributes['id'];
      if (id !== undefined && (use.name === 'FormLink' || use.name === 'RecordLink')) add(id, 'link');
    }
    from.set(document.id, own);
  }
  return { from, to };
}
