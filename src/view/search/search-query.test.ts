import { expect, test } from 'vitest';
import type { Lookup } from './lookup.ts';
import { withoutTitle } from './run-search.ts';
import { codeKey, findExact, fullTextQuery, wordsOf } from './search-query.ts';
import { distance, suggest } from './suggest.ts';

const lookup: Lookup = {
  documents: [
    {
      id: 'PRC-007',
      title: 'Admission of learners',
      url: '/documents/PRC-007/',
      type: 'procedure',
      version: '2.0',
      aliases: ['QP-07-01'],
      role: ['registrar'],
    },
    { id: 'PRC-070', title: 'Excursions', url: '/documents/PRC-070/', type: 'procedure', version: '1.0' },
    { id: 'FRM-004', title: 'Application form', url: '/documents/FRM-004/', type: 'form', version: '1.2' },
  ],
  clauses: ['8.5.1', '8.5.10', '8.5.1.2', '7', 'A'].map((label) => ({
    label,
    title: `Title of ${label}`,
    url: `/clauses/${label}/`,
    standard: 'ISO 21001:2018',
  })),
  names: [{ title: 'Registrar', url: '/roles/registrar/', kind: 'Role' }],
};
const codes = (query: string, filters = {}): string[] =>
  findExact(query, lookup, filters).documents.map(({ id }) => id);
const labels = (query: string): string[] => findExact(query, lookup).clauses.map(({ label }) => label);

test.each(['PRC-007', 'prc-7', 'prc 7', 'PRC007', 'prc_007', 'Prc 007', 'QP-07-01', 'qp 7 1'])(
  '%s names PRC-007 alone',
  (query) => {
    expect(codes(query)).toEqual(['PRC-007']);
  },
);

test('runs of letters and digits make the key', () => {
  expect(codeKey('PRC-HR-001')).toBe('prc-hr-1');
  expect(codeKey('QĐ-ĐT 01')).toBe('qd-dt-1');
});

test('a number alone names no document', () => {
  expect(codes('7')).toEqual([]);
  expect(codes('007')).toEqual([]);
});

test.each([
  ['8.5.1', ['8.5.1']],
  ['clause 8.5.1', ['8.5.1']],
  ['§8.5.1', ['8.5.1']],
  ['8.5.1.', ['8.5.1']],
  ['8.5.10', ['8.5.10']],
  ['7', ['7']],
  ['annex A', ['A']],
  ['a plan for 7 days', []],
])('%s names the clauses %j', (query, expected) => {
  expect(labels(query)).toEqual(expected);
});

test('filters hold for exact matches, and ask for documents only', () => {
  expect(codes('PRC-007', { type: ['form'] })).toEqual([]);
  expect(codes('PRC-007', { role: ['registrar'] })).toEqual(['PRC-007']);
  expect(findExact('8.5.1', lookup, { type: ['form'] }).clauses).toEqual([]);
});

test('titles match by the beginnings of their words, in any order', () => {
  expect(findExact('learn adm', lookup).titles.map(({ id }) => id)).toEqual(['PRC-007']);
  expect(findExact('dmission', lookup).titles).toEqual([]);
});

test('numbers of clauses reach the index in quotation marks', () => {
  expect(fullTextQuery('clause 8.5.1 records')).toBe('"8.5.1" records');
  expect(fullTextQuery('"8.5.1"')).toBe('"8.5.1"');
});

test('distance counts letters dropped, changed and swapped, and gives up early', () => {
  expect(distance('complaimts', 'complaints', 2)).toBe(1);
  expect(distance('adimssion', 'admission', 2)).toBe(1);
  expect(distance('appeal', 'register', 2)).toBe(Infinity);
});

test('near ids and titles are offered', () => {
  expect(suggest('PRC-008', lookup).pages[0]?.text).toBe('PRC-007 Admission of learners');
  expect(suggest('aplication', lookup)).toMatchObject({
    corrected: 'application',
    pages: [{ url: '/documents/FRM-004/' }],
  });
  expect(suggest('zzzzzz', lookup)).toEqual({ corrected: undefined, pages: [] });
});

test('an excerpt does not repeat the heading that stands above it', () => {
  expect(withoutTitle('Scope. Complaints by learners', 'Scope')).toBe('Complaints by learners');
  expect(withoutTitle('How to <mark>appeal</mark>. Write to us', 'How to appeal')).toBe('Write to us');
  expect(withoutTitle('<mark>What</mark> now? (a). First', 'What now? (a)')).toBe('First');
  expect(withoutTitle('the scope of it', 'Scope')).toBe('the scope of it');
});

test('Arabic words are compared without their article', () => {
  expect(wordsOf('المتعلم والتقييم ال')).toEqual(['متعلم', 'تقييم', 'ال']);
});
