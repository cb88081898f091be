/** Lists of documents as tables: the master list, one type, one unit. */
import type { DocumentFacts } from '../core/model/facts.ts';
import type { DocumentType } from '../../schemas/document.ts';
import { documentTypes } from '../../schemas/document.ts';
import { clausesInForce } from './claims.ts';
import type { ViewContext } from './context.ts';
import { statusView } from './document-link.ts';
import { rolePart } from './named-parts.ts';
import { codePart, linkPart, part } from './part.ts';
import { cell, type FilterView, type RowView, type TableView, textCell } from './table-view.ts';

export function registerTable(context: ViewContext): TableView {
  const rows = context.documents;
  return {
    id: 'register',
    captionText: `Document register as of ${context.date(context.facts.today)}`,
    columns: [
      { key: 'id', labelText: 'Id', sortable: true, narrow: true },
      { key: 'title', labelText: 'Title', sortable: true, wide: true },
      { key: 'type', labelText: 'Type', sortable: true },
      { key: 'version', labelText: 'Version', sortable: true, narrow: true },
      { key: 'status', labelText: 'Status', sortable: true },
      { key: 'effective', labelText: 'In force from', sortable: true, narrow: true },
      { key: 'review', labelText: 'Review due', sortable: true, narrow: true },
      { key: 'owner', labelText: 'Owner', sortable: true },
      { key: 'approver', labelText: 'Approved by', sortable: true },
      { key: 'unit', labelText: 'Units' },
      { key: 'clauses', labelText: 'Clauses' },
    ],
    rows: rows.map((facts) => registerRow(context, facts)),
    filters: registerFilters(context, rows),
    find: true,
    rowsText: ['document', 'documents'],
  };
}

function registerRow(context: ViewContext, facts: DocumentFacts): RowView {
  const { document, lifecycle } = facts;
  const { frontMatter, id } = document;
  const { text, urls } = context;
  const clauses = clausesInForce(context, document);
  return {
    data: {
      type: frontMatter.type,
      status: statusKey(facts),
      owner: frontMatter.owner,
      unit: frontMatter.units?.join(' ') ?? '',
      process: frontMatter.process ?? '',
    },
    cells: [
      cell(codePart(id, urls.document(id))),
      textCell(frontMatter.title),
      textCell(text.documentTypes[frontMatter.type]),
      textCell(frontMatter.version, versionKey(frontMatter.version)),
      cell(statusView(context, lifecycle)),
      isoDateCell(lifecycle.effective),
      isoDateCell(lifecycle.nextReview),
      cell(rolePart(context, frontMatter.owner)),
      cell(lifecycle.approval === undefined ? part('–') : rolePart(context, lifecycle.approval.by)),
      cell(
        ...(frontMatter.units ?? []).map((unit) =>
          linkPart(
            context.unitTitle(unit),
            context.manual.registers.units.byId.has(unit) ? urls.unit(unit) : undefined,
          ),
        ),
      ),
      cell(
        ...clauses.map((label) =>
          codePart(label, context.clauseTitle(label) === undefined ? undefined : urls.clause(label)),
        ),
      ),
    ],
  };
}

/** The columns that fit beside a text: for one type, one unit, one process. */
export function shortTable(
  context: ViewContext,
  id: string,
  captionText: string,
  documents: readonly DocumentFacts[],
  withType: boolean,
): TableView {
  const { text, urls } = context;
  return {
    id,
    captionText,
    columns: [
      { key: 'id', labelText: 'Id', sortable: true, narrow: true },
      { key: 'title', labelText: 'Title', sortable: true, wide: true },
      ...(withType ? [{ key: 'type', labelText: 'Type', sortable: true }] : []),
      { key: 'version', labelText: 'Version', sortable: true, narrow: true },
      { key: 'status', labelText: 'Status', sortable: true },
      { key: 'review', labelText: 'Review due', sortable: true, narrow: true },
      { key: 'owner', labelText: 'Owner', sortable: true },
    ],
    rows: documents.map(({ document, lifecycle }) => ({
      data: { type: document.frontMatter.type },
      cells: [
        cell(codePart(document.id, urls.document(document.id))),
        textCell(document.frontMatter.title),
        ...(withType ? [textCell(text.documentTypes[document.frontMatter.type])] : []),
        textCell(document.frontMatter.version, versionKey(document.frontMatter.version)),
        cell(statusView(context, lifecycle)),
        isoDateCell(lifecycle.nextReview),
        cell(rolePart(context, document.frontMatter.owner)),
      ],
    })),
    rowsText: ['document', 'documents'],
  };
}

export const documentsOfType = (context: ViewContext, type: DocumentType): readonly DocumentFacts[] =>
  context.documents.filter(({ document }) => document.frontMatter.type === type);

/** In registers dates stay in their sortable form, which takes little room. */
const isoDateCell = (date: string | undefined) =>
  date === undefined ? cell(part('–')) : cell({ text: date, date });

/** Versions sort by their numbers: `2.10` after `2.9`. */
export const versionKey = (version: string): string =>
  version
    .split('.')
    .map((number) => number.padStart(5, '0'))
    .join('.');

function statusKey({ lifecycle }: DocumentFacts): string {
  const keys: string[] = [lifecycle.state];
  if (lifecycle.state === 'effective') {
    if (lifecycle.overdue) keys.push('review-overdue');
    else if (lifecycle.dueSoon) keys.push('review-due-soon');
  }
  return keys.join(' ');
}

function registerFilters(context: ViewContext, rows: readonly DocumentFacts[]): FilterView[] {
  const { text, manual } = context;
  const present = {
    types: new Set(rows.map(({ document }) => document.frontMatter.type)),
    states: new Set(rows.map(({ lifecycle }) => lifecycle.state)),
    owners: new Set(rows.map(({ document }) => document.frontMatter.owner)),
    units: new Set(rows.flatMap(({ document }) => document.frontMatter.units ?? [])),
  };
  const states = Object.entries(text.lifecycleStates)
    .filter(([state]) => (present.states as ReadonlySet<string>).has(state))
    .map(([value, label]) => ({ value, text: label }));
  return [
    {
      name: 'type',
      labelText: 'Type',
      options: documentTypes
        .filter((type) => present.types.has(type))
        .map((type) => ({ value: type, text: text.documentTypes[type] })),
    },
    {
      name: 'status',
      labelText: 'Status',
      options: [
        ...states,
        { value: 'review-due-soon', text: 'Review due soon' },
        { value: 'review-overdue', text: 'Review overdue' },
      ],
    },
    {
      name: 'owner',
      labelText: 'Owner',
      options: manual.registers.roles.rows
        .filter(({ id }) => present.owners.has(id))
        .map(({ id, title }) => ({ value: id, text: title })),
    },
    {
      name: 'unit',
      labelText: 'Unit',
      options: manual.registers.units.rows
        .filter(({ id }) => present.units.has(id))
        .map(({ id, title }) => ({ value: id, text: title })),
    },
  ];
}
