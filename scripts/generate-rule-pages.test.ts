import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rulePages } from './generate-rule-pages.ts';

const root = new URL('../', import.meta.url);
const pages = rulePages();

test.each(Object.keys(pages))('%s is what the rules say (else: npm run rules)', (path) => {
  expect(readFileSync(new URL(path, root), 'utf8')).toBe(pages[path]);
});

test('no page is left over', () => {
  const present = readdirSync(new URL('docs/rules/', root)).map((name) => `docs/rules/${name}`);
  expect(present.toSorted()).toEqual(Object.keys(pages).toSorted());
});
