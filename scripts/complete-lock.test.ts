import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { completeLock, findMissing } from './complete-lock.ts';
import type { LockFile } from './complete-lock.ts';

const read = (path: string): LockFile =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as LockFile;

test('package-lock.json holds every optional platform package, or `npm ci` refuses it: run `npm run lock`', () => {
  const missing = findMissing(read('../package-lock.json')).filter(({ entry }) => entry !== undefined);
  expect(missing).toEqual([]);
});

test('package-lock.json is in step with package.json', () => {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as Record<
    string,
    unknown
  >;
  const root = read('../package-lock.json').packages[''] as Record<string, unknown>;
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'])
    expect(root[kind]).toEqual(manifest[kind]);
});

test('adds a missing platform package with its platform, once, and leaves what is there', () => {
  const lock: LockFile = {
    packages: {
      '': {},
      'node_modules/tool': {
        optionalDependencies: { '@tool/darwin-arm64': '1.2.3', '@tool/linux-x64': '1.2.3' },
      },
      'node_modules/tool/node_modules/@tool/linux-x64': { version: '1.2.3' },
    },
  };
  const { lock: complete, added } = completeLock(lock);
  expect(added).toEqual(['@tool/darwin-arm64']);
  expect(complete.packages['node_modules/@tool/darwin-arm64']).toEqual({
    version: '1.2.3',
    optional: true,
    cpu: ['arm64'],
    os: ['darwin'],
  });
  expect(completeLock(complete).added).toEqual([]);
});

test('reports what it cannot add: a range, or a name without a platform', () => {
  const lock: LockFile = { packages: { '': { optionalDependencies: { fancy: '^1.0.0', plain: '1.0.0' } } } };
  expect(completeLock(lock).left).toEqual(['fancy', 'plain']);
});
