/** `eoms diff` and the baseline of coverage, over a repository of their own. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentFile, exampleFiles, settingsFile } from '../core/rules/example-manual.ts';

const bin = fileURLToPath(new URL('eoms.mjs', import.meta.url));
let folder = '';

const write = (path: string, text: string): void => {
  const target = join(folder, 'content', path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
};
const git = (...args: string[]): void => {
  const identity = [
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@example.invalid',
    '-c',
    'commit.gpgsign=false',
  ];
  const run = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
};
const eoms = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [bin, ...args, '--today', '2026-03-31'], { cwd: folder, encoding: 'utf8' });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'eoms-diff-'));
  for (const [path, text] of Object.entries(exampleFiles)) write(path, text);
  write('manual.yaml', settingsFile('coverage: { mayNotFallBelow: baseline.json }\n'));
  write('baseline.json', '{}');
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('nothing changed', () => {
  const run = eoms('diff', 'HEAD');
  expect(run.stdout).toMatch(
    /^Coverage of demo:1 since HEAD \([0-9a-f]{12}\): still 100 %\n\nNothing that the manual counts has changed\.\n$/,
  );
});

test('the baseline is written, held, and names the clauses that got worse', () => {
  const before = eoms('check');
  expect(before.stdout).toContain('Unexpected content of `baseline.json`, expected a coverage baseline');
  expect(before.status).toBe(1);
  expect(eoms('coverage', '--write-baseline').stdout).toBe(
    'Baseline of 2 clauses written to content/baseline.json\n',
  );
  expect(JSON.parse(readFileSync(join(folder, 'content/baseline.json'), 'utf8'))).toEqual({
    edition: 'demo:1',
    date: '2026-03-31',
    clauses: { '1.1': 'covered', '1.2': 'covered' },
  });
  expect(eoms('check').status).toBe(0);
  write('procedures/prc-001.mdx', documentFile({ clauses: '["1.1"]' }));
  const after = eoms('check');
  expect(after.status).toBe(1);
  expect(after.stdout).toContain(
    'Coverage fell below the baseline of 2026-03-31 in 1 clause: 1.2 (covered → gap) [coverage-fell]',
  );
});

test('clauses that got worse, other evidence and documents, as text, Markdown and JSON', () => {
  write('procedures/prc-001.mdx', documentFile({ clauses: '["1.1"]' }));
  write(
    'procedures/prc-002.mdx',
    documentFile({ id: 'PRC-002', title: 'Second', clauses: '[{ clause: "1.1", at: ["#purpose"] }]' }),
  );
  const text = eoms('diff', 'HEAD').stdout;
  expect(text.replace(/\([0-9a-f]{12}\)/, '(commit)'))
    .toBe(`Coverage of demo:1 since HEAD (commit): 100 % → 50 %

Worse (1)
  1.2 Doing: covered → gap. No document claims it.

Same state, other evidence (1)
  1.1 Planning (covered): PRC-001 1.0 → PRC-001 1.0, PRC-002 1.0 #purpose

Documents (2)
  PRC-001 Admission: file changed (1.0, in force)
  PRC-002 Second: new (1.0, in force)
`);
  expect(eoms('diff', 'HEAD', '--format', 'markdown').stdout).toContain(
    '### Worse (1)\n\n- 1.2 Doing: covered → gap.',
  );
  const json = JSON.parse(eoms('diff', 'HEAD', '--format', 'json').stdout) as {
    opened: { clause: string }[];
  };
  expect(json.opened.map((one) => one.clause)).toEqual(['1.2']);
});

test('a revision that does not exist, and one that looks like a flag', () => {
  const unknown = eoms('diff', 'nowhere');
  expect(unknown.status).toBe(2);
  expect(unknown.stderr).toContain('Git does not know the revision nowhere of content');
  expect(eoms('diff', '--', '--output=x').status).toBe(2);
});
