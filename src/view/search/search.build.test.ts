/** What stands first for 40 and more queries, asked of the real index of the sample manual. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServedSite, serveSite } from '../../testing/serve-site.ts';
import { siteFolder } from '../../testing/site.ts';
import type { Lookup } from './lookup.ts';
import { type FullTextEngine, runSearch, type SearchOutcome } from './run-search.ts';
import type { Filters } from './search-query.ts';

interface Pagefind extends FullTextEngine {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
}

let site: ServedSite;
let engine: Pagefind;
let lookup: Lookup;

beforeAll(async () => {
  const folder = siteFolder();
  lookup = JSON.parse(readFileSync(join(folder, 'search/lookup.json'), 'utf8')) as Lookup;
  site = await serveSite(folder);
  engine = (await import(
    /* @vite-ignore */ pathToFileURL(join(folder, 'pagefind/pagefind.js')).href
  )) as Pagefind;
  await engine.options({ basePath: `${site.origin}/pagefind/`, baseUrl: '/', noWorker: true });
  await engine.init();
});

afterAll(() => {
  site.close();
});

const ask = (query: string, filters: Filters = {}): Promise<SearchOutcome> =>
  runSearch(query, { lookup, engine, filters, typeNames: {} });

const first: readonly [query: string, code: string][] = [
  // Ids, however they are typed, and ids from before.
  ['PRC-007', 'PRC-007'],
  ['prc-007', 'PRC-007'],
  ['prc 7', 'PRC-007'],
  ['PRC007', 'PRC-007'],
  ['prc_007', 'PRC-007'],
  ['PRC-015', 'PRC-015'],
  ['frm 4', 'FRM-004'],
  ['REC-012', 'REC-012'],
  ['pol 1', 'POL-001'],
  ['MAN-001', 'MAN-001'],
  ['ext 2', 'EXT-002'],
  ['win-006', 'WIN-006'],
  ['PRC-003', 'PRC-007'],
  ['prc 7 appeals', 'PRC-007'],
  // Numbers of clauses, exactly.
  ['8.5.1', '8.5.1'],
  ['8.5.1.2.2', '8.5.1.2.2'],
  ['clause 7.5.3', '7.5.3'],
  ['10.3', '10.3'],
  ['4.1', '4.1'],
  ['9.3', '9.3'],
  ['§ 8.2.1', '8.2.1'],
  // Titles and what staff call things.
  ['admission', 'PRC-007'],
  ['admision', 'PRC-007'],
  ['admission of learners', 'PRC-007'],
  ['quality policy', 'POL-001'],
  ['internal audit', 'PRC-024'],
  ['complaint', 'PRC-015'],
  ['complaints and appeals', 'PRC-015'],
  ['appeal', 'PRC-015'],
  ['complaint form', 'FRM-008'],
  ['application form', 'FRM-004'],
  ['learner charter', 'POL-002'],
  ['data protection policy', 'POL-005'],
  ['corrective action', 'PRC-026'],
  ['nonconforming outputs', 'PRC-016'],
  ['control of documents', 'PRC-001'],
  ['context', 'PRC-004'],
  ['access arrangements', 'WIN-006'],
  ['learner survey', 'FRM-012'],
  ['external providers', 'PRC-014'],
  ['enrolment', 'PRC-008'],
  ['safeguarding', 'POL-006'],
  ['risks and opportunities', 'PRC-005'],
  ['management review', 'PRC-025'],
  ['health and safety', 'POL-008'],
  ['self-evaluation', 'REC-029'],
];

test.each(first)('%s → %s', async (query, code) => {
  const { hits } = await ask(query);
  expect(hits[0]?.code).toBe(code);
});

test('a clause number finds neither its longer neighbours nor only itself', async () => {
  const { hits } = await ask('8.5.1');
  expect(hits.some(({ code }) => code === '8.5.1.2.2' || code === '8.5.10')).toBe(false);
  const { hits: leaf } = await ask('8.5.1.2.2');
  expect(leaf.map(({ code }) => code)).toContain('PRC-007');
});

test.each([
  ['registrar', '/roles/registrar/'],
  ['Quality manager', '/roles/quality-manager/'],
])('the name of a role, typed whole, leads to its page: %s', async (query, url) => {
  expect((await ask(query)).hits[0]?.url).toBe(url);
});

test.each([
  ['complaimts', 'complaints'],
  ['curiculum', 'curriculum'],
  ['safegarding', 'safeguarding'],
])('a slip finds nothing and is answered with what is near: %s', async (query, corrected) => {
  const { hits, suggestions } = await ask(query);
  expect(hits).toEqual([]);
  expect(suggestions?.corrected).toBe(corrected);
});

test('filters narrow the exact matches too', async () => {
  const { hits } = await ask('admission', { type: ['form'] });
  expect(hits.length).toBeGreaterThan(0);
  expect(hits.every(({ code }) => code?.startsWith('FRM-'))).toBe(true);
  expect((await ask('PRC-007', { type: ['form'] })).hits.map(({ code }) => code)).not.toContain('PRC-007');
});

test('filters alone list what they ask for', async () => {
  const { hits } = await ask('', { review: ['overdue'] });
  expect(hits.map(({ code }) => code)).toEqual(['PRC-020']);
});

test('what is not in force is never found', async () => {
  const { hits } = await ask('enrolment of evening learners');
  expect(hits.map(({ code }) => code)).not.toContain('PRC-003');
});

test('results name the section', async () => {
  const { hits } = await ask('appeal');
  expect(hits[0]?.section?.url).toMatch(/^\/documents\/PRC-015\/#/);
});
