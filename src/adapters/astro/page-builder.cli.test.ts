import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test, vi } from 'vitest';
import type { Site } from '../../view/site.ts';
import { startPageBuilder } from './page-builder.ts';

const processes = (): number =>
  process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length;

test('where the manual cannot be handed over, nobody is left waiting for it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'eoms-builder-'));
  try {
    // A full disk refuses the file like this folder in its place.
    mkdirSync(join(folder, 'manual.bin'));
    const before = processes();
    const builder = startPageBuilder({ outDir: join(folder, 'out'), workDir: folder, cacheDir: folder });
    expect(processes()).toBe(before + 1);
    const site = { analysis: { facts: { documents: [] } } } as unknown as Site;
    await expect(builder.build(site)).rejects.toThrow('EISDIR');
    await vi.waitFor(() => {
      expect(processes()).toBe(before);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
