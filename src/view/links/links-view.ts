/** The page of links: what each document and section refers to and is used by, as a picture and as a list. */
import type { Reference } from '../../core/model/facts.ts';
import { documentTypes } from '../../../schemas/document.ts';
import type { ViewContext } from '../context.ts';
import { codePart, type Part } from '../part.ts';
import { cell, type CellView, type RowView, type TableView } from '../table-view.ts';
import { segment } from '../urls.ts';
import {
  type DocumentReferences,
  mapReferences,
  type SectionReference,
  type SectionReferences,
} from './reference-map.ts';
import { drawReferences, mostNames, type ReferencePicture } from './reference-picture.ts';

export interface LinksView {
  readonly introText: string;
  readonly picture: ReferencePicture | undefined;
  /** What the picture shows, or why there is none. */
  readonly pictureText: string;
  /** Empty where one page holds them all. */
  readonly parts: readonly { readonly text: string; readonly href: string; readonly current: boolean }[];
  readonly table: TableView;
}

/** So many documents on one page of the list: it stays below a megabyte. */
const perPage = 200;

/** The pages after the first, from 2 on. */
export const furtherParts = (context: ViewContext): number[] =>
  Array.from({ length: Math.max(0, Math.ceil(context.current.length / perPage) - 1) }, (_, at) => at + 2);

/** @param number of the part of the list, from 1 on; the picture and what is counted stand on the first page only */
export function linksView(context: ViewContext, number = 1): LinksView {
  const documents = mapReferences(context);
  const picture = number === 1 ? drawReferences(context, documents) : undefined;
  const words = context.text.pages.links;
  const ways = documents.reduce((sum, { refersTo }) => sum + refersTo.length, 0);
  const alone = documents.filter(({ refersTo, usedBy }) => refersTo.length + usedBy.length === 0).length;
  return {
    introText: words.counts(documents.length, ways, alone),
    picture,
    pictureText:
      picture === undefined
        ? ways === 0
          ? words.noReferences
          : words.noPicture(mostNames)
        : picture.shows === 'documents'
          ? words.pictureOfDocuments
          : words.pictureOfGroups(mostNames),
    parts: listParts(context, documents, number),
    table: linksTable(context, documents.slice((number - 1) * perPage, number * perPage)),
  };
}

function listParts(
  context: ViewContext,
  documents: readonly DocumentReferences[],
  number: number,
): LinksView['parts'] {
  const further = furtherParts(context);
  if (further.length === 0) return [];
  return [1, ...further].map((part) => {
    const own = documents.slice((part - 1) * perPage, part * perPage);
    const [first, last] = [own[0], own.at(-1)].map((one) => one?.facts.document.id ?? '');
    return {
      text: `${first ?? ''} – ${last ?? ''}`,
      href: context.urls.linksPart(part),
      current: part === number,
    };
  });
}

/** Where the references of one document are listed. */
export function hrefOfReferences(context: ViewContext, id: string): string | undefined {
  const places = context.once(
    'parts of the list of links',
    () => new Map(context.current.map(({ document }, at) => [document.id, Math.floor(at / perPage) + 1])),
  );
  const part = places.get(id);
  return part === undefined ? undefined : `${context.urls.linksPart(part)}#${rowOfDocument(id)}`;
}

function linksTable(context: ViewContext, documents: readonly DocumentReferences[]): TableView {
  const words = context.text.pages.links;
  const types = new Set(documents.map(({ facts }) => facts.document.frontMatter.type));
  return {
    id: 'links',
    captionText: words.caption,
    columns: [
      { key: 'document', labelText: words.document },
      { key: 'refers-to', labelText: words.refersTo, wide: true },
      { key: 'used-by', labelText: words.usedBy, wide: true },
    ],
    rows: documents.flatMap((one) => [
      documentRow(context, one),
      ...one.sections.map((section) => sectionRow(context, one, section)),
    ]),
    filters: [
      {
        name: 'type',
        labelText: words.type,
        options: documentTypes
          .filter((type) => types.has(type))
          .map((type) => ({ value: type, text: context.text.documentTypesPlural[type] })),
      },
      {
        name: 'rows',
        labelText: words.rows,
        options: [
          { value: 'document', text: words.documentsOnly },
          { value: 'unused', text: words.unused },
        ],
      },
    ],
    find: true,
    rowsText: words.rowsText,
  };
}

/** The row of a document can be linked to: `/links/#refs-PRC-007`. */
const rowOfDocument = (id: string): string => `refs-${segment(id)}`;

function documentRow(context: ViewContext, { facts, refersTo, usedBy }: DocumentReferences): RowView {
  const { id, frontMatter } = facts.document;
  return {
    id: rowOfDocument(id),
    className: 'heading',
    data: { type: frontMatter.type, rows: usedBy.length === 0 ? 'document unused' : 'document' },
    cells: [
      cell(codePart(id, context.urls.document(id)), { text: frontMatter.title }),
      relationsCell(context, refersTo, 'to', context.text.relationsOut),
      relationsCell(context, usedBy, 'from', context.text.relationsIn),
    ],
  };
}

const relationOrder: readonly Reference['relation'][] = [
  'implements',
  'uses',
  'produces',
  'supersedes',
  'link',
];

/** One line a relation: `Forms used: FRM-004, FRM-005`. Each document once, under the strongest of its relations. */
function relationsCell(
  context: ViewContext,
  references: readonly SectionReference[],
  end: 'from' | 'to',
  words: Readonly<Record<Reference['relation'], string>>,
): CellView {
  const told = new Set<string>();
  return cell(
    ...relationOrder.flatMap((relation): Part[] => {
      const ids = new Set(
        references.flatMap((one) => (one.relation === relation && !told.has(one[end]) ? [one[end]] : [])),
      );
      if (ids.size === 0) return [];
      for (const id of ids) told.add(id);
      return [...ids]
        .sort()
        .map((id, at) =>
          at === 0
            ? { ...codePart(id, context.urls.document(id)), leadText: words[relation] }
            : codePart(id, context.urls.document(id)),
        );
    }),
  );
}

function sectionRow(
  context: ViewContext,
  { facts: { document } }: DocumentReferences,
  { id, titleText, refersTo, usedBy, claims }: SectionReferences,
): RowView {
  const { urls } = context;
  const clauses = [...new Set(claims.map(({ clause, edition }) => `${edition}\0${clause}`))].flatMap(
    (key): Part[] => {
      const [edition = '', clause = ''] = key.split('\0');
      return context.clauseTitle(clause, edition) === undefined
        ? []
        : [codePart(clause, urls.clause(clause, edition))];
    },
  );
  return {
    className: 'depth-3',
    data: { type: document.frontMatter.type, rows: 'section' },
    cells: [
      cell({ text: `§ ${titleText}`, href: urls.document(document.id, id) }),
      cell(...refersTo.map((one) => endPart(context, one.to, one.toSection))),
      cell(...usedBy.map((one) => endPart(context, one.from, one.fromSection)), ...clauses),
    ],
  };
}

/** `PRC-007 § Decision` */
function endPart(context: ViewContext, id: string, section: string | undefined): Part {
  const title =
    section === undefined
      ? undefined
      : context.facts.documentById.get(id)?.document.body.sections.find((one) => one.id === section)
          ?.titleText;
  return {
    text: title === undefined ? id : `${id} § ${title}`,
    href: context.urls.document(id, title === undefined ? undefined : section),
    code: title === undefined,
  };
}
