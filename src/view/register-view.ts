/** Lists of documents as tables: the master list, one type, one unit. */
import type { DocumentFacts } from '../core/model/facts.ts';
import type { DocumentType } from '../../schemas/document.ts';
import { documentTypes } from '../../schemas/document.ts';
import { clausesInForce } from './claims.ts';
import type { ViewContext } from './context.ts';
import { formFileParts } from './document-block.ts';
import { statusView } from './document-link.ts';
import { rolePart } from './named-parts.ts';
import { codePart, linkPart, part, type Part } from './part.ts';
import {
  cell,
  type CellView,
  type FilterView,
  type RowView,
  stackedCell,
  type TableView,
  textCell,
} from './table-view.ts';

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
      { key: 'reviewed', labelText: 'Last review', sortable: true, narrow: true },
      { key: 'review', labelText: 'Review due', sortable: true, narrow: true },
      { key: 'owner', labelText: 'Owner', sortable: true },
      { key: 'approver', labelText: 'Approved by', sortable: true },
      { key: 'unit', labelText: 'Units and process' },
      { key: 'clauses', labelText: 'Clauses' },
      { key: 'audience', labelText: 'Audience, language', sortable: true },
      { key: 'fingerprint', labelText: 'Fingerprint', narrow: true },
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
      audience: frontMatter.audience ?? 'internal',
    },
    cells: [
      cell(codePart(id, urls.document(id))),
      textCell(frontMatter.title),
      textCell(text.documentTypes[frontMatter.type]),
      textCell(frontMatter.version, versionKey(frontMatter.version)),
      cell(statusView(context, lifecycle)),
      isoDateCell(lifecycle.effective),
      isoDateCell(lifecycle.lastReview),
      isoDateCell(lifecycle.nextReview),
      cell(rolePart(context, frontMatter.owner)),
      cell(lifecycle.approval === undefined ? part('–') : rolePart(context, lifecycle.approval.by)),
      stackedCell([
        ...(frontMatter.units ?? []).map((unit) =>
          linkPart(
            context.unitTitle(unit),
            context.manual.registers.units.byId.has(unit) ? urls.unit(unit) : undefined,
          ),
        ),
        ...(frontMatter.process === undefined
          ? []
          : [
              linkPart(
                context.processTitle(frontMatter.process),
                context.manual.registers.processes.byId.has(frontMatter.process)
                  ? urls.process(frontMatter.process)
                  : undefined,
              ),
            ]),
      ]),
      cell(
        ...clauses.map((label) =>
          codePart(label, context.clauseTitle(label) === undefined ? undefined : urls.clause(label)),
        ),
      ),
      textCell(
        `${text.audiences[frontMatter.audience ?? 'internal']}, ${frontMatter.language ?? context.language}`,
      ),
      cell(fingerprintPart(lifecycle.approval?.fingerprint)),
    ],
  };
}

/** Its beginning: enough to tell two versions apart; the whole stands in CSV, XLSX, JSON and under the history. */
const fingerprintPart = (fingerprint: string | undefined): Part =>
  fingerprint === undefined
    ? part('–')
    : { text: fingerprint.replace(/^sha256-/, '').slice(0, 10), code: true };

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

/** The register of one type: of forms with their files and where they are used, of external documents with their source. */
export function typeTable(context: ViewContext, type: DocumentType): TableView {
  const documents = documentsOfType(context, type);
  const table = shortTable(context, 'documents', context.text.documentTypesPlural[type], documents, false);
  const more = typeColumns[type];
  if (more === undefined) return table;
  const tail = table.columns.length - 1;
  return {
    ...table,
    columns: [
      ...table.columns.slice(0, 2),
      ...more.map(({ key, labelText }) => ({ key, labelText, sortable: true })),
      ...table.columns.slice(2, tail + 1),
    ],
    rows: table.rows.map((row, index) => {
      const facts = documents[index];
      return facts === undefined
        ? row
        : {
            ...row,
            cells: [
              ...row.cells.slice(0, 2),
              ...more.map(({ cellOf }) => cellOf(context, facts)),
              ...row.cells.slice(2),
            ],
          };
    }),
    find: true,
  };
}

interface TypeColumn {
  readonly key: string;
  readonly labelText: string;
  readonly cellOf: (context: ViewContext, facts: DocumentFacts) => CellView;
}

const typeColumns: Partial<Record<DocumentType, readonly TypeColumn[]>> = {
  form: [
    {
      key: 'file',
      labelText: 'File',
      cellOf: (context, { document: { frontMatter } }) =>
        frontMatter.type === 'form' && frontMatter.file !== undefined
          ? cell(...formFileParts(context, frontMatter.file))
          : textCell(context.text.document.onThePage),
    },
    {
      key: 'used',
      labelText: 'Used in',
      cellOf: (context, { referredToBy }) => {
        const users = [
          ...new Set(referredToBy.filter(({ relation }) => relation === 'uses').map(({ from }) => from)),
        ].filter((id) => context.hasPage(id));
        return users.length === 0
          ? textCell('–')
          : cell(...users.map((id) => codePart(id, context.urls.document(id))));
      },
    },
  ],
  external: [
    {
      key: 'issuer',
      labelText: 'Issued by',
      cellOf: (_, { document: { frontMatter } }) =>
        textCell(frontMatter.type === 'external' ? frontMatter.issuer : '–'),
    },
    {
      key: 'edition',
      labelText: 'Edition in use',
      cellOf: (_, { document: { frontMatter } }) =>
        textCell(frontMatter.type === 'external' ? frontMatter.edition : '–'),
    },
    {
      key: 'source',
      labelText: 'Current text',
      cellOf: (_, { document: { frontMatter } }) => {
        const source = frontMatter.type === 'external' ? frontMatter.source : '–';
        return cell(linkPart(source, /^https?:\/\//.test(source) ? source : undefined));
      },
    },
  ],
};

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
    processes: new Set(rows.map(({ document }) => document.frontMatter.process)),
    audiences: new Set<string>(rows.map(({ document }) => document.frontMatter.audience ?? 'internal')),
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
      name: 'process',
      labelText: 'Process',
      options: manual.registers.processes.rows
        .filter(({ id }) => present.processes.has(id))
        .map(({ id, title }) => ({ value: id, text: title })),
    },
    {
      name: 'audience',
      labelText: 'Audience',
      options: Object.entries(text.audiences)
        .filter(([value]) => present.audiences.has(value))
        .map(([value, label]) => ({ value, text: label })),
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
