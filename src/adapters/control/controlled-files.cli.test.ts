/** Settings, registers, the register of people and standards are adopted, approved and held to what was approved. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exampleFiles } from '../../core/rules/example-manual.ts';

const bin = fileURLToPath(new URL('../../cli/eoms.mjs', import.meta.url));
const typed = `version: "1.0"
history:
  - { act: approved, version: "1.0", date: 2026-01-09, by: principal, edition: "demo:1", summary: "First issue" }
`;
const names = ['manual.yaml', 'registers/roles.yaml', 'registers/people.yaml', 'standards/demo.yaml'];
let work: string;

const path = (name: string): string => join(work, 'content', name);
const read = (name: string): string => readFileSync(path(name), 'utf8');
const write = (name: string, text: string): void => {
  mkdirSync(dirname(path(name)), { recursive: true });
  writeFileSync(path(name), text);
};
const eoms = (...args: string[]): { status: number | null; output: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args, '--today', '2026-03-31'], {
    cwd: work,
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
};

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'eoms-files-'));
  for (const [name, text] of Object.entries(exampleFiles)) write(name, text);
  write(
    'registers/people.yaml',
    'rows:\n  - { id: one, role: principal, emails: [one@college.example], from: 2020-01-01 }\n',
  );
  for (const name of names) write(name, typed + read(name));
});
afterEach(() => {
  rmSync(work, { recursive: true, force: true });
});

test('adopt --all binds each of them to what it says, and a change without its entry is an error', () => {
  const adopted = eoms('adopt', '--all', '--reason', 'Taken over', '--yes');
  expect(adopted.status, adopted.output).toBe(0);
  for (const name of names) expect(read(name), name).toMatch(/act: adopted[\s\S]*fingerprint: "sha256-/);
  // A register without a version was never approved.
  const after = eoms('check');
  expect(after.status, after.output).toBe(0);
  expect(after.output).not.toMatch(/demo\.yaml|roles\.yaml|people\.yaml|manual\.yaml/);
  expect(after.output).toContain(
    'content/registers/units.yaml: warning: Unexpected registers/units.yaml without',
  );

  const changes: readonly (readonly [string, string, string])[] = [
    ['manual.yaml', 'Example College', 'Another College'],
    ['registers/roles.yaml', 'title: Registrar', 'title: Head of admissions'],
    ['registers/people.yaml', 'one@college.example', 'two@college.example'],
    ['standards/demo.yaml', 'title: Doing', 'title: Delivering'],
  ];
  for (const [name, from, to] of changes) write(name, read(name).replace(from, to));
  const changed = eoms('check');
  expect(changed.status).toBe(1);
  for (const [name] of changes)
    expect(changed.output).toContain(
      `content/${name}:1:10: error: Unexpected change of ${name} since version 1.0 was approved on 2026-01-09`,
    );

  // Approved in turn, each with a raised version.
  for (const [name] of changes) {
    const approved = eoms(
      'approve',
      name,
      '--version',
      '2.0',
      '--by',
      'principal',
      '--summary',
      'Changed',
      '--yes',
    );
    expect(approved.status, approved.output).toBe(0);
  }
  expect(eoms('check').status).toBe(0);
}, 120_000);

test('an act that is not known for them, and a role that may not', () => {
  write('manual.yaml', read('manual.yaml').replace('approvals:\n', 'approvals:\n  register: [principal]\n'));
  const withdrawn = eoms('withdraw', 'standards/demo.yaml', '--by', 'principal', '--reason', 'Old', '--yes');
  expect([withdrawn.status, withdrawn.output]).toEqual([
    1,
    expect.stringContaining('expected approve or adopt'),
  ]);
  const refused = eoms(
    ...[
      'approve',
      'standards/demo.yaml',
      '--version',
      '2.0',
      '--by',
      'registrar',
      '--summary',
      'Changed',
      '--yes',
    ],
  );
  expect([refused.status, refused.output]).toEqual([
    1,
    expect.stringContaining('expected one that may approve registers: `principal`'),
  ]);
}, 60_000);
