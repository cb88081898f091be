/** Shared by the rules about what a document leads its readers to: every link, component and relation with its place. */
import type { ControlledDocument, DocumentId } from '../model/document.ts';
import type { DocumentFacts, LifecycleState } from '../model/facts.ts';
import { type Place, wholeFile } from '../model/place.ts';
import type { Report, RuleContext } from './rule.ts';

export interface LinkedDocument {
  readonly to: DocumentId;
  readonly place: Place;
  /** As a noun phrase for the message: `link`, `<FormLink>`, `entry under `uses``. */
  readonly noun: string;
}

const relations = ['implements', 'uses', 'produces'] as const;

export function linkedDocuments(document: ControlledDocument): LinkedDocument[] {
  const found: LinkedDocument[] = [];
  for (const relation of relations)
    (document.frontMatter[relation] ?? []).forEach((to, index) => {
      const place = document.places[`${relation}.${index}`] ?? wholeFile(document.file);
      found.push({ to, place, noun: `entry under \`${relation}\`` });
    });
  for (const { target, place } of document.links)
    if (target.kind === 'document') found.push({ to: target.id, place, noun: 'link' });
  for (const use of document.body.components) {
    const to = use.attributes['id'];
    if (to !== undefined && (use.name === 'FormLink' || use.name === 'RecordLink'))
      found.push({ to, place: use.attributePlaces['id'] ?? use.place, noun: `\`<${use.name}>\`` });
  }
  return found.filter(({ to }) => to !== document.id);
}

/** Where a document in force leads to one in another state. */
export function reportLinksTo(
  { manual, facts }: RuleContext,
  states: readonly LifecycleState[],
  say: (link: LinkedDocument, target: DocumentFacts) => Pick<Report, 'message' | 'hint'>,
): Report[] {
  return facts.documents.flatMap(({ document, lifecycle }) => {
    if (lifecycle.state !== 'effective') return [];
    return linkedDocuments(document).flatMap((link) => {
      const id = manual.documentByAlias.get(link.to)?.id ?? link.to;
      const target = facts.documentById.get(id);
      if (target === undefined || !states.includes(target.lifecycle.state)) return [];
      // Whoever takes a document's place may name it.
      if (document.frontMatter.supersedes?.includes(id) === true) return [];
      return [
        {
          place: link.place,
          ...say(link, target),
          related: [{ place: placeOfId(target), message: `${id} stands here` }],
        },
      ];
    });
  });
}

export const placeOfId = ({ document }: Pick<DocumentFacts, 'document'>): Place =>
  document.places['id'] ?? wholeFile(document.file);
