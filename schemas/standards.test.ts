import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { standard, type ClauseData, type StandardData } from './standard.ts';

const textOf = (name: string): string =>
  readFileSync(new URL(`standards/${name}.yaml`, import.meta.url), 'utf8');
const read = (name: string): StandardData => standard.parse(parse(textOf(name)));
const names = ['iso-21001-2018', 'iso-21001-2025', 'iso-9001-2015'] as const;
const iso2018 = read('iso-21001-2018');
const iso2025 = read('iso-21001-2025');
const iso9001 = read('iso-9001-2015');

const labels = (of: StandardData): string[] => of.clauses.map(({ clause }) => clause);
const numbered = (of: StandardData): ClauseData[] => of.clauses.filter(({ clause }) => /^\d/.test(clause));
const items = (of: StandardData) => of.clauses.flatMap(({ requires = [] }) => requires);

test('ISO 21001:2018 has 124 numbered clauses, 87 leaves, 50 required items and Annex A', () => {
  expect(numbered(iso2018)).toHaveLength(124);
  expect(numbered(iso2018).filter(({ heading }) => !heading)).toHaveLength(87);
  expect(items(iso2018)).toHaveLength(50);
  expect(iso2018.clauses.at(-1)).toMatchObject({ clause: 'A', appliesWhen: 'early-childhood-education' });
  expect(labels(iso2018)).toHaveLength(125);
});

test('ISO 21001:2025 is provisional and every clause of it maps to one of 2018', () => {
  expect(iso2025).toMatchObject({ provisional: true, previous: 'iso-21001:2018' });
  expect(iso2025.clauses.map(({ from }) => from)).toEqual(labels(iso2018));
  expect(iso2025.clauses.filter(({ change }) => change === undefined)).toEqual([]);
  expect(iso2025.clauses.filter(({ change }) => change === 'reworded').map(({ clause }) => clause)).toEqual([
    '4.1',
    '4.2',
    '8.1.2',
    '8.3.4.4',
    '8.5.1.4',
    '8.5.1.5',
  ]);
});

test('ISO 21001:2025 inherits the required items of 2018 with their confidence', () => {
  expect(items(iso2025)).toEqual(items(iso2018));
});

test.each(names)('%s: parents exist, headings have children and the order is that of the numbers', (name) => {
  const clauses = read(name).clauses;
  const seen = new Set<string>();
  for (const { clause, parent } of clauses) {
    expect(seen, `second clause ${clause}`).not.toContain(clause);
    if (clause.includes('.')) expect(parent).toBe(clause.slice(0, clause.lastIndexOf('.')));
    else expect(parent).toBeUndefined();
    if (parent !== undefined) expect(seen, `parent of ${clause} comes first`).toContain(parent);
    seen.add(clause);
  }
  const parents = new Set(clauses.map(({ parent }) => parent));
  expect(clauses.filter(({ heading }) => heading).map(({ clause }) => clause)).toEqual(
    clauses.map(({ clause }) => clause).filter((clause) => parents.has(clause)),
  );
  const inOrder = [...seen].filter((label) => /^\d/.test(label));
  expect(inOrder).toEqual(inOrder.toSorted(compareNumbers));
});

test.each(names)('%s: every clause number stands in quotation marks', (name) => {
  const lists = [...textOf(name).matchAll(/^ *counterparts: \[(.*)\]$/gm)].flatMap(([, list = '']) =>
    list.split(', '),
  );
  const single = [...textOf(name).matchAll(/^ *(?:- )?(?:clause|parent|from): (.*)$/gm)].map(
    ([, value = '']) => value,
  );
  expect([...single, ...lists].filter((value) => !/^"[^"]+"$/.test(value))).toEqual([]);
  expect(single.length).toBeGreaterThanOrEqual(read(name).clauses.length);
});

test.each(names)('%s: only clauses without children ask for documents or records', (name) => {
  expect(read(name).clauses.filter(({ heading, requires }) => heading && requires)).toEqual([]);
});

test('every counterpart is a clause of ISO 9001:2015', () => {
  const known = new Set(labels(iso9001));
  for (const edition of [iso2018, iso2025]) {
    for (const { clause, counterparts = [] } of edition.clauses) {
      for (const label of counterparts) expect(known, `counterpart of ${clause}`).toContain(label);
    }
  }
});

test('every file says that it is no substitute for the standard', () => {
  for (const { notice } of [iso2018, iso2025, iso9001])
    expect(notice?.toLowerCase()).toContain('not a substitute');
});

function compareNumbers(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
