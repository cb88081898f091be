import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aboutTable } from '../core/export/about-table.ts';
import type { BuildStamp } from '../core/export/build-stamp.ts';
import { claimsTable, gapsTable, matrixTable } from '../core/export/coverage-tables.ts';
import { formatCsv } from '../core/export/format-csv.ts';
import { registerTable } from '../core/export/register-table.ts';
import type { Table } from '../core/export/table.ts';
import { parseCalendarDate } from '../core/model/calendar-date.ts';
import { recheck, type FactsToCheck } from '../../scripts/recheck-coverage.ts';
import { analysePlan, plannedManual, type PlannedManual } from '../testing/random-manual.ts';
import { dayOfSerial, readWorkbook } from '../testing/read-workbook.ts';
import { exportFiles } from './export-files.ts';
import { writeWorkbook } from './xlsx/write-workbook.ts';

const build: BuildStamp = {
  toolVersion: '0.0.0',
  commit: 'abc1234',
  drafts: false,
  origin: 'https://manual.example',
  base: '/',
};

/** One document in force, one draft whose words must not get out, one clause excused, and open ends. */
const plan: PlannedManual = {
  today: parseCalendarDate('2026-06-01')!,
  edition: 'demo:2',
  alsoShow: ['demo:1', 'iso-9001:2015'],
  earlyChildhoodEducation: false,
  approvals: { procedure: ['principal'], notApplicable: ['principal'] },
  notApplicable: [{ clause: '2.1', reason: true, approvedBy: 'principal' }],
  documents: [
    {
      id: 'D-01',
      type: 'procedure',
      version: '1.0',
      status: 'approved',
      effective: '2026-01-10',
      claims: [{ clause: '1.1' }, { clause: '1.3', at: 'details', extent: 'partial' }],
      implements: [],
      supersedes: [],
      history: [{ act: 'approved', version: '1.0', date: '2026-01-05', by: 'principal', edition: 'demo:2' }],
    },
    {
      id: 'D-02',
      type: 'record',
      version: '0.1',
      status: 'draft',
      claims: [{ clause: '1.2' }],
      implements: [],
      supersedes: [],
      history: [],
    },
  ],
};
const analysis = analysePlan(plan);
const files = exportFiles(analysis, build);
const textOf = (path: string): string => {
  const content = files[path];
  if (typeof content !== 'string') throw new Error(`${path} is no text`);
  return content;
};

test('every twin is there', () => {
  expect(Object.keys(files).toSorted()).toEqual([
    'claims.csv',
    'clauses.csv',
    'coverage.csv',
    'coverage.json',
    'coverage.xlsx',
    'facts.json',
    'gaps.csv',
    'oscal/assessment-results.json',
    'oscal/catalog-demo-1.json',
    'oscal/catalog-demo-2.json',
    'oscal/catalog-iso-9001-2015.json',
    'oscal/component-definition.json',
    'oscal/mapping-collection.json',
    'oscal/plan-of-action-and-milestones.json',
    'register.csv',
    'register.json',
    'register.xlsx',
    'reviews/registrar.ics',
    'reviews/registrar.xml',
  ]);
});

