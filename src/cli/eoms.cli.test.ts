import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandFiles, createProgram } from './main.ts';
import { createSession } from './session.ts';
import { coverageReport, findingsReport } from '../../schemas/reports.ts';

const eoms = fileURLToPath(new URL('eoms.mjs', import.meta.url));
let root: string;

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

function run(...args: readonly string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [eoms, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CI: '1' },
  });
  return { stdout, stderr, status };
}

const policy = `---
id: POL-001
title: Quality policy
type: policy
version: "1.0"
status: draft
owner: principal
clauses: ["5.2.1"]
---

## Purpose

What we commit ourselves to.
`;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'eoms-cli-'));
  write(
    'content/manual.yaml',
    'institution:\n  name: Test College\n  timeZone: Europe/Dublin\nedition: iso-21001:2018\nseverities:\n  uncovered-clause: "off"\n',
  );
  write('content/registers/roles.yaml', 'rows:\n  - { id: principal, title: Principal }\n');
  write('content/policies/pol-001-quality.mdx', policy);
  write('content/notes.md', 'Notes\n');
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

const today = ['--today', '2026-11-02'];

test('check exits 0 on a manual that has only warnings, and 1 where those are to count', () => {
  expect(run('check', ...today)).toEqual({
    stdout: `content/notes.md: warning: Unexpected file \`notes.md\`, expected a document with the ending .mdx [unexpected-file]
  It is not read. Rename it to \`notes.mdx\`, or move it out of the content folder.

1 finding: 0 errors, 1 warning, in 1 file (1 document checked)
`,
    stderr: '',
    status: 0,
  });
  expect(run('check', ...today, '--fail-on', 'warning').status).toBe(1);
});

test('check exits 1 on an error and names it at its place', () => {
  write('faulty/manual.yaml', readFileSync(join(root, 'content/manual.yaml'), 'utf8'));
  write('faulty/registers/roles.yaml', readFileSync(join(root, 'content/registers/roles.yaml'), 'utf8'));
  write('faulty/pol-001.mdx', policy.replace('owner: principal', 'owner: prinicpal'));
  expect(run('check', '--content', 'faulty', ...today)).toEqual({
    stdout: `faulty/pol-001.mdx:7:8: error: Unexpected role \`prinicpal\` in \`owner\`, expected an id in faulty/registers/roles.yaml; did you mean \`principal\`? [unknown-role]

1 finding: 1 error, 0 warnings, in 1 file (1 document checked)
`,
    stderr: '',
    status: 1,
  });
});

test('JSON output satisfies its public schema', () => {
  const checked = JSON.parse(run('check', ...today, '--format', 'json').stdout) as unknown;
  expect(findingsReport.parse(checked)).toEqual(checked);
  const covered = JSON.parse(run('coverage', ...today, '--format', 'json').stdout) as unknown;
  expect(coverageReport.parse(covered)).toEqual(covered);
});

test('a wrong flag, a wrong value and an unknown command exit 2 with the nearest candidate', () => {
  expect(run('check', '--contnet', 'x')).toEqual({
    stdout: '',
    stderr: `eoms: unknown option '--contnet'\n(Did you mean --content?)\nRun the command with --help to see what it takes.\n`,
    status: 2,
  });
  expect(run('chek')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("unknown command 'chek'\n(Did you mean check?)") as string,
  });
  expect(run('check', '--today', '2026-02-30')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('Expected a date that exists, written YYYY-MM-DD.') as string,
  });
  expect(run('check', '--format', 'xml')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('Allowed choices are text, json, github, sarif.') as string,
  });
  expect(run('explain', '5.2.9', ...today)).toEqual({
    stdout: '',
    stderr: 'eoms: Unknown clause of ISO 21001:2018: 5.2.9; did you mean `5.2.1`?\n',
    status: 2,
  });
  expect(run('explain', 'unknown-cluase')).toEqual({
    stdout: '',
    stderr: 'eoms: Unknown rule: unknown-cluase; did you mean `unknown-clause`?\n',
    status: 2,
  });
});

test('a missing folder exits 2 with one sentence', () => {
  expect(run('check', '--content', 'missing')).toEqual({
    stdout: '',
    stderr:
      'eoms: The content folder missing does not exist. Run eoms in the folder that holds it, or name it with --content DIR.\n',
    status: 2,
  });
  expect(run('preview', '--out', 'missing')).toEqual({
    stdout: '',
    stderr:
      'eoms: There is no built site in missing. Run `eoms build` first, or name the folder with --out DIR.\n',
    status: 2,
  });
});

