/**
 * Takes pictures of every page type: wide and narrow, light and dark, a PDF of the paper, and key pages without
 * scripts. `npm run screenshots [-- FOLDER OF A BUILT SITE]`; without a folder the sample manual is built first.
 * The pictures are for looking at: they lie under `.eoms/screenshots/` and nothing compares them.
 */
import { createReadStream, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { spawnSync } from 'node:child_process';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchBrowser } from '../src/testing/launch-browser.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const target = join(root, '.eoms/screenshots');
const only = process.env['ONLY']?.split(',');

/** One of each page type of the sample manual. */
const pages: Readonly<Record<string, string>> = {
  home: '/',
  procedure: '/documents/PRC-007/',
  policy: '/documents/POL-001/',
  record: '/documents/REC-001/',
  form: '/documents/FRM-004/',
  manual: '/documents/MAN-001/',
  superseded: '/documents/PRC-003/',
  clause: '/clauses/8.5.1.2.2/',
  'clause-heading': '/clauses/8.5/',
  'clause-2025': '/clauses/iso-21001-2025/8.5.1/',
  clauses: '/clauses/',
  coverage: '/coverage/',
  'coverage-filtered': '/coverage/?state=partial',
  'coverage-documents': '/coverage/documents/',
  register: '/register/',
  type: '/types/procedure/',
  roles: '/roles/',
  role: '/roles/registrar/',
  units: '/units/',
  unit: '/units/admissions/',
  processes: '/processes/',
  process: '/processes/admission/',
  glossary: '/glossary/',
  scope: '/scope/',
  changes: '/changes/',
  search: '/search/?q=appeal',
  'search-code': '/search/?q=prc%207',
  'search-none': '/search/?q=complaimts',
  about: '/about/',
  'stage-1': '/audit/stage-1/',
  'audit-findings': '/audit/findings/',
  guide: '/guide/',
  'guide-owners': '/guide/owners/',
  'guide-auditors': '/guide/auditors/',
  '404': '/404.html',
};
const withoutScripts = ['home', 'coverage', 'register', 'search', 'procedure'];
const onPaper = ['procedure', 'coverage', 'register', 'stage-1', 'superseded'];
const looks: readonly [name: string, options: BrowserContextOptions][] = [
  ['wide-light', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
  ['wide-dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
  ['narrow-light', { viewport: { width: 360, height: 740 }, colorScheme: 'light' }],
  ['narrow-dark', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }],
];

const folder = process.argv[2] ?? buildSample();
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const server = await serve(folder);
const browser = await launchBrowser();
try {
  await takeAll(browser, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
} finally {
  await browser.close();
  server.close();
}

function buildSample(): string {
  const out = join(root, '.eoms/screenshots-site');
  const args = ['src/cli/eoms.mjs', 'build', '--content', 'content', '--out', out, '--today', '2026-11-02'];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('The sample manual could not be built');
  return out;
}

async function takeAll(browser: Browser, origin: string): Promise<void> {
  const wanted = Object.entries(pages).filter(([name]) => only === undefined || only.includes(name));
  for (const [look, options] of looks) {
    await inContext(browser, options, async (open) => {
      for (const [name, path] of wanted) {
        const page = await open(origin + path);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (overflow > 0) console.log(`${look} ${name}: ${overflow} px wider than the window`);
        await page.screenshot({ path: join(target, `${name}.${look}.png`), fullPage: true });
        await page.close();
      }
    });
  }
  await inContext(
    browser,
    { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } },
    async (open) => {
      for (const [name, path] of wanted.filter(([name]) => withoutScripts.includes(name))) {
        const page = await open(origin + path);
        await page.screenshot({ path: join(target, `${name}.no-script.png`), fullPage: true });
        await page.close();
      }
    },
  );
  await inContext(browser, {}, async (open) => {
    for (const [name, path] of wanted.filter(([name]) => onPaper.includes(name))) {
      const page = await open(origin + path);
      await page.pdf({ path: join(target, `${name}.pdf`), preferCSSPageSize: true, tagged: true });
      await page.close();
    }
  });
}

type Page = Awaited<ReturnType<Browser['newPage']>>;

async function inContext(
  browser: Browser,
  options: BrowserContextOptions,
  work: (open: (address: string) => Promise<Page>) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  context.on('weberror', (fault) => {
    console.log(`script error: ${fault.error().message}`);
  });
  await work(async (address) => {
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'networkidle' });
    return page;
  });
  await context.close();
}

function serve(root: string): Promise<Server> {
  const types: Readonly<Record<string, string>> = {
    '.html': 'text/html; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.json': 'application/json',
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.wasm': 'application/wasm',
  };
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/'));
    let file = join(root, path);
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(server);
    });
  });
}
