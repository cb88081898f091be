/** Who is who stays out of everything that is published: canaries in people.yaml and in Git, and every byte of a site. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findNames } from '../adapters/site-check/find-names.ts';
import { documentFile, exampleFiles, settingsFile } from '../core/rules/example-manual.ts';
import { createRepository, type GitRepository } from './git-repository.ts';

const bin = fileURLToPath(new URL('../cli/eoms.mjs', import.meta.url));
const key = `SHA256:${'CanaryKey'.padEnd(43, 'k')}`;
const people = (more = ''): string => `version: "1.0"
rows:
  - { id: canaryrow, role: registrar, emails: [CanaryRegistrar@college.example, canaryold@college.example], keys: ["${key}"], from: 2020-01-01 }
  - { id: canaryleft, role: principal, emails: [canaryprincipal@college.example], from: 2019-02-03, until: 2024-05-06 }
${more}`;
const canaries = [
  'canaryregistrar',
  'canaryold',
  'canaryprincipal',
  'canarystranger',
  'canaryrow',
  'canaryleft',
  'canarybroken',
  'Canary Author',
  'college.example',
  'CanaryKey',
  key,
  '2019-02-03',
  '2024-05-06',
  'people.yaml',
];

let repository: GitRepository;
const eoms = (...args: string[]): { status: number | null; output: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args, '--today', '2026-03-31'], {
    cwd: repository.folder,
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
};

beforeAll(() => {
  repository = createRepository();
  for (const [name, text] of Object.entries(exampleFiles)) repository.write(`content/${name}`, text);
  repository.write('content/registers/people.yaml', people());
  repository.write(
    'content/manual.yaml',
    settingsFile('repository: { url: "https://github.com/college/manual" }\nscope: { statement: All. }'),
  );
  repository.commit('Canary message', { email: 'canaryregistrar@college.example', day: '2026-01-15' });
  repository.write(
    'content/procedures/prc-001.mdx',
    documentFile({}, '## Purpose\n\nWhy this is done, in other words.\n'),
  );
  repository.commit('Canary message', { email: 'canarystranger@college.example', day: '2026-02-16' });
});
afterAll(() => {
  repository.remove();
});

test('a build holds no trace of a person, and shows roles instead', () => {
  const { status, output } = eoms('build', '--out', 'dist');
  expect(status, output).toBe(0);
  const site = join(repository.folder, 'dist');
  expect(findNames(site, canaries)).toEqual([]);
  const page = readFileSync(join(site, 'documents/PRC-001/index.html'), 'utf8');
  const hash = repository.git('rev-parse', 'HEAD');
  expect(page).toMatch(
    new RegExp(
      `Source last changed in Git on\\s+<time datetime="2026-02-16">16 February 2026</time>\\s+in commit\\s+<a[^>]*href="https://github\\.com/college/manual/commit/${hash.slice(0, 10)}"[^>]*>${hash.slice(0, 10)}</a>\\s+changed by\\s+<a href="/roles/registrar/">Registrar</a>, 1 other author`,
    ),
  );
  for (const kind of ['edit', 'commits', 'blame'])
    expect(page).toContain(
      `href="https://github.com/college/manual/${kind}/main/content/procedures/prc-001.mdx"`,
    );
}, 120_000);

test('a clone gives the same bytes, and a shallow one says that it knows no history', () => {
  const clone = (name: string, ...flags: string[]): Record<string, string> => {
    const folder = join(repository.folder, '.git', name);
    repository.git('clone', '-q', ...flags, pathToFileURL(repository.folder).href, folder);
    const out = join(folder, 'dist');
    const { status, output } = eoms('build', '--content', join(folder, 'content'), '--out', out);
    expect(status, output).toBe(0);
    return Object.fromEntries(
      ['documents/PRC-001', 'about'].map((page) => [
        page,
        readFileSync(join(out, page, 'index.html'), 'utf8'),
      ]),
    );
  };
  expect(clone('one')).toEqual(clone('two'));
  for (const page of Object.values(clone('shallow', '--depth', '1'))) {
    expect(page).toContain('History from Git not available: shallow clone.');
    expect(page).not.toContain('Source last changed');
  }
}, 180_000);

test('a draft build shows that the register has a fault, and not what it says', () => {
  repository.write(
    'content/registers/people.yaml',
    people(
      '  - { id: canaryrow, role: canarybroken, emails: [canarystranger@college.example], from: 2020-01-01 }\n',
    ),
  );
  const { status, output } = eoms('build', '--drafts', '--out', 'draft');
  expect(status, output).toBe(1);
  expect(output).toContain('canarybroken');
  const found = findNames(join(repository.folder, 'draft'), canaries);
  // The place of the fault may be named, and nothing of what stands there.
  expect(found.filter(({ name }) => name !== 'people.yaml')).toEqual([]);
  repository.write('content/registers/people.yaml', people());
}, 120_000);

test('no export, coverage file or frozen copy holds a trace', () => {
  repository.write(
    'content/procedures/prc-001.mdx',
    documentFile({ version: '"2.0"', status: 'in-review' }, '## Purpose\n\nWhy.\n'),
  );
  const approved = eoms('approve', 'PRC-001', '--by', 'principal', '--summary', 'Reworded', '--yes');
  expect(approved.status, approved.output).toBe(0);
  expect(findNames(join(repository.folder, 'content/archive'), canaries)).toEqual([]);
  const coverage = eoms('coverage', '--format', 'json');
  expect(coverage.output).not.toMatch(/canary/i);
  const owners = eoms('export', 'codeowners');
  expect(owners.output).not.toMatch(/canary(?!broken)/i);
}, 120_000);
