/** PDF files as a reader of them sees them: sheets, tags, bookmarks, links, and the code on paper. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../adapters/pdf/launch-browser.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

const eoms = fileURLToPath(new URL('eoms.mjs', import.meta.url));
const sound = fileURLToPath(new URL('../testing/cases/control/sound/content', import.meta.url));
const published = 'https://manual.example.org/m';
let root: string;

const draft = `---
id: PRC-009
title: Trips
type: procedure
version: "0.1"
status: draft
owner: registrar
author: registrar
clauses: []
noClauses: "house rule"
produces: [REC-001]
---

## Before {#before}

See [the purpose of admission](../procedures/prc-001.mdx#purpose) and [below](#after).

${'A trip is planned, insured, and agreed with those who come along and with those who stay at home.\n\n'.repeat(60)}
## After {#after}

It is talked about.
`;

function run(...args: readonly string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [eoms, 'pdf', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CI: '1' },
  });
  return { stdout, stderr, status };
}
const onDay = ['--content', 'content', '--today', '2026-06-01'] as const;
const withAddress = [...onDay, '--url', `${published}/`] as const;

const bytesOf = (file: string): Buffer => readFileSync(join(root, file));
const open = (file: string): Promise<Pdf> => getDocumentProxy(new Uint8Array(bytesOf(file)));

async function textsOf(pdf: Pdf): Promise<string[]> {
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    texts.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replaceAll(/\s+/g, ' '),
    );
  }
  return texts;
}

interface Link {
  readonly url?: string;
  readonly dest?: unknown;
}
async function linksOf(pdf: Pdf): Promise<Link[]> {
  const links: Link[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1)
    links.push(...((await (await pdf.getPage(number)).getAnnotations()) as Link[]));
  return links;
}

interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}
const titlesOf = (bookmarks: readonly Bookmark[], depth = 0): string[] =>
  bookmarks.flatMap(({ title, items }) => [`${'  '.repeat(depth)}${title}`, ...titlesOf(items, depth + 1)]);

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'eoms-pdf-test-'));
  cpSync(sound, join(root, 'content'), { recursive: true });
  writeFileSync(join(root, 'content/procedures/prc-009.mdx'), draft);
  expect(run('PRC-001', '--all', '--matrix', '--out', 'out', ...withAddress)).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringMatching(
      /^out.PRC-001-2\.0\.pdf: \d+ pages?, \d+ kB.*\nout.coverage-matrix\.pdf: .*\nout.manual\.pdf: .*\n$/,
    ) as string,
  });
}, 120_000);
afterAll(() => {
  rmSync(root, { recursive: true });
});

test('a document is tagged, named, in its language, and has bookmarks', async () => {
  const pdf = await open('out/PRC-001-2.0.pdf');
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  const { info } = await pdf.getMetadata();
  expect(info).toMatchObject({
    Title: 'PRC-001 Admission · Example College',
    Language: 'en',
    CreationDate: "D:20260601000000+00'00'",
  });
  expect(titlesOf((await pdf.getOutline()) as Bookmark[]).slice(0, 2)).toEqual(['Admission', '  Purpose']);
  const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
  for (const role of ['H1', 'H2', 'Table', 'TR', 'Link', 'Figure'])
    expect(tree).toContain(`"role":"${role}"`);
  // Read out once, whatever the number of sheets.
  expect(tree).toContain('Document: PRC-001 Admission. Type: Procedure. Version: 2.0. Status: In force.');
});

test('every sheet says what it is: strip, date of printing, page x of y, address', async () => {
  expect(run('PRC-009', '--drafts', '--out', 'draft', ...withAddress).status).toBe(0);
  const sheets = await textsOf(await open('draft/PRC-009-0.1-draft.pdf'));
  expect(sheets.length).toBeGreaterThan(2);
  sheets.forEach((text, at) => {
    for (const words of [
      'Document PRC-009 Trips Type Procedure Version 0.1 Status Draft',
      'Review due',
      'Owner Registrar Approved by –',
      'PRC-009 · Version 0.1 · Printed on 1 June 2026 · The date was given by hand · Uncontrolled when printed',
      `${published}/documents/PRC-009/`,
      `Page ${at + 1} of ${sheets.length}`,
    ])
      expect(text).toContain(words);
    // The watermark, in the order in which it is painted.
    expect(text).toMatch(/ Draft (?!.*Status)/);
  });
});

test('links of a document lead to the published manual, or within the file', async () => {
  const links = await linksOf(await open('draft/PRC-009-0.1-draft.pdf'));
  const urls = links.flatMap(({ url }) => (url === undefined ? [] : [url]));
  expect(urls).toContain(`${published}/documents/PRC-001/#purpose`);
  expect(urls.filter((url) => !url.startsWith(`${published}/`))).toEqual([]);
  expect(links.map(({ dest }) => dest)).toContain('after');
});

test('in the whole manual links between documents lead within the file, and the contents name the right sheets', async () => {
  const pdf = await open('out/manual.pdf');
  const texts = await textsOf(pdf);
  const destinations = await pdf.getDestinations();
  const sheetOf = async (name: string): Promise<number> => {
    const [page] = destinations[name] as [Parameters<Pdf['getPageIndex']>[0]];
    return (await pdf.getPageIndex(page)) + 1;
  };
  const links = await linksOf(pdf);
  expect(links.map(({ dest }) => dest)).toContain('FRM-001.fields');
  expect(
    links.flatMap(({ url }) => url ?? []).filter((url) => /\/documents\/[^/]+\/(#|$)/.test(url)),
  ).toEqual([]);
  for (const { dest } of links) if (typeof dest === 'string') expect(destinations).toHaveProperty([dest]);
  for (const id of ['PRC-001', 'FRM-001', 'REC-001', 'REC-002']) {
    const sheet = await sheetOf(id);
    expect(texts[1]).toMatch(new RegExp(`${id} [^0-9]+ version \\d\\.\\d ${sheet}\\b`));
    expect(texts[sheet - 1]).toContain(`Document ${id}`);
  }
  expect(texts.at(-1)).toContain(`Page ${texts.length} of ${texts.length}`);
  expect(texts.join()).not.toContain('PRC-009');
  const bookmarks = titlesOf(await pdf.getOutline());
  expect(bookmarks).toEqual(
    expect.arrayContaining(['Procedures', '  PRC-001 Admission', '    Purpose', '  FRM-001 Application']),
  );
});

test('the matrix lies across', async () => {
  const pdf = await open('out/coverage-matrix.pdf');
  const [, , width = 0, height = 0] = (await pdf.getPage(1)).view;
  expect(width).toBeGreaterThan(height);
  expect((await textsOf(pdf)).join(' ')).toContain('1.1');
});

test('the code on the sheet leads to the page of that version', async () => {
  const modules = (name: string): string => createRequire(import.meta.url).resolve(name);
  const served: Readonly<Record<string, string>> = {
    '/pdfjs.mjs': join(dirname(modules('unpdf')), 'pdfjs.mjs'),
    '/jsqr.js': modules('jsqr'),
    '/sheet.pdf': join(root, 'out/PRC-001-2.0.pdf'),
  };
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.route('**/*', (route) => {
      const file = served[new URL(route.request().url()).pathname];
      return file === undefined
        ? route.fulfill({ contentType: 'text/html', body: '<script src="/jsqr.js"></script>' })
        : route.fulfill({ path: file, ...(file.endsWith('.mjs') ? { contentType: 'text/javascript' } : {}) });
    });
    await page.goto('https://paper.test/');
    // The sheet as a camera would see it, by another program than the one that printed it.
    const found = await page.evaluate<string | undefined>(`(async () => {
      const { getDocument } = await import('/pdfjs.mjs');
      const data = new Uint8Array(await (await fetch('/sheet.pdf')).arrayBuffer());
      const sheet = await (await getDocument({ data }).promise).getPage(1);
      const viewport = sheet.getViewport({ scale: 3 });
      const canvas = document.createElement('canvas');
      canvas.width = viewport.width;
      canvas.height = viewport.height;
      const canvasContext = canvas.getContext('2d');
      await sheet.render({ canvas, canvasContext, viewport }).promise;
      const { data: pixels, width, height } = canvasContext.getImageData(0, 0, canvas.width, canvas.height);
      return jsQR(pixels, width, height)?.data;
    })()`);
    expect(found).toBe(`${published}/verify/PRC-001/2.0/`);
  } finally {
    await browser.close();
  }
});

