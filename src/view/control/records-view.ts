/** The page of records: what is kept, where, how long, and what happens then. */
import { analyseRecords, type RecordFacts } from '../../core/analyse/analyse-records.ts';
import type { ViewContext } from '../context.ts';
import { formatPeriod } from '../format-date.ts';
import { codePart, part } from '../part.ts';
import { cell, type TableView, textCell } from '../table-view.ts';

export interface RecordsView {
  readonly records: TableView;
  /** What falls due for disposal, and when: the dated evidence first, then each kind by how far back it is kept. */
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
  const { text, urls, facts } = context;
  const words = text.disposal;
  const sorted = [...records].sort((a, b) => (dueKey(a) < dueKey(b) ? -1 : 1));
  return {
    id: 'disposal',
    captionText: words.caption(context.date(facts.today)),
    columns: [
      { key: 'record', labelText: words.record, sortable: true, wide: true },
      { key: 'due', labelText: words.due, sortable: true },
      { key: 'period', labelText: words.period, sortable: true },
      { key: 'then', labelText: words.then, sortable: true },
    ],
    rows: sorted.map((record) => {
      const { document } = record.facts;
      const { disposal, dueSince, retention, evidence } = record;
      const isPast = disposal !== undefined && disposal < facts.today;
      return {
        data: { kind: evidence ? 'evidence' : 'kind', then: retention.then },
        cells: [
          cell(codePart(document.id, urls.document(document.id)), part(document.frontMatter.title)),
          {
            ...(disposal !== undefined
              ? cell(part(isPast ? words.pastSince : words.on), {
                  text: context.date(disposal),
                  date: disposal,
                })
              : dueSince === undefined
                ? cell(part('–'))
                : cell(part(words.eachCase(retention.from)), {
                    text: context.date(dueSince),
                    date: dueSince,
                  })),
            sortKey: dueKey(record),
          },
          textCell(
            words.countedFrom(formatPeriod(retention.period), retention.from),
            sortablePeriod(retention.period),
          ),
          textCell(words.happens[retention.then]),
        ],
      };
    }),
    filters: [
      {
        name: 'kind',
        labelText: words.what,
        options: [
          { value: 'evidence', text: words.evidence },
          { value: 'kind', text: words.kinds },
        ],
      },
    ],
    rowsText: words.rows,
  };
}

/** Evidence with a day of its own comes before kinds, which fall due case by case. */
const dueKey = ({ disposal, dueSince, facts }: RecordFacts): string =>
  `${disposal === undefined ? '1' : '0'} ${disposal ?? dueSince ?? '9999'} ${facts.document.id}`;

/** Longer periods after shorter ones, whatever unit they are written in. */
function sortablePeriod(period: string): string {
  const days = { Y: 365, M: 30, W: 7, D: 1 } as const;
  const total = [...period.matchAll(/(\d+)([YMWD])/g)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * days[unit as keyof typeof days],
    0,
  );
  return String(total).padStart(7, '0');
}
