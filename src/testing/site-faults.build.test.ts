/** Plants a fault of each kind in a copy of the built sample manual: each is found once, and nothing else is. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readManifest } from '../adapters/publish/manifest.ts';
import { checkSite } from '../adapters/site-check/check-site.ts';
import { siteFolder } from './site.ts';

const origin = 'https://manual.alderbridge.example';
let copy: string;

beforeAll(() => {
  copy = join(mkdtempSync(join(tmpdir(), 'eoms-faults-')), 'site');
  cpSync(siteFolder(), copy, { recursive: true });
});
afterAll(() => {
  rmSync(dirname(copy), { recursive: true });
});

const read = (path: string): string => readFileSync(join(copy, path), 'utf8');
const write = (path: string, bytes: string | Uint8Array): void => {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), bytes);
};

/** Puts markup at the end of a page's text. */
function plant(page: string, markup: string): void {
  const html = read(page);
  expect(html).toContain('</main>');
  write(page, html.replace('</main>', `${markup}</main>`));
}

function replace(path: string, pattern: RegExp | string, by: string): void {
  const text = read(path);
  const changed = text.replace(pattern, by);
  expect(changed, path).not.toBe(text);
  write(path, changed);
}

const pageHead = '<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src \'self\'">';

/** File, kind and the value that is at fault. */
const faults: string[] = [];
const expectFault = (file: string, kind: string, value: string): void =>
  void faults.push(`${file} ${kind} ${value}`);

