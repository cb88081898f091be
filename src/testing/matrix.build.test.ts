/** The page, the CSV, the workbook and the JSON of the coverage matrix say the same of every clause. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWorkbook } from './read-workbook.ts';
import { siteFolder } from './site.ts';

interface Row {
  readonly clause: string;
  readonly state: string;
  /** Ids of everything that bears on the clause, sorted. */
  readonly documents: readonly string[];
  readonly evidenced: string;
}
interface CoverageJson {
  readonly clauses: readonly {
    readonly clause: string;
    readonly leaf: boolean;
    readonly state: string;
    readonly evidenced: boolean;
    readonly documents: readonly { readonly id: string; readonly standing: string }[];
  }[];
}

const read = (name: string): string => readFileSync(join(siteFolder(), name), 'utf8');
const idsIn = (text: string): string[] => [...new Set(text.match(/\b[A-Z]{3}-\d{3}\b/g) ?? [])].sort();
const stateKey = (text: string): string => text.toLowerCase().replace('not applicable', 'not-applicable');

function fromJson(counts: (standing: string) => boolean = () => true): Row[] {
  const { clauses } = JSON.parse(read('coverage.json')) as CoverageJson;
  return clauses
    .filter((one) => one.leaf)
    .map((one) => ({
      clause: one.clause,
      state: stateKey(one.state),
      documents: idsIn(
        one.documents
          .filter(({ standing }) => counts(standing))
          .map(({ id }) => id)
          .join(' '),
      ),
      evidenced: one.evidenced ? 'yes' : 'no',
    }));
}

/** Rows of a table with a header, as records by column. */
function fromTable(table: readonly (readonly unknown[])[]): Row[] {
  const [head = [], ...rows] = table;
  const cell = (row: readonly unknown[], title: string): string => String(row[head.indexOf(title)] ?? '');
  return rows
    .filter((row) => cell(row, 'Kind') === 'requirement')
    .map((row) => ({
      clause: cell(row, 'Clause'),
      state: stateKey(cell(row, 'State')),
      documents: idsIn(`${cell(row, 'Documents')} ${cell(row, 'Records')}`),
      evidenced: cell(row, 'Evidenced'),
    }));
}

/** RFC 4180. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  for (const match of text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    if (match.index === text.length) break;
    const row = rows.at(-1) ?? rows[rows.push([]) - 1];
    row?.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

function fromPage(): Row[] {
  const page = read('coverage/index.html');
  return [...page.matchAll(/<tr id="clause-[^"]*" class="leaf[^>]*>[\s\S]*?<\/tr>/g)].map(([row]) => {
    const cells = [...row.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map((match) => match[1] ?? '');
    return {
      clause: /data-within="([^"]*)"/.exec(row)?.[1] ?? '',
      state: /data-state="([^"]*)"/.exec(row)?.[1] ?? '',
      documents: idsIn(
        [...`${cells[1] ?? ''}${cells[2] ?? ''}`.matchAll(/class="code">([^<]*)</g)]
          .map((match) => match[1])
          .join(' '),
      ),
      evidenced: /data-evidenced="([^"]*)"/.exec(row)?.[1] ?? '',
    };
  });
}

test('page, CSV, workbook and JSON agree on every clause', () => {
  const json = fromJson();
  expect(json).toHaveLength(87);
  expect(fromTable(parseCsv(read('coverage.csv')))).toEqual(json);
  const clauses = readWorkbook(readFileSync(join(siteFolder(), 'coverage.xlsx'))).find(
    (sheet) => sheet.name === 'Clauses',
  );
  const rows = (clauses?.rows ?? []) as readonly (readonly unknown[])[];
  const edition = rows[0]?.indexOf('Edition') ?? -1;
  const own = rows.filter((row, index) => index === 0 || edition === -1 || row[edition] === 'iso-21001:2018');
  expect(fromTable(own)).toEqual(json);
  // The page leaves out documents that are no longer in force; the clause's own page names them.
  expect(fromPage()).toEqual(fromJson((standing) => standing !== 'withdrawn'));
});
