/** What pages carry for paper: the strip, and a code that leads to a page of this very build. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { siteFolder } from './site.ts';

const origin = 'https://manual.alderbridge.example';
let folder: string;
const documents: { path: string; html: string }[] = [];

beforeAll(() => {
  folder = siteFolder();
  // Pages of documents and of their earlier versions; comparisons are no sheets to work from.
  for (const path of globSync('documents/*/{*/,}index.html', { cwd: folder }).sort()) {
    const html = readFileSync(join(folder, path), 'utf8');
    if (!html.includes('http-equiv="refresh"')) documents.push({ path, html });
  }
});

const codeOf = (html: string): string | undefined =>
  /aria-label="Code that leads to ([^"]+)"/.exec(html)?.[1];

test('every document and every kept version has its strip', () => {
  const missing = documents.filter(({ html }) =>
    ['id', 'type', 'version', 'status', 'effective', 'approver'].some(
      (key) => !new RegExp(`<div class="strip">.*<div class="${key}">`, 's').test(html),
    ),
  );
  expect(missing.map(({ path }) => path)).toEqual([]);
  expect(documents.length).toBeGreaterThan(100);
});

test('every code leads to the page of that version, which exists', () => {
  const faults = documents.flatMap(({ path, html }) => {
    const address = codeOf(html);
    const version = /<div class="version"><dt>Version<\/dt><dd><span class="code">([^<]+)/.exec(html)?.[1];
    const [, id] = path.split(/[\\/]/);
    const expected = `${origin}/verify/${id ?? ''}/${version ?? ''}/`;
    if (address !== expected) return [`${path}: ${address ?? 'no code'}, expected ${expected}`];
    const file = join(folder, new URL(address).pathname, 'index.html');
    return existsSync(file) ? [] : [`${path}: ${address} does not exist`];
  });
  expect(faults).toEqual([]);
});

test('every page says at which address it stands', () => {
  const silent = globSync('**/index.html', { cwd: folder }).filter((path) => {
    const html = readFileSync(join(folder, path), 'utf8');
    const address = `${origin}/${path.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
    return !html.includes('http-equiv="refresh"') && !html.includes(`data-address="${address}"`);
  });
  expect(silent).toEqual([]);
});
