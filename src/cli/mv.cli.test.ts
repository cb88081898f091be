import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { documentFile, exampleFiles } from '../core/rules/example-manual.ts';

const eoms = fileURLToPath(new URL('eoms.mjs', import.meta.url));
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'eoms-mv-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const start = (command: string, ...args: readonly string[]) => {
  const { stdout, stderr, status } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CI: '1' },
  });
  return { stdout, stderr, status };
};
const run = (...args: readonly string[]) => start(process.execPath, eoms, ...args);
const git = (...args: readonly string[]) =>
  start('git', '-c', 'user.email=a@b.invalid', '-c', 'user.name=x', '-c', 'commit.gpgsign=false', ...args);

/** The example manual with a form that the procedure leads to by path. */
function writeManual(): void {
  const files = {
    ...exampleFiles,
    'procedures/prc-001.mdx': documentFile(
      {},
      'See [the form](../forms/frm-001.mdx#fields), [it][f] and ![a map](../figures/map.png).\n\n[f]: ../forms/frm-001.mdx\n\n## Purpose\n',
    ),
    'forms/frm-001.mdx': documentFile(
      { id: 'FRM-001', type: 'form' },
      '## Fields\n\nSee [how](../procedures/prc-001.mdx).\n\n<Figure src="../figures/map.png" alt="A map" />\n',
    ),
    'figures/map.png': 'x',
  };
  for (const [path, text] of Object.entries(files)) if (text !== undefined) write(`content/${path}`, text);
}

const check = () => run('check', '--today', '2026-03-31');

test('a document that moves takes its links along, and every link to it follows', () => {
  writeManual();
  const before = check();
  expect(before.status).toBe(0);
  const moved = run('mv', 'content/forms/frm-001.mdx', 'content/work/sheets/application.mdx');
  expect(moved).toEqual({
    stdout: `content/forms/frm-001.mdx:20:11: ../procedures/prc-001.mdx → ../../procedures/prc-001.mdx
content/forms/frm-001.mdx:22:14: ../figures/map.png → ../../figures/map.png
content/procedures/prc-001.mdx:17:16: ../forms/frm-001.mdx#fields → ../work/sheets/application.mdx#fields
content/procedures/prc-001.mdx:19:6: ../forms/frm-001.mdx → ../work/sheets/application.mdx
Moved content/forms/frm-001.mdx to content/work/sheets/application.mdx, 4 links rewritten
`,
    stderr: '',
    status: 0,
  });
  expect(existsSync(join(root, 'content/forms/frm-001.mdx'))).toBe(false);
  expect(check()).toEqual(before);
});

test('a picture that moves is found where it is', () => {
  writeManual();
  expect(run('mv', 'content/figures/map.png', 'content/figures/plan of the site.png').stdout).toContain(
    '2 links rewritten',
  );
  expect(read('content/procedures/prc-001.mdx')).toContain('(../figures/plan%20of%20the%20site.png)');
  expect(check().status).toBe(0);
});

test('a dry run changes nothing', () => {
  writeManual();
  const before = read('content/procedures/prc-001.mdx');
  expect(run('mv', '--dry-run', 'content/forms/frm-001.mdx', 'content/forms/a.mdx').stdout).toContain(
    'Would move',
  );
  expect(read('content/procedures/prc-001.mdx')).toBe(before);
  expect(existsSync(join(root, 'content/forms/frm-001.mdx'))).toBe(true);
});

test.each([
  ['a file that exists', ['content/forms/frm-001.mdx', 'content/procedures/prc-001.mdx'], 'exists already'],
  [
    'the same name in capitals',
    ['content/forms/frm-001.mdx', 'content/procedures/PRC-001.mdx'],
    'prc-001.mdx exists already',
  ],
  ['a file that does not exist', ['content/forms/lost.mdx', 'content/forms/b.mdx'], 'is no file'],
  ['a folder', ['content/forms', 'content/sheets'], 'is no file'],
  ['out of the content folder', ['content/forms/frm-001.mdx', 'frm-001.mdx'], 'outside the content folder'],
  [
    'into the archive',
    ['content/forms/frm-001.mdx', 'content/archive/FRM-001/frm-001.mdx'],
    'lies in the archive',
  ],
  ['the settings', ['content/manual.yaml', 'content/settings.yaml'], 'found by its name'],
  ['a register', ['content/registers/roles.yaml', 'content/registers/jobs.yaml'], 'found by its name'],
  ['another ending', ['content/forms/frm-001.mdx', 'content/forms/frm-001.md'], 'stays as it is'],
])('refused: %s', (_, paths, said) => {
  writeManual();
  const before = read('content/procedures/prc-001.mdx');
  const { stderr, status } = run('mv', ...paths);
  expect(stderr).toContain(said);
  expect(status).toBe(2);
  expect(read('content/procedures/prc-001.mdx')).toBe(before);
  expect(existsSync(join(root, 'content/forms/frm-001.mdx'))).toBe(true);
});

test('in a repository the move is Git\u2019s own; what Git does not know moves all the same', () => {
  writeManual();
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'x');
  expect(run('mv', 'content/forms/frm-001.mdx', 'content/forms/application.mdx').status).toBe(0);
  expect(git('status', '--porcelain').stdout).toContain(
    'R  content/forms/frm-001.mdx -> content/forms/application.mdx',
  );
  write('content/figures/new.png', 'x');
  expect(run('mv', 'content/figures/new.png', 'content/figures/newer.png').status).toBe(0);
  expect(existsSync(join(root, 'content/figures/newer.png'))).toBe(true);
});

test('frozen copies are left as they are, and still lead to what has moved', () => {
  cpSync(fileURLToPath(new URL('../../content', import.meta.url)), join(root, 'content'), {
    recursive: true,
  });
  cpSync(fileURLToPath(new URL('../../public', import.meta.url)), join(root, 'public'), { recursive: true });
  const day = ['check', '--today', '2026-11-02'];
  const before = run(...day);
  const from = 'content/procedures/prc-015-complaints-and-appeals.mdx';
  const archive = spawnSync('git', ['hash-object', '--stdin'], {
    input: listArchive(),
    encoding: 'utf8',
  }).stdout;
  expect(run('mv', from, 'content/procedures/appeals/prc-015.mdx').stdout).toContain('rewritten');
  expect(
    spawnSync('git', ['hash-object', '--stdin'], { input: listArchive(), encoding: 'utf8' }).stdout,
  ).toBe(archive);
  expect(run(...day)).toEqual(before);
});

/** Every byte of the archive. */
const listArchive = (): string =>
  start('sh', '-c', 'find content/archive -type f | sort | xargs -d "\\n" cat').stdout;
