import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { documentFile, exampleFiles } from '../../core/rules/example-manual.ts';
import { analyseFiles } from '../../testing/check-files.ts';
import type { Site } from '../../view/site.ts';
import { readPage } from '../site-check/read-page.ts';
import { writeHostFiles } from './host-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eoms-host-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const siteOf = (base: string, drafts = false): Site => {
  const analysis = analyseFiles({
    ...exampleFiles,
    'procedures/prc-001.mdx': documentFile({ title: '"Fees & <appeals>"', aliases: '[QP-07-01, "QĐ 05/1"]' }),
    'forms/frm-001.mdx': documentFile({
      id: 'FRM-001',
      type: 'form',
      aliases: '[F-1]',
      status: 'draft',
      history: '[]',
    }),
  });
  return {
    analysis,
    build: { today: analysis.facts.today, todayOverridden: true, toolVersion: '0', drafts, base },
  };
};
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

test('an earlier id keeps a page that leads on, and a line for hosts that redirect by themselves', () => {
  writeHostFiles(folder, siteOf('/manual/'));
  expect(read('_redirects')).toBe(
    '/manual/documents/QP-07-01/ /manual/documents/PRC-001/ 301\n/manual/documents/QĐ-05-1/ /manual/documents/PRC-001/ 301\n',
  );
  const html = read('documents/QP-07-01/index.html');
  expect(html).toContain('QP-07-01 is now PRC-001');
  expect(html).toContain('Fees &amp; &lt;appeals&gt;');
  const { redirect, policy, inline } = readPage(html);
  expect(redirect).toBe('/manual/documents/PRC-001/');
  expect(policy).toContain("default-src 'none'");
  expect(inline).toEqual([]);
  expect(existsSync(join(folder, 'documents/QĐ-05-1/index.html'))).toBe(true);
});

test('earlier ids of drafts stay untold, except in a draft build', () => {
  writeHostFiles(folder, siteOf('/'));
  expect(read('_redirects')).not.toContain('F-1/');
  expect(existsSync(join(folder, 'documents/F-1'))).toBe(false);
  writeHostFiles(folder, siteOf('/', true));
  expect(read('_redirects')).toContain('/documents/F-1/ /documents/FRM-001/ 301\n');
});
