/** Who refers to whom, down to the sections: what the list of links and its picture are made of. */
import type { DocumentFacts } from '../../core/model/facts.ts';
import type { Claim, DocumentId } from '../../core/model/document.ts';
import type { Reference } from '../../core/model/facts.ts';
import type { ViewContext } from '../context.ts';

/** One way from a document, or a section of it, to a document or a section. */
export interface SectionReference {
  readonly from: DocumentId;
  /** Undefined for the front matter and for the text before the first heading. */
  readonly fromSection?: string | undefined;
  readonly to: DocumentId;
  readonly toSection?: string | undefined;
  readonly relation: Reference['relation'];
}

export interface SectionReferences {
  readonly id: string;
  readonly titleText: string;
  readonly refersTo: readonly SectionReference[];
  readonly usedBy: readonly SectionReference[];
  /** Claims that name this section. */
  readonly claims: readonly Claim[];
}

export interface DocumentReferences {
  readonly facts: DocumentFacts;
  readonly refersTo: readonly SectionReference[];
  readonly usedBy: readonly SectionReference[];
  /** Sections that refer to something, or that something refers to, in the order of the text. */
  readonly sections: readonly SectionReferences[];
}

const relations = ['implements', 'uses', 'produces', 'supersedes'] as const;

/** Of the documents in force (and of drafts in a draft build); only ways between documents that have a page. */
export function mapReferences(context: ViewContext): readonly DocumentReferences[] {
  return context.once('references by section', () => {
    const all = context.current.flatMap((facts) => listReferences(context, facts));
    const byTarget = Map.groupBy(all, ({ to }) => to);
    const bySource = Map.groupBy(all, ({ from }) => from);
    return context.current.map((facts) => {
      const { id } = facts.document;
      return gather(facts, bySource.get(id) ?? [], byTarget.get(id) ?? []);
    });
  });
}

function listReferences(context: ViewContext, { document }: DocumentFacts): SectionReference[] {
  const found = new Map<string, SectionReference>();
  const add = (
    written: DocumentId,
    relation: Reference['relation'],
    fromSection?: string,
    anchor?: string,
  ): void => {
    const to = context.manual.documentByAlias.get(written)?.id ?? written;
    if (to === document.id || !context.hasPage(to)) return;
    const toSection = anchor === '' ? undefined : anchor;
    const key = `${relation}\0${to}\0${fromSection ?? ''}\0${toSection ?? ''}`;
    if (!found.has(key)) found.set(key, { from: document.id, fromSection, to, toSection, relation });
  };
  for (const relation of relations) for (const id of document.frontMatter[relation] ?? []) add(id, relation);
  for (const { target, section } of document.links)
    if (target.kind === 'document') add(target.id, 'link', section, target.anchor);
  for (const { name, attributes, section } of document.body.components)
    if ((name === 'FormLink' || name === 'RecordLink') && attributes['id'] !== undefined)
      add(attributes['id'], 'link', section);
  return [...found.values()];
}

function gather(
  facts: DocumentFacts,
  refersTo: readonly SectionReference[],
  usedBy: readonly SectionReference[],
): DocumentReferences {
  const from = Map.groupBy(refersTo, ({ fromSection }) => fromSection);
  const to = Map.groupBy(usedBy, ({ toSection }) => toSection);
  const sections = facts.document.body.sections.flatMap(({ id, titleText }) => {
    const own = {
      id,
      titleText,
      refersTo: from.get(id) ?? [],
      usedBy: to.get(id) ?? [],
      claims: facts.document.claims.filter((claim) => claim.sections.includes(id)),
    };
    return own.refersTo.length + own.usedBy.length + own.claims.length === 0 ? [] : [own];
  });
  return { facts, refersTo, usedBy, sections };
}
