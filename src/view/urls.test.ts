import { expect, test } from 'vitest';
import { type AddressBook, createUrls, resolveAddress, segment } from './urls.ts';

const urls = createUrls('/manual/', 'iso-21001:2018', 'content');

test('addresses follow ids and lie below the base', () => {
  expect(urls.home).toBe('/manual/');
  expect(urls.document('PRC-007', 'decision')).toBe('/manual/documents/PRC-007/#decision');
  expect(urls.clause('8.5.1')).toBe('/manual/clauses/8.5.1/');
  expect(urls.clause('8.5.1', 'iso-21001:2018')).toBe('/manual/clauses/8.5.1/');
  expect(urls.clause('8.5.1', 'iso-21001:2025')).toBe('/manual/clauses/iso-21001-2025/8.5.1/');
});

test('files are addressed below the content folder', () => {
  expect(urls.hrefOf({ kind: 'file', path: 'content/figures/map.svg' })).toBe(
    '/manual/files/figures/map.svg',
  );
});

test('an id never escapes its folder', () => {
  expect(segment('QP/07-01')).toBe('QP-07-01');
  expect(segment('../../etc')).toBe('..-..-etc');
  expect(segment('..')).toBe('-..');
  expect(segment('QĐ-ĐT 01')).toBe('QĐ-ĐT-01');
});

const has = (...ids: string[]): { byId: ReadonlyMap<string, unknown> } => ({
  byId: new Map(ids.map((id) => [id, {}])),
});
const book: AddressBook = {
  ids: new Set(['PRC-007']),
  aliases: new Map([['QP-07', 'PRC-007']]),
  standards: new Map([
    ['iso-21001:2018', { byLabel: new Map([['8.5.1', {}]]) }],
    ['iso-21001:2025', { byLabel: new Map([['8.5.2', {}]]) }],
  ]),
  registers: {
    roles: has('registrar'),
    units: has('admissions'),
    processes: has(),
    glossary: has('learner'),
  },
  edition: 'iso-21001:2018',
};

test.each([
  ['/', 'page'],
  ['/coverage/', 'page'],
  ['/coverage/?state=gap', 'page'],
  ['/documents/PRC-007/#decision', 'document'],
  ['/documents/QP-07/', 'document'],
  ['/roles/registrar/', 'page'],
  ['/clauses/8.5.1/', 'page'],
  ['/clauses/iso-21001-2025/8.5.2/', 'page'],
  ['/glossary/#learner', 'page'],
  ['/coverage/#clause-8-5-1', 'page'],
  ['/coverage/#matrix', 'page'],
  ['/guide/owners/#check-before-you-hand-it-on', 'page'],
  ['/types/form/#documents', 'page'],
  ['/clauses/8.5.1/#state', 'page'],
  ['/coverage.xlsx', 'page'],
])('%s is known', (path, kind) => {
  expect(resolveAddress(path, book)?.kind).toBe(kind);
});

test.each([
  '/documents/PRC-008/',
  '/roles/nobody/',
  '/clauses/8.5.2/',
  '/clauses/iso-21001-2025/8.5.1/',
  '/glossary/#pupil',
  '/elsewhere/',
  '/units/admissions/rooms/',
])('%s is not', (path) => {
  expect(resolveAddress(path, book)).toBeUndefined();
});
