/** An output folder that is a link: switched in one step, never half, and never over somebody else's folder. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readBuildMark, stageSite } from './site-folder.ts';

const mark = { tool: 'eoms-manual', version: '1', base: '/' } as const;
/** A process that is not running any more. */
const dead = 2 ** 22 - 3;
let root: string;
let link: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'eoms-link-'));
  mkdirSync(join(root, 'content'));
  mkdirSync(join(root, 'www/manual'), { recursive: true });
  link = join(root, 'dist');
  symlinkSync('www/manual', link);
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

async function publish(words: string, before?: () => void): Promise<void> {
  const stage = await stageSite(link, join(root, 'content'));
  try {
    writeFileSync(join(stage.site, 'index.html'), words);
    mkdirSync(stage.search);
    before?.();
    await stage.publish(mark);
  } finally {
    await stage.discard();
  }
}
const served = (): string => readFileSync(join(link, 'index.html'), 'utf8');

test('the link leads to the new site and the old folder is gone', async () => {
  await publish('first');
  expect(served()).toBe('first');
  const first = readlinkSync(link);
  expect(first).toMatch(/^www\/manual\.eoms-live-\d+-\d+$/);
  await publish('second');
  expect(served()).toBe('second');
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readlinkSync(link)).not.toBe(first);
  expect(readdirSync(join(root, 'www'))).toEqual([readlinkSync(link).slice('www/'.length)]);
  expect(readdirSync(root).sort()).toEqual(['content', 'dist', 'www']);
});

test('what killed builds left is taken away, and the site that is served is not', async () => {
  await publish('first');
  for (const name of [`manual.eoms-live-${dead}-1`, `manual.eoms-staging-${dead}`])
    mkdirSync(join(root, 'www', name));
  symlinkSync('nowhere', `${link}.eoms-link-${dead}`);
  await publish('second');
  expect(served()).toBe('second');
  expect(readdirSync(join(root, 'www'))).toHaveLength(1);
  expect(readdirSync(root).sort()).toEqual(['content', 'dist', 'www']);
});

test('a link that is switched to a folder of others while a build runs is left alone, and so is the folder', async () => {
  await publish('first');
  const other = join(root, 'precious');
  mkdirSync(other);
  writeFileSync(join(other, 'thesis.txt'), 'years of work');
  await expect(
    publish('second', () => {
      unlinkSync(link);
      symlinkSync('precious', link);
    }),
  ).rejects.toThrow('was switched to another folder while the site was built');
  expect(readlinkSync(link)).toBe('precious');
  expect(readFileSync(join(other, 'thesis.txt'), 'utf8')).toBe('years of work');
  await expect(publish('third')).rejects.toThrow('holds files that eoms did not write');
});

test('a folder that becomes a link to a folder of others while a build runs costs them nothing', async () => {
  unlinkSync(link);
  await publish('first');
  const other = join(root, 'precious');
  mkdirSync(other);
  writeFileSync(join(other, 'thesis.txt'), 'years of work');
  await publish('second', () => {
    rmSync(link, { recursive: true });
    symlinkSync('precious', link);
  });
  expect(readFileSync(join(other, 'thesis.txt'), 'utf8')).toBe('years of work');
  expect(served()).toBe('second');
  expect(lstatSync(link).isSymbolicLink()).toBe(false);
});

test('a link to an empty folder is served at once, and its mark is read through it', async () => {
  await publish('first');
  expect(readBuildMark(link)).toEqual(mark);
  expect(existsSync(join(root, 'www/manual'))).toBe(false);
});