test('every kind of fault planted in the output is found, and nothing else', () => {
  const markup: [page: string, markup: string, kind: string, value: string][] = [
    ['about/index.html', '<a href="/nowhere/">x</a>', 'broken-address', '/nowhere/'],
    [
      'register/index.html',
      '<a href="../documents/PRC-999/">x</a>',
      'broken-address',
      '../documents/PRC-999/',
    ],
    [
      'coverage/index.html',
      '<a href="/documents/PRC-007/#gone">x</a>',
      'broken-fragment',
      '/documents/PRC-007/#gone',
    ],
    ['glossary/index.html', '<a href="#gone">x</a>', 'broken-fragment', '#gone'],
    ['scope/index.html', '<a href="/documents/prc-007/">x</a>', 'letter-case', '/documents/prc-007/'],
    ['roles/index.html', '<a href="/documents/PRC-007">x</a>', 'broken-address', '/documents/PRC-007'],
    ['units/index.html', '<a href="">x</a>', 'broken-address', ''],
    ['records/index.html', '<a href="javascript:alert(1)">x</a>', 'broken-address', 'javascript:alert(1)'],
    ['reviews/index.html', `<a href="${origin}/gone/">x</a>`, 'broken-address', `${origin}/gone/`],
    ['processes/index.html', '<img src="/files/gone.png" alt="">', 'broken-address', '/files/gone.png'],
    ['clauses/index.html', '<img srcset="/icon.svg 1x, /gone.svg 2x" alt="">', 'broken-address', '/gone.svg'],
    ['changes/index.html', '<link rel="stylesheet" href="/gone.css">', 'broken-address', '/gone.css'],
    ['guide/index.html', '<form action="/gone/"></form>', 'broken-address', '/gone/'],
    [
      'guide/owners/index.html',
      '<script src="https://cdn.test/x.js"></script>',
      'third-party',
      'https://cdn.test/x.js',
    ],
    ['guide/auditors/index.html', '<p aria-describedby="gone">x</p>', 'broken-reference', 'gone'],
    ['types/form/index.html', '<label for="gone">x</label>', 'broken-reference', 'gone'],
    ['types/record/index.html', '<p id="twice"></p><p id="twice"></p>', 'duplicate-id', 'twice'],
    ['roles/registrar/index.html', '<p style="color:red">x</p>', 'inline-code', 'p style'],
    ['units/admissions/index.html', '<p onclick="x()">x</p>', 'inline-code', 'p onclick'],
    ['links/index.html', '<script>x()</script>', 'inline-code', '<script>'],
  ];
  for (const [page, text, kind, value] of markup) {
    plant(page, text);
    expectFault(page, kind, value);
  }

  replace('audit/stage-1/index.html', /<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  expectFault('audit/stage-1/index.html', 'missing-policy', '');

  write('lost/index.html', `${pageHead}<p>Nobody leads here.</p>`);
  expectFault('lost/index.html', 'orphan-page', '');

  write('old/index.html', `${pageHead}<meta http-equiv="refresh" content="0; url=/gone-too/">`);
  expectFault('old/index.html', 'broken-address', '/gone-too/');

  write('About/index.html', `${pageHead}<p>Another spelling of a page.</p>`);
  plant('audit/findings/index.html', '<a href="/About/">x</a>');
  expectFault('about/index.html', 'colliding-files', 'About/index.html');

  write(
    'sitemap.xml',
    `<urlset><url><loc>${origin}/</loc></url><url><loc>${origin}/gone/</loc></url></urlset>`,
  );
  expectFault('sitemap.xml', 'broken-address', `${origin}/gone/`);
  write('robots.txt', `Sitemap: ${origin}/maps.xml\n`);
  expectFault('robots.txt', 'broken-address', `${origin}/maps.xml`);
  write('more.css', 'a{background:url("gone.png")}');
  expectFault('more.css', 'broken-address', 'gone.png');
  write('_redirects', `${read('_redirects')}/x/ /gone/ 301\n`);
  expectFault('_redirects', 'broken-address', '/gone/');
  write(
    'table.csv',
    `Id,Address\nPRC-001,${origin}/documents/PRC-001/\nPRC-998,${origin}/documents/PRC-998/\n`,
  );
  expectFault('table.csv', 'broken-address', `${origin}/documents/PRC-998/`);

  const holding = (ending: string): string =>
    `reviews/${readdirSync(join(copy, 'reviews')).find((name) => name.endsWith(ending) && read(`reviews/${name}`).includes(`${origin}/documents/`)) ?? ''}`;
  const feed = holding('.xml');
  replace(feed, new RegExp(`href="${origin}/documents/[A-Z]+-\\d+/`), `href="${origin}/documents/PRC-997/`);
  expectFault(feed, 'broken-address', `${origin}/documents/PRC-997/`);
  const calendar = holding('.ics');
  replace(calendar, /END:VEVENT/, `URL;VALUE=URI:${origin}/documents/PRC-\r\n 996/\r\nEND:VEVENT`);
  expectFault(calendar, 'broken-address', `${origin}/documents/PRC-996/`);
  replace('search/lookup.json', '"/documents/EXT-001/"', '"/documents/EXT-995/"');
  expectFault('search/lookup.json', 'broken-address', '/documents/EXT-995/');

  const [fragment = '', other = ''] = readdirSync(join(copy, 'pagefind/fragment'));
  changeFragment(`pagefind/fragment/${fragment}`, (page) => ({
    ...page,
    url: '/documents/PRC-994/',
    anchors: [],
  }));
  expectFault(`pagefind/fragment/${fragment}`, 'broken-address', '/documents/PRC-994/');
  changeFragment(`pagefind/fragment/${other}`, (page) => ({
    ...page,
    url: '/documents/PRC-007/',
    anchors: [{ element: 'h2', id: 'gone', text: 'Gone', location: 0 }],
  }));
  expectFault(`pagefind/fragment/${other}`, 'broken-fragment', '/documents/PRC-007/#gone');

  const parts = unzipSync(readFileSync(join(copy, 'register.xlsx')));
  parts['xl/worksheets/_rels/extra.xml.rels'] = strToU8(
    `<Relationships><Relationship Id="r1" TargetMode="External" Target="${origin}/documents/PRC-993/"/></Relationships>`,
  );
  write('register.xlsx', zipSync(parts));
  expectFault('register.xlsx', 'broken-address', `${origin}/documents/PRC-993/`);

  const { faults: found } = checkSite(copy, { base: '/', origin });
  const reported = found.map(
    ({ file, kind, message }) => `${file} ${kind} ${/`([^`]*)`/.exec(message)?.[1] ?? ''}`,
  );
  expect(reported.toSorted()).toEqual(faults.toSorted());
});

function changeFragment(path: string, change: (page: object) => object): void {
  const text = gunzipSync(readFileSync(join(copy, path))).toString('utf8');
  const start = text.indexOf('{');
  write(
    path,
    gzipSync(text.slice(0, start) + JSON.stringify(change(JSON.parse(text.slice(start)) as object))),
  );
}

test('a page that is taken away is missed wherever it is led to', () => {
  expect(readManifest(siteFolder())?.origin).toBe(origin);
  const before = checkSite(copy, { base: '/', origin }).faults.length;
  rmSync(join(copy, 'scope/index.html'));
  const after = checkSite(copy, { base: '/', origin }).faults;
  expect(after.length).toBeGreaterThan(before + 300);
  expect(after.some(({ message }) => message.includes('`/scope/`'))).toBe(true);
});