test('the matrix as CSV, without the sentences, which have their own tests', () => {
  const matrix = matrixTable(analysis, analysis.facts.coverage!);
  const kept = matrix.columns.map(({ title }) => title !== 'Why' && title !== 'What to do');
  const lean = {
    ...matrix,
    columns: matrix.columns.filter((_, at) => kept[at]),
    rows: matrix.rows.map((row) => row.filter((_, at) => kept[at])),
  };
  expect(formatCsv(lean).replaceAll('\r\n', '\n')).toMatchInlineSnapshot(`
    "Clause,Title,Kind,State,Documents,Records,Missing,Documented,Record defined,Evidenced,Owner,Review due,Open findings,ISO 9001:2015
    1,Plan,heading,gap,,,,,,,,,,
    1.1,A document,requirement,covered,D-01,,,yes,,no,registrar,2027-01-05,,4.1
    1.2,A record,requirement,planned,,D-02 (planned),a record,,no,no,registrar,,,
    1.3,Both,requirement,partial,D-01 (in part),,a plan; a record,no,no,no,registrar,2027-01-05,,
    1.4,Untitled parts,heading,gap,,,,,,,,,,
    1.4.1,First part,requirement,gap,,,any document that meets it (the kind is not prescribed),,,no,,,,4.2
    1.4.2,Second part,requirement,gap,,,a policy,no,,no,,,,
    2,Do,heading,gap,,,,,,,,,,
    2.1,Nothing prescribed,requirement,not-applicable,,,,,,no,,,,
    2.2,Advice only,requirement,gap,,,any document that meets it (the kind is not prescribed),,,no,,,,
    2.4,New,requirement,gap,,,a record,,no,no,,,,
    "
  `);
});

test('the re-check agrees with the exported facts', () => {
  expect(recheck(JSON.parse(textOf('facts.json')) as FactsToCheck)).toEqual([]);
});

test('institution, edition, commit, day and rules stand in the JSON and on the sheet About, never above a CSV header', () => {
  for (const path of ['coverage.json', 'register.json', 'facts.json']) {
    expect(JSON.parse(textOf(path))).toMatchObject({
      institution: 'Random College',
      today: '2026-06-01',
      commit: 'abc1234',
      toolVersion: '0.0.0',
      rules: '1.0',
    });
  }
  const about = readWorkbook(files['coverage.xlsx'] as Uint8Array).at(-1)!;
  expect(about.name).toBe('About');
  expect(about.rows.map(([name]) => name)).toEqual(
    expect.arrayContaining([
      'Institution',
      'Edition in force',
      'As of',
      'Commit',
      'eoms-manual',
      'Rules of coverage',
    ]),
  );
  expect(textOf('coverage.csv')).toMatch(/^Clause,Title,/);
  expect(textOf('register.csv')).toMatch(/^Id,Title,/);
});

test('a published build names a draft and shows none of its words', () => {
  const words = Object.values(files)
    .map((content) => (typeof content === 'string' ? content : JSON.stringify(readWorkbook(content))))
    .join('\n');
  expect(words).toContain('D-02');
  expect(words).not.toContain('Title of D-02');
});

test('a draft build lists drafts', () => {
  const draft = exportFiles(analysis, { ...build, drafts: true });
  expect(draft['register.csv']).toContain('Title of D-02');
});

describe('XLSX', () => {
  const coverage = analysis.facts.coverage!;
  const tables: Table[] = [
    matrixTable(analysis, coverage),
    claimsTable(analysis, [coverage], build),
    gapsTable(analysis, coverage),
    registerTable(analysis, build),
    aboutTable(analysis, build),
  ];
  const sheets = readWorkbook(files['coverage.xlsx'] as Uint8Array);

  test.each(tables.map((table, index) => [table.name, table, index] as const))(
    '%s holds its table, cell by cell',
    (name, table, index) => {
      const sheet = sheets[index]!;
      expect(sheet.name).toBe(name);
      expect(sheet.rows[0]).toEqual(table.columns.map(({ title }) => title));
      expect(sheet.rows).toHaveLength(table.rows.length + 1);
      table.rows.forEach((row, at) => {
        const read = row.map((_cell, column) => {
          const value = sheet.rows[at + 1]?.[column];
          if (value === undefined) return null;
          return typeof value === 'number' && table.columns[column]?.kind === 'date'
            ? dayOfSerial(value)
            : value;
        });
        expect(read).toEqual(row);
      });
    },
  );

  test('texts come back as they are, hostile ones and those that look like code included', () => {
    const hostile = [
      'constructor',
      '__proto__',
      '=1+1',
      '<b>&amp;"',
      '_x000D_',
      ' spaces ',
      'two\nlines',
      '\u{1f393}',
      '007',
      '7.10',
    ];
    const table: Table = {
      name: 'Hostile',
      columns: [{ title: 'Text', kind: 'text', width: 10 }],
      rows: [...hostile, 'bell\u0007', '\ud800', 'x'.repeat(40_000)].map((text) => [text]),
    };
    const texts = readWorkbook(writeWorkbook([table]))[0]!.rows.map(([text]) => text);
    expect(texts.slice(1, -3)).toEqual(hostile);
    expect(texts.slice(-3)).toEqual(['bell', '\ufffd', `${'x'.repeat(32_766)}…`]);
  });

  test('the header is frozen and filtered, and clauses are outlined below their headings', () => {
    const xml = sheets[0]!.xml;
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(xml).toMatch(/<autoFilter ref="A1:[A-Z]+\d+"\/>/);
    expect(xml).toContain('<outlinePr summaryBelow="0"/>');
    expect(xml).toMatch(/<row r="3" outlineLevel="1"/);
  });
});

