import { expect, test } from 'vitest';
import { paperPage } from './paper-page.ts';

const strip = `<div class="strip"><dl class="title-block"><div class="id"><dt>Document</dt><dd><span class="code">PRC-001</span> <span class="sheet-title">Fees &amp; refunds</span></dd></div><div class="clauses"><dt>Clauses</dt><dd><a href="/clauses/8.2/">8.2</a> <label class="switch">Show numbers</label></dd></div><div class="sheet-code"><dt>Still in force?</dt><dd><svg viewBox="0 0 2 2" role="img" aria-label="Code that leads to x"><path d="M0 0h1"/></svg></dd></div></dl></div>`;

test('the strip is one thing with one text, without links', () => {
  const html = paperPage(strip, true);
  expect(html).toContain(
    '<div class="strip" role="img" aria-label="Document: PRC-001 Fees &amp; refunds. Clauses: 8.2. Code that leads to x.">',
  );
  expect(html).toContain('<a>8.2</a>');
  expect(html.match(/role="img"/g)).toHaveLength(1);
});

test('pictures are there when the sheet is', () => {
  expect(paperPage('<img src="/a.svg" alt="A" loading="lazy">', true)).toBe('<img src="/a.svg" alt="A">');
});

test('links within the site are kept only where it has an address', () => {
  const links = '<p><a href="/roles/x/">a</a> <a href="#b">b</a> <a href="https://c.example/">c</a></p>';
  expect(paperPage(links, true)).toBe(links);
  expect(paperPage(links, false)).toBe(links.replace(' href="/roles/x/"', ''));
});

test('everything else stays as it was built', () => {
  const html =
    '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Tuyển sinh</title></head><body><p>a &lt; b &amp; “c”</p><br><svg viewBox="0 0 1 1"><path d="M0 0"/></svg></body></html>';
  expect(paperPage(html, true)).toBe(html);
});
