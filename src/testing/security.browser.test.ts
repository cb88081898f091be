/** Every page type in a browser: the policy holds, nothing is asked of other hosts, nothing is kept. */
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { securityHeaders } from '../view/security-policy.ts';
import { launchBrowser } from '../adapters/pdf/launch-browser.ts';
import { pageTypes } from './page-types.ts';
import { listRoutes, pagesByRoute } from './route-examples.ts';
import { serveSite, type ServedSite } from './serve-site.ts';
import { siteFolder } from './site.ts';

// HSTS would make the browser ask for https on this host.
const headers = Object.fromEntries(securityHeaders.filter(([name]) => name !== 'Strict-Transport-Security'));
const work = mkdtempSync(join(tmpdir(), 'eoms-security-'));
let published: ServedSite;
let drafts: ServedSite;
let browser: Browser;

beforeAll(async () => {
  published = await serveSite(siteFolder(), headers);
  drafts = await serveSite(buildDrafts(), headers);
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  published?.close();
  drafts?.close();
  rmSync(work, { recursive: true, force: true });
});

const root = fileURLToPath(new URL('../../', import.meta.url));
const retired = '/documents/PRC-999/';

/** The sample manual with the pages that only a draft build has, and an earlier id that leads on. */
function buildDrafts(): string {
  cpSync(join(root, 'content'), join(work, 'content'), { recursive: true });
  const [draft = ''] = globSync('content/procedures/prc-030-*.mdx', { cwd: work });
  const text = readFileSync(join(work, draft), 'utf8');
  writeFileSync(join(work, draft), text.replace(/^type:/m, 'aliases: [PRC-999]\ntype:'));
  const args = ['build', '--drafts', '--content', 'content', '--out', 'draft', '--today', '2026-11-02'];
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'src/cli/eoms.mjs'), ...args], {
    cwd: work,
    encoding: 'utf8',
  });
  // 1 where the sample has faults of its own; a draft build is written all the same.
  if (status !== 0 && status !== 1)
    throw new Error(`The draft build ended with ${String(status)}:\n${stdout}`);
  return join(work, 'draft');
}

/** The first and the last page of each route, and what the lists name besides. */
function addressesOf(folder: string, more: readonly string[] = []): string[] {
  const some = [...pagesByRoute(folder).values()].flatMap((pages) => [pages[0] ?? '', pages.at(-1) ?? '']);
  return [...new Set([...some, ...more])];
}

test('every kind of page has an example here', () => {
  const seen = new Set(
    [siteFolder(), join(work, 'draft')].flatMap((folder) => [...pagesByRoute(folder).keys()]),
  );
  // The second part of a list of thousands of links is the same page as the first.
  expect(listRoutes().filter((route) => !seen.has(route))).toEqual(['links/[part]']);
});

test.each([
  ['the published site', () => [published, addressesOf(siteFolder(), Object.values(pageTypes))] as const],
  ['a draft build', () => [drafts, addressesOf(join(work, 'draft'), [retired])] as const],
])(
  'no page of %s breaks the policy, asks another host, or keeps anything',
  async (_, site) => {
    const [{ origin }, addresses] = site();
    const context = await browser.newContext();
    const page = await context.newPage();
    const faults: string[] = [];
    const elsewhere: string[] = [];
    let asked = 0;
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`violation of ${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile}`);
      });
    });
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
    context.on('request', (request) => {
      asked++;
      if (!request.url().startsWith(`${origin}/`) && !/^(?:blob|data):/.test(request.url()))
        elsewhere.push(request.url());
    });
    for (const path of addresses) {
      const response = await page.goto(origin + path, { waitUntil: 'networkidle' });
      if (response?.status() !== 200) faults.push(`${path}: ${response?.status() ?? 'no answer'}`);
      if ((await page.locator('meta[http-equiv="Content-Security-Policy"]').count()) !== 1)
        faults.push(`${path}: no policy of its own`);
    }
    expect(faults).toEqual([]);
    expect(elsewhere).toEqual([]);
    expect(asked).toBeGreaterThan(addresses.length);
    expect(await context.cookies()).toEqual([]);
    expect(
      await page.evaluate(() => Object.keys(localStorage).length + Object.keys(sessionStorage).length),
    ).toBe(0);
    await context.close();
  },
  240_000,
);

test('the search answers under the policy, WebAssembly and worker included', async () => {
  const page = await browser.newPage();
  await page.goto(`${published.origin}/search/?q=admission`, { waitUntil: 'networkidle' });
  expect(await page.locator('main a[href*="/documents/"]').count()).toBeGreaterThan(0);
  await page.close();
});

test('a page in which someone planted a script does not run it', async () => {
  const page = await browser.newPage();
  await page.goto(`${published.origin}/about/`);
  const ran = await page.evaluate(async () => {
    const flags = globalThis as unknown as { planted?: boolean };
    const script = document.createElement('script');
    script.textContent = 'globalThis.planted = true';
    document.body.append(script);
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="/none.png" onerror="globalThis.planted = true">',
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    return flags.planted;
  });
  expect(ran).toBeUndefined();
  await page.close();
});
