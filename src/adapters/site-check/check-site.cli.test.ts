import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkSite } from './check-site.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

const policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">';

/** What the check says about a site of these files; a page is wrapped in the policy it needs. */
function faultsOf(files: Record<string, string>, options: { base?: string; origin?: string } = {}): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'eoms-site-'));
  made.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path.endsWith('.html') && !text.startsWith('!') ? policy + text : text);
  }
  return checkSite(folder, { base: '/', ...options }).faults.map(
    ({ file, kind, message }) => `${file} ${kind} ${message}`,
  );
}

test('a sound site has no faults', () => {
  expect(
    faultsOf({
      'index.html':
        '<a href="a/">A</a><a href="/a/#%C3%A9">e</a><a href="https://www.iso.org/">x</a><a href="mailto:a@b.c">m</a><label for="q"></label><input id="q" aria-describedby="h"><p id="h"><a href="#">top</a><a href="?q=1">q</a>',
      'a/index.html':
        '<h2 id="é">x</h2><img src="../x.png" srcset="/x.png 1x, /y.png 2x"><link rel="stylesheet" href="/s.css">',
      'x.png': '',
      'y.png': '',
      's.css': 'a{background:url("x.png")}',
    }),
  ).toEqual([]);
});

test.each([
  [
    'a page that is not there',
    '<a href="/b/">B</a>',
    'index.html broken-address Unexpected `/b/` in `a href`, expected a file of this site',
  ],
  [
    'a fragment that is not there',
    '<a href="/a/#x">A</a>',
    'index.html broken-fragment Unexpected `/a/#x` in `a href`, expected an id of `a/index.html`',
  ],
  [
    'a fragment of the page itself',
    '<a href="#x">x</a>',
    'index.html broken-fragment Unexpected `#x` in `a href`, expected an id of `index.html`',
  ],
  [
    'another letter case',
    '<a href="/A/">A</a>',
    'index.html letter-case Unexpected `/A/` in `a href`, expected the letter case of `a/index.html`',
  ],
  [
    'no slash at the end',
    '<a href="/a">A</a>',
    'index.html broken-address Unexpected `/a` in `a href`, expected a slash at its end, which not every host adds',
  ],
  [
    'an empty address',
    '<a href="">A</a>',
    'index.html broken-address Unexpected `` in `a href`, expected an address',
  ],
  [
    'a program as an address',
    '<a href="javascript:x">A</a>',
    'index.html broken-address Unexpected `javascript:x` in `a href`, expected http or https',
  ],
  [
    'a picture that is not there',
    '<img src="/x.png">',
    'index.html broken-address Unexpected `/x.png` in `img src`, expected a file of this site',
  ],
  [
    'a picture set',
    '<img srcset="/x.png 1x">',
    'index.html broken-address Unexpected `/x.png` in `img srcset`, expected a file of this site',
  ],
  [
    'a form',
    '<form action="/find/"></form>',
    'index.html broken-address Unexpected `/find/` in `form action`, expected a file of this site',
  ],
  [
    'a style sheet',
    '<link rel="stylesheet" href="/s.css">',
    'index.html broken-address Unexpected `/s.css` in `link href`, expected a file of this site',
  ],
  [
    'a script of another host',
    '<script src="https://cdn.test/x.js"></script>',
    'index.html third-party Unexpected `https://cdn.test/x.js` in `script src`, expected nothing from other hosts',
  ],
  [
    'a label of nothing',
    '<label for="q">Q</label>',
    'index.html broken-reference Unexpected `q` in `label for`, expected the id of an element of this page',
  ],
  [
    'a description of nothing',
    '<p aria-labelledby="a b"></p>',
    'index.html broken-reference Unexpected `a` in `p aria-labelledby`, expected the id of an element of this page',
  ],
  [
    'an id twice',
    '<p id="x"></p><p id="x"></p>',
    'index.html duplicate-id Unexpected second element with id `x`',
  ],
  [
    'a handler',
    '<p onclick="x"></p>',
    'index.html inline-code Unexpected `p onclick`, expected code and styles in files of their own',
  ],
  [
    'an inline style',
    '<p style="color:red"></p>',
    'index.html inline-code Unexpected `p style`, expected code and styles in files of their own',
  ],
  [
    'an inline script',
    '<script>x</script>',
    'index.html inline-code Unexpected `<script>`, expected code and styles in files of their own',
  ],
  [
    'a redirect',
    '<meta http-equiv="refresh" content="0; url=/b/">',
    'index.html broken-address Unexpected `/b/` in `meta refresh`, expected a file of this site',
  ],
])('finds %s', (_, html, expected) => {
  const found = faultsOf({ 'index.html': `<a href="/a/">A</a>${html}`, 'a/index.html': '' });
  expect(found).toContain(expected);
  expect(found.length).toBe(html.includes('a b') ? 2 : 1);
});

test('finds pages that nothing leads to, and pages without a policy', () => {
  expect(faultsOf({ 'index.html': '', 'a/index.html': '', 'b/index.html': '!<p>' })).toEqual([
    'a/index.html orphan-page Unexpected page that no link leads to from the first page',
    'b/index.html missing-policy Missing content security policy',
    'b/index.html orphan-page Unexpected page that no link leads to from the first page',
  ]);
});

test('reads feeds, sitemaps, tables, redirects and style sheets', () => {
  const origin = 'https://m.test';
  expect(
    faultsOf(
      {
        'index.html': '',
        'feed.xml': `<feed><link href="${origin}/no/"/><entry><link href="${origin}/"/></entry></feed>`,
        'sitemap.xml': `<urlset><url><loc>${origin}/lost/</loc></url></urlset>`,
        'a.json': `{"list":[{"url":"/gone/"},{"x":"${origin}/away/"},{"title":"/not an address"}]}`,
        'a.csv': `id,address\n1,${origin}/cell/\n`,
        _redirects: '/old/ /new/ 301\n',
        's.css': 'a{background:url(x.png)} b{background:url(https://cdn.test/x.png)}',
      },
      { origin },
    ).map((fault) => fault.replace(/, expected.*/, '')),
  ).toEqual([
    '_redirects broken-address Unexpected `/new/` in `/old/ /new/ 301`',
    'a.csv broken-address Unexpected `https://m.test/cell/` in a cell',
    'a.json broken-address Unexpected `/gone/` in `url`',
    'a.json broken-address Unexpected `https://m.test/away/` in `x`',
    'feed.xml broken-address Unexpected `https://m.test/no/` in <link>',
    's.css broken-address Unexpected `x.png` in a style sheet',
    's.css third-party Unexpected `https://cdn.test/x.png` in a style sheet',
    'sitemap.xml broken-address Unexpected `https://m.test/lost/` in <loc>',
  ]);
});

test('knows where the site lies on its host', () => {
  expect(
    faultsOf({ 'index.html': '<a href="/manual/">x</a><a href="/elsewhere/">y</a>' }, { base: '/manual/' }),
  ).toEqual([
    'index.html broken-address Unexpected `/elsewhere/` in `a href`, expected an address below `/manual/`',
  ]);
});