test('two exports give the same bytes, at another time and in another time zone', async () => {
  const zone = process.env['TZ'];
  process.env['TZ'] = 'Pacific/Kiritimati';
  try {
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const again = exportFiles(analysePlan(plan, 'reversed'), build);
    for (const [path, content] of Object.entries(files)) {
      expect(Buffer.from(again[path]!).equals(Buffer.from(content)), path).toBe(true);
    }
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

const root = new URL('../../', import.meta.url);
const compiled = new Map<string, ValidateFunction>();
function validator(path: string): ValidateFunction {
  const known = compiled.get(path);
  if (known) return known;
  const ajv = new Ajv({ strict: false });
  formats(ajv);
  const made = ajv.compile(JSON.parse(readFileSync(new URL(path, root), 'utf8')) as object);
  compiled.set(path, made);
  return made;
}
const oscalSchema = (path: string): string | undefined => {
  const [, model] = /^oscal\/(catalog|component|assessment-results|plan|mapping)/.exec(path) ?? [];
  return model && `src/testing/fixtures/oscal/oscal_${model === 'plan' ? 'poam' : model}.json`;
};
const ownSchema = (path: string): string | undefined =>
  ['coverage.json', 'register.json', 'facts.json'].includes(path)
    ? `schemas/json/${path.replace('.json', '.schema.json')}`
    : undefined;

test('every JSON file satisfies its schema, OSCAL those of NIST, whatever the manual', () => {
  const plans = [plan, ...fc.sample(plannedManual, { numRuns: 30, seed: 5 })];
  let checked = 0;
  for (const each of plans) {
    for (const [path, content] of Object.entries(
      exportFiles(analysePlan(each), { ...build, drafts: checked % 2 === 0 }),
    )) {
      const schema = oscalSchema(path) ?? ownSchema(path);
      if (schema === undefined) continue;
      const validate = validator(schema);
      validate(JSON.parse(content as string));
      expect(validate.errors ?? [], `${path} of ${JSON.stringify(each)}`).toEqual([]);
      checked++;
    }
  }
  expect(checked).toBeGreaterThan(200);
}, 60_000);

test('identifiers in an OSCAL document are unique and its references lead somewhere', () => {
  const results = textOf('oscal/assessment-results.json');
  const ids = [...results.matchAll(/"uuid":"([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, id] of results.matchAll(/"observation-uuid":"([^"]+)"/g)) expect(ids).toContain(id);
  const catalog = textOf('oscal/catalog-demo-2.json');
  const defined = new Set([...catalog.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id));
  for (const [, id] of results.matchAll(/"target-id":"([^"]+)"/g)) expect(defined).toContain(id);
  for (const [, id] of textOf('oscal/mapping-collection.json').matchAll(/"id-ref":"(demo-2_[^"]+)"/g)) {
    expect(defined).toContain(id);
  }
});
