/** The history of files, over real repositories. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRepository, type GitRepository } from '../../testing/git-repository.ts';
import type { ChangeLog } from '../../core/model/source-history.ts';
import { readCommit } from './read-commit.ts';
import { startReadingChanges } from './read-changes.ts';

let repository: GitRepository;
const registrar = { email: 'registrar@college.example' };
const read = (path = 'content'): Promise<ChangeLog> =>
  startReadingChanges(join(repository.folder, path)).result();
const lines = (...changed: string[]): string =>
  [...Array.from({ length: 20 }, (_, index) => `Line ${index}`), ...changed, ''].join('\n');

beforeEach(() => {
  repository = createRepository();
});
afterEach(() => {
  repository.remove();
});

test('the last change and the authors of a file, followed through its names and through branches', async () => {
  const { write, git, gitAs, commit } = repository;
  write('content/a.mdx', lines());
  write('content/other.mdx', 'other');
  commit('first', { ...registrar, day: '2025-01-01' });
  git('checkout', '-q', '-b', 'side');
  write('content/a.mdx', lines('from the side'));
  const onSide = commit('edited under the old name', { email: 'Teacher@college.example', day: '2025-03-01' });
  git('checkout', '-q', 'main');
  git('mv', 'content/a.mdx', 'content/b.mdx');
  commit('renamed', { email: 'principal@college.example', day: '2025-02-01' });
  gitAs({ email: 'merger@college.example', day: '2025-04-01' }, 'merge', '-q', '--no-edit', 'side');
  const { files, trouble, prefix, uncommitted } = await read();
  expect([trouble, prefix, [...uncommitted]]).toEqual([undefined, '', []]);
  // The merge changed nothing of its own, so the commit on the side is the last change.
  expect(files.get('content/b.mdx')).toEqual({
    lastChange: { commit: onSide, date: '2025-03-01' },
    contributions: expect.arrayContaining([
      { date: '2025-01-01', email: 'registrar@college.example' },
      { date: '2025-02-01', email: 'principal@college.example' },
      { date: '2025-03-01', email: 'teacher@college.example' },
    ]) as unknown,
  });
  expect(files.get('content/other.mdx')?.contributions).toHaveLength(1);
});

test('what was changed while merging counts, by whoever merged', async () => {
  const { write, git, gitAs, commit } = repository;
  write('content/a.mdx', 'first\n');
  commit('first', { ...registrar, day: '2025-01-01' });
  git('checkout', '-q', '-b', 'side');
  write('content/a.mdx', 'side\n');
  commit('side', { ...registrar, day: '2025-02-01' });
  git('checkout', '-q', 'main');
  write('content/a.mdx', 'main\n');
  commit('main', { ...registrar, day: '2025-02-02' });
  expect(() => gitAs(registrar, 'merge', '-q', 'side')).toThrow();
  write('content/a.mdx', 'both\n');
  const merge = commit('merged', { email: 'merger@college.example', day: '2025-03-01' });
  expect((await read()).files.get('content/a.mdx')?.lastChange).toEqual({
    commit: merge,
    date: '2025-03-01',
  });
});

test('another file that once had the name is not its history', async () => {
  const { write, git, commit } = repository;
  write('content/a.mdx', lines('old'));
  commit('first', { email: 'before@college.example', day: '2024-01-01' });
  git('rm', '-q', 'content/a.mdx');
  commit('removed', { email: 'before@college.example', day: '2024-02-01' });
  write('content/a.mdx', 'Something else.\n');
  commit('new', { ...registrar, day: '2025-01-01' });
  expect((await read()).files.get('content/a.mdx')?.contributions).toEqual([
    { date: '2025-01-01', email: registrar.email },
  ]);
});

test('names of files and persons that try to pass for something else', async () => {
  const { write, commit } = repository;
  const names = [
    'commit 0000 2020-01-01.mdx',
    'a\nb\t"c".mdx',
    ':100644 x.mdx',
    '-n.mdx',
    'ü.mdx',
    '$(touch x).mdx',
  ];
  for (const name of names) write(`content/${name}`, 'text');
  const hash = commit('first', { email: 'commit ffff"; touch x', day: '2025-01-01' });
  const { files } = await read();
  expect([...files.keys()].sort()).toEqual(names.map((name) => `content/${name}`).sort());
  for (const file of files.values()) expect(file.lastChange).toEqual({ commit: hash, date: '2025-01-01' });
});

test('files that are not committed as they are', async () => {
  const { write, git, commit } = repository;
  for (const name of ['same', 'changed', 'staged']) write(`content/${name}.mdx`, 'text');
  commit('first', registrar);
  write('content/changed.mdx', 'other');
  write('content/staged.mdx', 'other');
  git('add', 'content/staged.mdx');
  write('content/new.mdx', 'new');
  const { uncommitted, files } = await read();
  expect([...uncommitted].sort()).toEqual(['content/changed.mdx', 'content/new.mdx', 'content/staged.mdx']);
  expect(files.has('content/new.mdx')).toBe(false);
});

test('a content folder below the top, and one that is the top', async () => {
  const { write, commit, folder } = repository;
  write('docs/content/a.mdx', 'text');
  write('content/b.mdx', 'text');
  commit('first', registrar);
  const below = await read('docs/content');
  expect([below.prefix, [...below.files.keys()]]).toEqual(['docs/', ['content/a.mdx']]);
  const top = await read('.');
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  expect([...top.files.keys()].sort()).toEqual([`${name}/content/b.mdx`, `${name}/docs/content/a.mdx`]);
});

test('where nothing can be said, the reason is told and no date', async () => {
  const { write, commit, folder, git } = repository;
  write('content/a.mdx', 'text');
  expect(await read()).toMatchObject({ trouble: 'no-commit', files: new Map() });
  commit('first', registrar);
  write('content/a.mdx', 'more');
  commit('second', registrar);
  git('clone', '-q', '--depth', '1', pathToFileURL(folder).href, 'shallow');
  expect(await read('shallow/content')).toMatchObject({ trouble: 'shallow-clone', files: new Map() });
  git('clone', '-q', '-c', 'uploadpack.allowFilter=true', folder, 'partial');
  git('-C', 'partial', 'config', 'remote.origin.promisor', 'true');
  expect(await read('partial/content')).toMatchObject({ trouble: 'partial-clone' });
  const elsewhere = createRepository();
  try {
    expect(await startReadingChanges(join(elsewhere.folder, '..')).result()).toMatchObject({
      trouble: 'no-repository',
    });
  } finally {
    elsewhere.remove();
  }
});

test('what is printed does not depend on the configuration', async () => {
  const { write, git, commit } = repository;
  write('content/a.mdx', lines());
  commit('first', { ...registrar, day: '2025-01-01' });
  git('mv', 'content/a.mdx', 'content/b.mdx');
  commit('second', { ...registrar, day: '2025-02-01' });
  const expected = await read();
  expect(expected.files.get('content/b.mdx')?.contributions).toHaveLength(2);
  for (const [key, value] of [
    ['log.showRoot', 'false'],
    ['log.follow', 'true'],
    ['log.date', 'relative'],
    ['log.mailmap', 'true'],
    ['diff.renames', 'false'],
    ['diff.relative', 'true'],
    ['diff.orderFile', 'missing'],
    ['color.ui', 'always'],
    ['core.quotePath', 'true'],
    ['status.showUntrackedFiles', 'no'],
    ['format.pretty', 'oneline'],
    ['log.abbrevCommit', 'true'],
  ] as const)
    git('config', key, value);
  write('.mailmap', 'Other <other@college.example> <registrar@college.example>\n');
  expect(await read()).toEqual(expected);
});

test('nothing that the repository configures is started', async () => {
  const { write, git, commit, folder } = repository;
  const mark = join(folder, 'started');
  const script = join(folder, 'script.sh');
  writeFileSync(script, `#!/bin/sh\ntouch '${mark}'\ncat\n`, { mode: 0o755 });
  write('content/a.mdx', 'text\n');
  write('content/.gitattributes', '*.mdx filter=evil diff=evil\n');
  commit('first', registrar);
  write('content/a.mdx', 'changed\n');
  for (const key of [
    'core.fsmonitor',
    'core.pager',
    'core.sshCommand',
    'diff.external',
    'diff.evil.command',
    'diff.evil.textconv',
    'filter.evil.clean',
    'filter.evil.smudge',
    'filter.evil.process',
    'gpg.program',
    'credential.helper',
  ])
    git('config', key, script);
  git('config', 'pager.log', 'true');
  git('config', 'log.showSignature', 'true');
  git('config', 'core.hooksPath', join(folder, 'hooks'));
  mkdirSync(join(folder, 'hooks'));
  for (const hook of ['post-index-change', 'pre-commit', 'reference-transaction'])
    writeFileSync(join(folder, 'hooks', hook), `#!/bin/sh\ntouch '${mark}'\n`, { mode: 0o755 });
  const { files, uncommitted } = await read();
  expect([files.size, [...uncommitted]]).toEqual([2, ['content/a.mdx']]);
  expect(readCommit(join(folder, 'content'))).toMatch(/^[0-9a-f]{12}-dirty$/);
  expect(existsSync(mark)).toBe(false);
});
