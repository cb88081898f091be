/** Versions of the sample manual side by side: reached from the history, and told without colours. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { siteFolder } from '../../testing/site.ts';

const page = (path: string): string => readFileSync(join(siteFolder(), path, 'index.html'), 'utf8');
const plain = (markup: string): string => markup.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ');

test('the history of a document leads to the comparison of each kept version with the one before', () => {
  const history = page('documents/WIN-008');
  expect(history).toContain('href="/documents/WIN-008/compare/2.0..2.1/"');
  expect(history).toContain('href="/documents/WIN-008/compare/1.0..2.0/"');
  expect(page('documents/PRC-007')).toContain('href="/documents/PRC-007/compare/2.0..3.0/"');
});

test('a comparison shows the text of the document with what was taken out and put in, who approved it and why', () => {
  const markup = page('documents/PRC-007/compare/2.0..3.0');
  const text = plain(markup);
  expect(text).toContain('5 passages differ.');
  expect(text).toContain('Second open evening, at Mill Lane');
  expect(markup).toContain('href="/roles/principal/"');
  expect(text).toContain('change of substance');
  expect(text).toContain('with a date taken out: ten (end) put in: 15 (end) working days ahead');
  expect(markup).toMatch(/<del>.{0,60}taken out: <\/span>ten<span/);
  // Roles, forms and terms by their names, cells in a table, no marks of the inner form.
  expect(markup).toMatch(/<td[^>]*>\s*Learning-support coordinator\s*<\/td>/);
  expect(text).toContain('The applicant sends FRM-004 Application form, online or on paper.');
  expect(markup).not.toMatch(/[⟦⟧]/);
});

test('an editorial change of a word shows that word alone', () => {
  const markup = page('documents/WIN-008/compare/2.0..2.1');
  expect(markup.match(/<ins>(?:<span[^>]*>[^<]*<\/span>)?([^<]*)/g)?.map(plain)).toEqual([
    '20 October 2026',
    "put in: nobody's",
    'put in: keyboard,',
    'put in: charger and the number on the sticker.',
  ]);
});
