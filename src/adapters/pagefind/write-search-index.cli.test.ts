import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Site } from '../../view/site.ts';
import { loadManual } from '../load-manual.ts';
import { startSearchIndexer, writeSearchIndex } from './write-search-index.ts';

const content = fileURLToPath(new URL('../../testing/cases/control/sound/content', import.meta.url));
const loaded = await loadManual({ content, today: '2026-11-02' as never });
const site = {
  analysis: loaded,
  build: { base: '/', drafts: false, today: '2026-11-02', todayOverridden: true, toolVersion: '0' },
} as unknown as Site;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eoms-index-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('the documents in force are indexed, each time to the same files', async () => {
  const inForce = loaded.facts.documents.filter(({ lifecycle }) => lifecycle.state === 'effective').length;
  const [first, second] = [join(folder, 'first'), join(folder, 'second')];
  const summary = await writeSearchIndex(site, first);
  expect(summary.documents).toBe(inForce);
  expect(summary.words).toBeGreaterThan(20);
  expect(await writeSearchIndex(site, second)).toEqual(summary);
  const listOf = (path: string): string[] => readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
  expect(listOf(second)).toEqual(listOf(first));
  expect(listOf(join(first, 'fragment'))).toHaveLength(inForce);
});

test('a folder that cannot be made is told', async () => {
  writeFileSync(join(folder, 'taken'), '');
  await expect(writeSearchIndex(site, join(folder, 'taken/index'))).rejects.toThrow('The search indexer');
});

test('an indexer that is not asked for anything can be stopped', async () => {
  const indexer = startSearchIndexer();
  await indexer.stop();
  await expect(indexer.write(site, join(folder, 'late'))).rejects.toThrow('ended without an answer');
});
