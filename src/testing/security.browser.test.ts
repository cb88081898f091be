/** Every page type in a browser: the policy holds, nothing is asked of other hosts, nothing is kept. */
import { createServer, type Server } from 'node:http';
import { readFileSync, existsSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { securityHeaders } from '../view/security-policy.ts';
import { launchBrowser } from '../adapters/pdf/launch-browser.ts';
import { siteFolder } from './site.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

let server: Server;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  const folder = siteFolder();
  server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    let file = join(folder, path);
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    const found = existsSync(file);
    response.writeHead(found ? 200 : 404, {
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      // HSTS would make the browser ask for https on this host.
      ...Object.fromEntries(securityHeaders.filter(([name]) => name !== 'Strict-Transport-Security')),
    });
    response.end(found ? readFileSync(file) : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

const pages = [
  '/',
  '/register/',
  '/documents/PRC-007/',
  '/documents/PRC-003/',
  '/documents/MAN-001/',
  '/documents/FRM-004/',
  '/documents/REC-012/',
  '/clauses/',
  '/clauses/8.5.1.2.1/',
  '/clauses/8/',
  '/coverage/',
  '/coverage/documents/',
  '/types/procedure/',
  '/roles/',
  '/roles/registrar/',
  '/units/',
  '/processes/',
  '/glossary/',
  '/scope/',
  '/changes/',
  '/about/',
  '/audit/stage-1/',
  '/audit/findings/',
  '/guide/',
  '/guide/owners/',
  '/search/',
  '/search/?q=admission',
  '/404.html',
];

test('no page breaks the policy, asks another host, or keeps anything', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const faults: string[] = [];
  const elsewhere: string[] = [];
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
    if (!request.url().startsWith(`${origin}/`) && !/^(?:blob|data):/.test(request.url()))
      elsewhere.push(request.url());
  });
  for (const path of pages) {
    const response = await page.goto(origin + path, { waitUntil: 'networkidle' });
    if (response?.status() !== 200) faults.push(`${path}: ${response?.status() ?? 'no answer'}`);
  }
  // The search has answered, WebAssembly and worker included.
  await page.goto(`${origin}/search/?q=admission`, { waitUntil: 'networkidle' });
  expect(await page.locator('main a[href*="/documents/"]').count()).toBeGreaterThan(0);
  expect(faults).toEqual([]);
  expect(elsewhere).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(
    await page.evaluate(() => Object.keys(localStorage).length + Object.keys(sessionStorage).length),
  ).toBe(0);
  await context.close();
}, 120_000);

test('a page in which someone planted a script does not run it', async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}/about/`);
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
