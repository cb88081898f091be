import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { buildFactsFile } from '../src/core/export/facts-file.ts';
import { parseCalendarDate } from '../src/core/model/calendar-date.ts';
import { loadManual } from '../src/adapters/load-manual.ts';

const program = fileURLToPath(new URL('recheck-coverage.ts', import.meta.url));
const content = fileURLToPath(new URL('../content', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'eoms-recheck-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const sample = buildFactsFile(await loadManual({ content, today: parseCalendarDate('2026-11-02') }), {
  toolVersion: 'test',
  drafts: false,
});
const run = (facts: unknown) => {
  const path = join(folder, 'facts.json');
  writeFileSync(path, JSON.stringify(facts));
  return spawnSync(process.execPath, [program, path], { encoding: 'utf8' });
};

test('the program imports nothing of ours', () => {
  const imports = [...readFileSync(program, 'utf8').matchAll(/from '([^']+)'/g)].map(([, from]) => from);
  expect(imports.filter((from) => from?.startsWith('node:') !== true)).toEqual([]);
});

test('the sample manual agrees: exit 0', () => {
  const { status, stdout } = run(sample);
  expect(stdout).toMatch(/: \d+ clauses of 3 editions, 0 differences\n$/);
  expect(status).toBe(0);
});

test('a state that does not follow is named: exit 1', () => {
  const [first, ...others] = sample.coverage;
  const changed = {
    ...sample,
    coverage: [{ ...first!, states: { ...first!.states, '10.3': 'covered' } }, ...others],
  };
  const { status, stdout } = run(changed);
  expect(stdout).toContain('iso-21001:2018 10.3: the file says covered, computed again gap');
  expect(status).toBe(1);
});

test('a file that cannot be read: exit 2', () => {
  const { status, stderr } = spawnSync(process.execPath, [program, join(folder, 'none.json')], {
    encoding: 'utf8',
  });
  expect(stderr).toContain('Cannot read');
  expect(status).toBe(2);
});

test('a claim written into an approved text counts as planned until the text is approved again', async () => {
  const copy = join(folder, 'content');
  cpSync(content, copy, { recursive: true });
  const path = join(copy, 'procedures/prc-001-control-of-documents-and-records.mdx');
  writeFileSync(path, readFileSync(path, 'utf8').replace('clauses:\n', 'clauses:\n  - "10.3"\n'));
  const changed = await loadManual({ content: copy, today: parseCalendarDate('2026-11-02') });
  expect(changed.findings.map(({ rule }) => rule)).toContain('changed-since-approval');
  expect(changed.facts.coverage?.byLabel.get('10.3')?.state).toBe('planned');
  expect(run(buildFactsFile(changed, { toolVersion: 'test', drafts: true })).status).toBe(0);

  rmSync(join(copy, 'archive/PRC-001'), { recursive: true });
  const bare = await loadManual({ content: copy, today: parseCalendarDate('2026-11-02') });
  expect(bare.facts.coverage?.byLabel.get('10.3')?.state).toBe('planned');
  expect(run(buildFactsFile(bare, { toolVersion: 'test', drafts: true })).status).toBe(0);
});
