/** The built pages as files: valid, small, and saying as of when they were made. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { beforeAll, expect, test } from 'vitest';
import { siteFolder } from './site.ts';

const kilobyte = 1000;
const compressed = (text: string | Buffer): number => gzipSync(text, { level: 9 }).length;

let folder: string;
let pages: Map<string, string>;
const withoutRedirects = ([, html]: [string, string]): boolean => !html.includes('http-equiv="refresh"');

beforeAll(() => {
  folder = siteFolder();
  pages = new Map(
    globSync('**/*.html', { cwd: folder })
      .sort()
      .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  );
});

test('html-validate finds nothing on any page', { timeout: 240_000 }, async () => {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'], elements: ['html5'] });
  const found: string[] = [];
  for (const [path, html] of pages) {
    const { results } = await validator.validateString(html, path);
    for (const { messages } of results)
      for (const { ruleId, message, line, column } of messages)
        found.push(`${path}:${line}:${column} ${message} [${ruleId}]`);
  }
  expect(found).toEqual([]);
});

test('nothing is inline: no script, no style, no style attribute, no handler', () => {
  const found = [...pages]
    .filter(([, html]) => /<style|<script(?![^>]* src=)|\sstyle="|<[^>]+\son[a-z]+="/.test(html))
    .map(([path]) => path);
  expect(found).toEqual([]);
});

test('one style sheet, and one script of at most 3 kB that waits', () => {
  const styles = new Set<string>();
  const scripts = new Set<string>();
  for (const [, html] of [...pages].filter(withoutRedirects)) {
    for (const [, href] of html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)) styles.add(href ?? '');
    const own = [...html.matchAll(/<script type="module" src="([^"]+)"><\/script>/g)];
    expect(own.length).toBeLessThanOrEqual(1);
    for (const [, source] of own) scripts.add(source ?? '');
  }
  expect(styles.size).toBe(1);
  expect(scripts.size).toBe(1);
  for (const script of scripts)
    expect(compressed(readFileSync(join(folder, script)))).toBeLessThanOrEqual(3 * kilobyte);
});

test('a document page sends at most 20 kB, HTML and CSS together', () => {
  const [sheet] = globSync('_astro/*.css', { cwd: folder });
  const css = compressed(readFileSync(join(folder, sheet ?? '')));
  const heavy = [...pages]
    .filter(([path]) => /^documents\/[^/]+\/index\.html$/.test(path))
    .map(([path, html]) => ({ path, size: compressed(html) + css }))
    .filter(({ size }) => size > 20 * kilobyte);
  expect(heavy).toEqual([]);
});

test('every page says as of when it was built, and that the date was given by hand', () => {
  const silent = [...pages]
    .filter(withoutRedirects)
    .filter(([, html]) => !html.includes('As of 2 November 2026. The date was given by hand.'))
    .map(([path]) => path);
  expect(silent).toEqual([]);
});

test('drafts are nowhere in a published build', () => {
  const facts = JSON.parse(readFileSync(join(folder, 'search/lookup.json'), 'utf8')) as {
    documents: { id: string }[];
  };
  const drafts = ['PRC-030', 'WIN-009', 'POL-010'];
  expect(facts.documents.map(({ id }) => id).filter((id) => drafts.includes(id))).toEqual([]);
  expect([...pages.keys()].filter((path) => drafts.some((id) => path.includes(id)))).toEqual([]);
  expect(pages.has('findings/index.html')).toBe(false);
});
