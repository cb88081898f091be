/**
 * Takes pictures of every page type: wide and narrow, light and dark, a PDF of the paper, and key pages without
 * scripts. `npm run screenshots [-- FOLDER OF A BUILT SITE [FOLDER OF PICTURES]]`; without a folder the sample manual
 * is built first. The pictures are for looking at: they lie under `.eoms/screenshots/` and nothing compares them.
 * `ONLY=home,register` takes those page types alone.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchBrowser } from '../src/adapters/pdf/launch-browser.ts';
import { pageTypes } from '../src/testing/page-types.ts';
import { serveSite } from '../src/testing/serve-site.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const target = process.argv[3] ?? join(root, '.eoms/screenshots');
const only = process.env['ONLY']?.split(',');

const withoutScripts = ['home', 'coverage', 'register', 'search', 'procedure'];
const onPaper = ['procedure', 'coverage', 'register', 'stage-1', 'withdrawn'];
const looks: readonly [name: string, options: BrowserContextOptions][] = [
  ['wide-light', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
  ['wide-dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
  ['narrow-light', { viewport: { width: 360, height: 740 }, colorScheme: 'light' }],
  ['narrow-dark', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }],
];

const folder = process.argv[2] ?? buildSample();
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const site = await serveSite(folder);
const browser = await launchBrowser();
try {
  await takeAll(browser, site.origin);
} finally {
  await browser.close();
  site.close();
}

function buildSample(): string {
  const out = join(root, '.eoms/screenshots-site');
  const args = ['src/cli/eoms.mjs', 'build', '--content', 'content', '--out', out, '--today', '2026-11-02'];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('The sample manual could not be built');
  return out;
}

async function takeAll(browser: Browser, origin: string): Promise<void> {
  const wanted = Object.entries(pageTypes).filter(([name]) => only === undefined || only.includes(name));
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