test('every command explains itself with an example', async () => {
  const { commands } = await createProgram(createSession());
  const names = commands.map((command) => command.name());
  expect(names).toEqual(expect.arrayContaining(['check', 'build', 'dev', 'preview', 'coverage', 'explain']));
  // Asked for by name, each file is loaded alone and brings all of these.
  expect(names.toSorted()).toEqual(commandFiles.flatMap((file) => file.names).toSorted());
  for (const { names: own } of commandFiles)
    expect((await createProgram(createSession(), own[0])).commands.map((command) => command.name())).toEqual(
      own,
    );
  const leaves = commands.flatMap((command) => (command.commands.length > 0 ? command.commands : [command]));
  for (const command of leaves) {
    let text = '';
    command.configureOutput({ writeOut: (part) => (text += part) }).outputHelp();
    expect([command.name(), text.includes('\nExamples:\n  eoms ')]).toEqual([command.name(), true]);
  }
  expect(run('check', '--help').status).toBe(0);
});

test('build refuses folders that it may not replace', () => {
  write('mine/notes.txt', 'precious');
  expect(run('build', ...today, '--out', 'mine')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('holds files that eoms did not write') as string,
  });
  expect(readFileSync(join(root, 'mine/notes.txt'), 'utf8')).toBe('precious');
  expect(run('build', ...today, '--out', '.').stderr).toContain('holds the folder you work in');
  expect(run('build', ...today, '--out', 'content/site').stderr).toContain('lie within one another');
  expect(run('build', ...today, '--out', 'public').stderr).toContain('would publish this site within itself');
  // Where nothing can be made the system says "not found", which Node's own recursion tries again for ever.
  if (process.platform === 'linux')
    expect(run('build', ...today, '--out', '/proc/manual/site')).toMatchObject({
      status: 2,
      stderr: 'eoms: Cannot write beside /proc/manual/site: no such file or folder\n',
    });
});

test('the address in manual.yaml decides where everything lies', () => {
  const settings = readFileSync(join(root, 'content/manual.yaml'), 'utf8');
  const address = 'institution:\n  url: https://manual.example.org/right/\n';
  try {
    write('content/manual.yaml', settings.replace('institution:\n', address));
    expect(run('build', ...today, '--out', 'placed')).toMatchObject({ status: 0, stderr: '' });
    const home = readFileSync(join(root, 'placed/index.html'), 'utf8');
    expect(home).toContain('href="/right/_astro/');
    expect([...home.matchAll(/(?:href|src)="\/(?!right\/)[^"]*"/g)]).toEqual([]);
  } finally {
    write('content/manual.yaml', settings);
  }
});

test('a build is all or nothing', () => {
  const built = run('build', ...today);
  expect([built.status, built.stderr]).toEqual([0, '']);
  expect(built.stdout).toMatch(
    /\nBuilt: \d+ pages, 1 document, 0 % of clauses covered, as of 2026-11-02, in \d+\.\d s, in dist\n$/,
  );
  const home = join(root, 'dist/index.html');
  const before = { text: readFileSync(home, 'utf8'), time: statSync(home).mtimeMs };
  expect(existsSync(join(root, 'dist/pagefind/pagefind.js'))).toBe(true);
  expect(existsSync(join(root, 'dist/documents/POL-001'))).toBe(false);

  // An error leaves the old site exactly as it was.
  write('content/policies/pol-002.mdx', policy);
  const failed = run('build', ...today);
  expect(failed.status).toBe(1);
  expect(failed.stdout).toContain('[duplicate-document-id]');
  expect(failed.stderr).toBe('eoms: nothing was written because of 1 error. dist is as it was.\n');
  expect({ text: readFileSync(home, 'utf8'), time: statSync(home).mtimeMs }).toEqual(before);

  // A draft build goes ahead, shows drafts, and says by its exit code that there were errors.
  const draft = run('build', ...today, '--drafts', '--out', 'draft');
  expect(draft.status).toBe(1);
  expect(existsSync(join(root, 'draft/documents/POL-001/index.html'))).toBe(true);
  rmSync(join(root, 'content/policies/pol-002.mdx'));

  // What killed builds left: the site that lay aside is put back, the unfinished one goes.
  const gone = '999999999';
  rmSync(join(root, 'draft'), { recursive: true });
  write(`draft.eoms-previous-${gone}-1/index.html`, 'old');
  write(`draft.eoms-previous-${gone}-1/.eoms-build.json`, '{"tool":"eoms-manual","version":"0","base":"/"}');
  write(`draft.eoms-staging-${gone}/site/index.html`, 'unfinished');
  write('content/policies/pol-002.mdx', policy);
  expect(run('build', ...today, '--out', 'draft').status).toBe(1);
  expect(readFileSync(join(root, 'draft/index.html'), 'utf8')).toBe('old');
  expect(readdirSync(root).filter((name) => name.includes('.eoms-'))).toEqual([]);
  rmSync(join(root, 'content/policies/pol-002.mdx'));

  // With CI set the preview looks at what it serves and ends.
  const previewed = run('preview', '--out', 'dist', '--port', '0');
  expect(previewed.stdout).toMatch(
    /^The manual is served at http:\/\/localhost:\d+\/\nok 200 \/ .+\nok 404 \/no-such-page\/ .+\n$/,
  );
  expect(previewed.status).toBe(0);
}, 120_000);
