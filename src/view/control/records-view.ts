/** The page of records: what is kept, where, how long, and what happens then. */
import { analyseRecords, type RecordFacts } from '../../core/analyse/analyse-records.ts';
import type { ViewContext } from '../context.ts';
import { formatPeriod } from '../format-date.ts';
import { codePart, part } from '../part.ts';
import { cell, type TableView, textCell } from '../table-view.ts';

export interface RecordsView {
  readonly records: TableView;
  /** Published evidence with the day until which it is kept, the earliest first. */
  readonly calendar: TableView;
}

export function recordsView(context: ViewContext): RecordsView {
  const records = analyseRecords(context.facts);
  return { records: recordsTable(context, records), calendar: calendarTable(context, records) };
}

function recordsTable(context: ViewContext, records: readonly RecordFacts[]): TableView {
  const { text, urls } = context;
  return {
    id: 'records',
    captionText: `Records and how long they are kept, as of ${context.date(context.facts.today)}`,
    columns: [
      { key: 'id', labelText: 'Id', sortable: true, narrow: true },
      { key: 'title', labelText: 'Kind of record', sortable: true, wide: true },
      { key: 'location', labelText: 'Kept in', sortable: true },
      { key: 'access', labelText: 'May be read by' },
      { key: 'retention', labelText: 'Kept for', sortable: true },
      { key: 'basis', labelText: 'Legal basis' },
      { key: 'personal', labelText: 'Personal data', sortable: true, narrow: true },
      { key: 'from', labelText: 'Comes from' },
      { key: 'clauses', labelText: 'Clauses' },
    ],
    rows: records.map((record) => {
      const { document } = record.facts;
      const { period, from, then, authority } = record.retention;
      return {
        data: {
          personal: record.personalData ? 'yes' : 'no',
          then,
          kind: record.evidence ? 'evidence' : 'kind',
        },
        cells: [
          cell(codePart(document.id, urls.document(document.id))),
          textCell(document.frontMatter.title),
          textCell(
            `${record.location} (${text.recordFormats[record.format as keyof typeof text.recordFormats].toLowerCase()})`,
          ),
          textCell(record.access ?? '–'),
          textCell(
            `${formatPeriod(period)} from ${from}, ${text.retentionThen[then]}`,
            sortablePeriod(period),
          ),
          textCell(authority ?? '–'),
          textCell(record.personalData ? 'Yes' : 'No'),
          cell(
            ...(record.producedBy.length === 0
              ? [part('–')]
              : record.producedBy.map((id) =>
                  codePart(id, context.hasPage(id) ? urls.document(id) : undefined),
                )),
          ),
          cell(
            ...record.clauses.map((label) =>
              codePart(label, context.clauseTitle(label) === undefined ? undefined : urls.clause(label)),
            ),
          ),
        ],
      };
    }),
    filters: [
      {
        name: 'personal',
        labelText: 'Personal data',
        options: [
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ],
      },
      {
        name: 'then',
        labelText: 'Afterwards',
        options: [
          { value: 'destroy', text: 'Destroyed' },
          { value: 'archive', text: 'Archived' },
          { value: 'review', text: 'Reviewed' },
        ],
      },
    ],
    find: true,
    rowsText: ['kind of record', 'kinds of record'],
  };
}

function calendarTable(context: ViewContext, records: readonly RecordFacts[]): TableView {
  const dated = records
    .flatMap((record) => (record.disposal === undefined ? [] : [{ ...record, disposal: record.disposal }]))
    .sort((a, b) => (a.disposal < b.disposal ? -1 : 1));
  return {
    id: 'disposal',
    captionText: 'Published evidence and the day until which it is kept',
    columns: [
      { key: 'until', labelText: 'Kept until', sortable: true, narrow: true },
      { key: 'record', labelText: 'Record', wide: true },
      { key: 'then', labelText: 'What happens then' },
    ],
    rows: dated.map(({ facts, disposal, retention }) => ({
      data: {},
      cells: [
        cell({ text: disposal, date: disposal }),
        cell(
          codePart(facts.document.id, context.urls.document(facts.document.id)),
          part(facts.document.frontMatter.title),
        ),
        textCell(
          `${disposal < context.facts.today ? 'Past its period: ' : ''}${context.text.retentionThen[retention.then]}`,
        ),
      ],
    })),
  };
}

/** Longer periods after shorter ones, whatever unit they are written in. */
function sortablePeriod(period: string): string {
  const days = { Y: 365, M: 30, W: 7, D: 1 } as const;
  const total = [...period.matchAll(/(\d+)([YMWD])/g)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * days[unit as keyof typeof days],
    0,
  );
  return String(total).padStart(7, '0');
}
