import { expect, test } from 'vitest';
import { assembleBook, type Book, type BookPart } from './assemble-book.ts';

const page = (body: string, frame = ''): string =>
  `<!doctype html><html lang="en" data-print="Manual · Uncontrolled"><head><link rel="stylesheet" href="/a.css"></head><body>${frame}<main id="page_main"><div class="wrap">${body}</div></main></body></html>`;

const part = (key: string, body: string, more: Partial<BookPart> = {}): BookPart => ({
  key,
  path: `/documents/${key}/`,
  html: page(body),
  title: { code: key, text: `Title of ${key}`, note: 'version 1.0' },
  ...more,
});

const book = (...parts: BookPart[]): Book => ({
  home: page('Home', '<a class="site-name" href="/"><img src="/files/logo.svg" alt=""></a>'),
  titleText: 'College <A>',
  siteText: 'Manual',
  contentsText: 'Contents',
  notes: ['Two documents in force.'],
  parts,
  published: true,
});

/** The section of a part. */
const sectionOf = (html: string, key: string): string =>
  new RegExp(`<section [^>]*id="${key}">.*?</section>`, 's').exec(html)?.[0] ?? '';

test('ids carry the name of their part, and links between parts lead within the file', () => {
  const html = assembleBook(
    book(
      part(
        'PRC-001',
        '<h2 id="how">How</h2><a href="/documents/FRM-001/#fields">f</a><a href="/documents/FRM-001/">g</a><a href="#how">h</a><a href="/roles/registrar/">r</a><a href="https://example.org/#how">x</a>',
      ),
      part('FRM-001', '<h2 id="fields">Fields</h2>'),
    ),
  );
  expect(sectionOf(html, 'PRC-001')).toContain(
    '<h2 id="PRC-001.how" aria-level="3">How</h2><a href="#FRM-001.fields">f</a><a href="#FRM-001">g</a><a href="#PRC-001.how">h</a><a href="/roles/registrar/">r</a><a href="https://example.org/#how">x</a>',
  );
  expect(sectionOf(html, 'FRM-001')).toContain('id="FRM-001.fields"');
});

test('what refers to an id within a page still does', () => {
  const html = assembleBook(
    book(
      part(
        'PRC-001',
        '<section aria-labelledby="a b"><svg><marker id="m"></marker><path marker-end="url(#m)"></path></svg></section>',
      ),
    ),
  );
  expect(html).toContain('aria-labelledby="PRC-001.a PRC-001.b"');
  expect(html).toContain('<marker id="PRC-001.m"/>');
  expect(html).toContain('marker-end="url(#PRC-001.m)"');
});

test('groups, documents and sections are three levels of bookmarks', () => {
  const html = assembleBook(book(part('PRC-001', '<h1>Admission</h1><h2>How</h2>', { group: 'Procedures' })));
  expect(sectionOf(html, 'PRC-001')).toContain(
    '<h1 class="book-group">Procedures</h1><h1 aria-level="2"><span class="code">PRC-001</span> Admission</h1><h2 aria-level="3">How</h2>',
  );
});

test('the contents keep room for the numbers of sheets until they are known', () => {
  const parts = [part('PRC-001', ''), part('PRC-002', '')];
  const numbers = (html: string): (string | undefined)[] =>
    [...html.matchAll(/book-sheet">([^<]*)</g)].map(([, number]) => number);
  expect(numbers(assembleBook(book(...parts)))).toEqual(['000', '000']);
  const sheets = new Map([
    ['PRC-001', 3],
    ['PRC-002', 12],
  ]);
  expect(numbers(assembleBook(book(...parts), sheets))).toEqual(['3', '12']);
});

test('the first sheet has the logo and the name; the head what all pages share', () => {
  const html = assembleBook(book());
  expect(html).toContain('<html lang="en" data-print="Manual · Uncontrolled">');
  expect(html).toContain('<title>College &lt;A&gt;: Manual</title>');
  expect(html).toContain('<link rel="stylesheet" href="/a.css">');
  expect(html).toContain('<section class="book-cover"><img src="/files/logo.svg" alt="">');
});

test('a watermark gets a kind of sheet of its own, once for the same words', () => {
  const marked = '<div class="text" data-watermark="Draft & more">x</div>';
  const html = assembleBook(book(part('PRC-001', marked), part('PRC-002', marked), part('PRC-003', 'x')));
  expect(html.match(/@page book-mark-/g)).toHaveLength(1);
  expect(html.match(/<section class="book-part book-mark-1"/g)).toHaveLength(2);
  expect(html).toContain(encodeURIComponent('Draft &amp; more'));
});

test('where the manual has no address, links out of the file become text', () => {
  const html = assembleBook({
    ...book(part('PRC-001', '<a href="/roles/registrar/">r</a><a href="https://example.org/">x</a>')),
    published: false,
  });
  expect(html).toContain('<a>r</a><a href="https://example.org/">x</a>');
});
