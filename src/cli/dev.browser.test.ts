import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../adapters/pdf/launch-browser.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const draft = 'procedures/prc-900-trial.mdx';
const text = `---
id: PRC-900
title: A procedure being written
type: procedure
version: "0.1"
status: draft
owner: registrar
clauses: []
noClauses: A trial.
---

## Purpose

Why.
`;
let folder: string;
let server: ChildProcess;
let browser: Browser;
let page: Page;
let output = '';

let address = '';

const edit = (from: string | RegExp, to: string, path = draft): void => {
  const file = join(folder, 'content', path);
  const before = readFileSync(file, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'eoms-dev-'));
  cpSync(join(root, 'content'), join(folder, 'content'), { recursive: true });
  writeFileSync(join(folder, 'content', draft), text);
  const args = [join(root, 'src/cli/eoms.mjs'), 'dev', '--today', '2026-11-02', '--port', '0'];
  // Astro behaves otherwise where it sees that it runs in vitest.
  const { VITEST: _, ...env } = process.env;
  server = spawn(process.execPath, args, { cwd: folder, env });
  address = await new Promise<string>((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const found = /served at (\S+)/.exec(output)?.[1];
        if (found !== undefined) resolve(found);
      });
    }
    server.once('exit', () => {
      reject(new Error(output));
    });
  });
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.goto(`${address}documents/PRC-900/`);
  // The panel shows the findings of the sample: the page is connected.
  await page.getByText(/^\d+ findings?:/).waitFor();
});

afterAll(async () => {
  await browser.close();
  server.kill();
  await new Promise((resolve) => server.once('exit', resolve));
  rmSync(folder, { recursive: true });
});

test('a saved text appears without a reload, within a second', async () => {
  await page.evaluate(() => {
    window.name = 'not reloaded';
  });
  const started = performance.now();
  edit(/^## (.*)$/m, '## A heading just written\n\n## $1');
  await page.getByRole('heading', { name: 'A heading just written' }).waitFor();
  // The promise is a second, on a machine that has nothing else to do.
  const busy = (loadavg()[0] ?? 0) > availableParallelism() / 2;
  expect(performance.now() - started).toBeLessThan(busy ? 10_000 : 1000);
  expect(await page.evaluate(() => window.name)).toBe('not reloaded');
});

test('a fault appears on the page and in the terminal, and goes when it is mended', async () => {
  const before = output.length;
  edit(/^owner: .*$/m, 'owner: registrarr');
  const panel = page.getByRole('region', { name: 'Findings of the manual' });
  await panel.getByText('Unexpected role `registrarr`').waitFor();
  await expect.poll(() => output.slice(before)).toContain(`content/${draft}:`);
  expect(output.slice(before)).toContain('[unknown-role]');
  edit(/^owner: .*$/m, 'owner: registrar');
  await panel.getByText('Unexpected role').waitFor({ state: 'detached' });
  await expect.poll(() => output.slice(before)).toContain('mended');
});

test('a file that cannot be read as YAML does not end the work', async () => {
  edit(/^title: .*$/m, 'title: "unclosed');
  const panel = page.getByRole('region', { name: 'Findings of the manual' });
  await panel.getByText('[invalid-yaml]').first().waitFor();
  edit(/^title: .*$/m, 'title: A title mended');
  await page.getByText('A title mended').first().waitFor();
  expect(server.exitCode).toBeNull();
});

test('the page looks as it does when it is built', async () => {
  const header = page.locator('.site-header');
  expect(await header.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
    'rgb(24, 52, 67)',
  );
});

test('a new document, another name in a register and other settings are seen without a restart', async () => {
  const path = join(folder, 'content/procedures/prc-901.mdx');
  await page.goto(`${address}documents/PRC-901/`);
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
  writeFileSync(path, text.replaceAll('PRC-900', 'PRC-901'));
  await page.getByRole('heading', { name: 'A procedure being written' }).waitFor();
  edit('title: Registrar,', 'title: Keeper of the books,', 'registers/roles.yaml');
  await page.getByText('Keeper of the books').first().waitFor();
  edit(/shortName: .*/, 'shortName: Birch Weir', 'manual.yaml');
  await page.getByRole('link', { name: 'Birch Weir' }).waitFor();
  edit(/$/, '\ntheme: { header: "#5b1f3d" }\n', 'manual.yaml');
  await page.waitForFunction(() => {
    const header = document.querySelector('.site-header');
    return header !== null && getComputedStyle(header).backgroundColor === 'rgb(91, 31, 61)';
  });
});

test('the search finds what was just written', async () => {
  edit('Why.', 'Wombats.');
  await expect
    .poll(
      async () => {
        await page.goto(`${address}search/?q=wombats`);
        return page
          .locator('[data-results] a')
          .first()
          .textContent({ timeout: 1000 })
          .catch(() => '');
      },
      { timeout: 30_000 },
    )
    .toContain('PRC-900');
});