test('the same input gives the same bytes', () => {
  expect(run('PRC-001', '--out', 'again', ...withAddress).status).toBe(0);
  expect(bytesOf('again/PRC-001-2.0.pdf').equals(bytesOf('out/PRC-001-2.0.pdf'))).toBe(true);
});

test('without an address there is no code and no link to nowhere', async () => {
  expect(run('PRC-001', '--out', 'nowhere', ...onDay)).toMatchObject({
    status: 0,
    stderr:
      'eoms: the sheets carry no address and no code, since content/manual.yaml has no institution.url. Set it, or give --url.\n',
  });
  const pdf = await open('nowhere/PRC-001-2.0.pdf');
  expect((await linksOf(pdf)).filter(({ url }) => url !== undefined)).toEqual([]);
  expect(bytesOf('nowhere/PRC-001-2.0.pdf').includes('manual.invalid')).toBe(false);
});

test('what is not in force, unknown or not named is refused, and so is a browser that is not there', () => {
  expect(run('PRC-009', ...onDay)).toEqual({
    status: 2,
    stdout: '',
    stderr: 'eoms: PRC-009 is not in force: draft. Give --drafts to print it, marked on every sheet.\n',
  });
  expect(run('PRC-002', ...onDay)).toMatchObject({
    status: 2,
    stderr: 'eoms: There is no document PRC-002; did you mean `PRC-001`?\n',
  });
  expect(run(...onDay)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('Nothing to print was named.') as string,
  });
  expect(run('PRC-001', '--audience', 'public', ...onDay)).toMatchObject({
    status: 2,
    stderr: 'eoms: PRC-001 is not for public readers.\n',
  });
  const { stderr, status } = spawnSync(process.execPath, [eoms, 'pdf', 'PRC-001', ...onDay], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CHROME_PATH: join(root, 'no-browser') },
  });
  expect([status, stderr]).toEqual([
    2,
    `eoms: CHROME_PATH names ${join(root, 'no-browser')}, where there is no file, expected a browser.\n`,
  ]);
});
