/**
 * Builds are whole or not at all, and the same input gives the same bytes.
 *
 * `EOMS_KILLS=50` kills that many builds; the everyday run kills a few.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statfsSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareWithManifest, readManifest } from '../adapters/publish/manifest.ts';
import { exampleFiles } from '../core/rules/example-manual.ts';

const eoms = fileURLToPath(new URL('../cli/eoms.mjs', import.meta.url));
const kills = Number(process.env['EOMS_KILLS'] ?? 4);
let work: string;

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'eoms-build-'));
  writeContent(join(work, 'one'), 'One College', false);
  writeContent(join(work, 'two'), 'Two College', true);
});
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

/** The example manual under a name of its own; `backwards` writes the files in the opposite order. */
function writeContent(folder: string, name: string, backwards: boolean): void {
  const files = Object.entries(exampleFiles);
  for (const [path, text] of backwards ? files.reverse() : files) {
    const file = join(folder, 'content', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text.replace('Example College', name));
  }
}

const args = (from: string, out: string): string[] => [
  eoms,
  'build',
  '--content',
  join(work, from, 'content'),
  '--out',
  out,
  '--today',
  '2026-03-31',
  '--base',
  '/',
];

interface Run {
  readonly code: number | null;
  readonly output: string;
}

function run(
  from: string,
  out: string,
  options: { cwd?: string; env?: Record<string, string>; killAfter?: number } = {},
): Promise<Run> {
  const cwd = options.cwd ?? join(work, from);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args(from, out), {
      cwd,
      env: { ...process.env, ...options.env },
      detached: true,
    });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output += text.toString()));
    if (options.killAfter !== undefined)
      setTimeout(() => {
        try {
          process.kill(-(child.pid ?? 0), 'SIGKILL');
        } catch {
          // It had ended already.
        }
      }, options.killAfter);
    child.on('close', (code) => {
      resolve({ code, output });
    });
  });
}

/** The institution whose whole site stands in `out`; throws where it is not whole. */
function wholeSite(out: string): string {
  const manifest = readManifest(out);
  if (manifest === undefined) throw new Error('no manifest');
  expect(compareWithManifest(out, manifest)).toEqual([]);
  return manifest.institution;
}

const leftovers = (out: string): string[] =>
  readdirSync(dirname(out)).filter((name) => name.includes('.eoms-'));

test('the same manual gives the same bytes on another path, in another time zone and locale, with files in another order', async () => {
  const sealed = fileURLToPath(new URL('cases/control/sound/content', import.meta.url));
  // Pictures, frozen copies and comparisons too.
  cpSync(sealed, join(work, 'sealed/content'), { recursive: true });
  cpSync(sealed, join(work, 'deeper/and deeper/content'), { recursive: true });
  const [first, second] = [join(work, 'same-1'), join(work, 'elsewhere/same-2')];
  const a = await run('sealed', first, { env: { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' } });
  const b = await run('deeper/and deeper', second, {
    cwd: work,
    env: {
      TZ: 'America/Adak',
      LANG: 'vi_VN.UTF-8',
      LC_ALL: 'vi_VN.UTF-8',
      // On most disks the order of writing is not that of reading.
      NODE_OPTIONS: `--import ${new URL('folders-backwards.mjs', import.meta.url).href}`,
    },
  });
  expect([a.code, b.code], a.output + b.output).toEqual([0, 0]);
  expect(readManifest(second)?.files).toEqual(readManifest(first)?.files);
  expect(readFileSync(join(second, 'manifest.json'))).toEqual(readFileSync(join(first, 'manifest.json')));
}, 120_000);

test(
  `a build killed at any of ${kills} moments leaves a whole site, and the next one is clean`,
  async () => {
    const out = join(work, 'killed/dist');
    const started = performance.now();
    expect((await run('one', out)).code).toBe(0);
    const whole = performance.now() - started;
    for (let kill = 0; kill < kills; kill++) {
      // Spread over the whole run, with more near its end, where the folders are swapped.
      const moment = whole * (kill % 2 === 0 ? Math.random() : 0.8 + Math.random() * 0.3);
      await run(kill % 2 === 0 ? 'two' : 'one', out, { killAfter: moment });
      // Between the two renames the old site lies aside: the next command puts it back.
      if (existsSync(out)) wholeSite(out);
      else expect(leftovers(out).some((name) => name.includes('previous'))).toBe(true);
    }
    const last = await run('two', out);
    expect(last.code, last.output).toBe(0);
    expect(wholeSite(out)).toBe('Two College');
    expect(leftovers(out)).toEqual([]);
  },
  60_000 + kills * 30_000,
);

test('two builds at once do not mix', async () => {
  const out = join(work, 'together/dist');
  const both = await Promise.all([run('one', out), run('two', out)]);
  expect(
    both.some(({ code }) => code === 0),
    both.map(({ output }) => output).join(''),
  ).toBe(true);
  expect(['One College', 'Two College']).toContain(wholeSite(out));
  expect(leftovers(out)).toEqual([]);
}, 120_000);

test('a disk that takes no more leaves the site as it was', async () => {
  const out = join(work, 'full/dist');
  expect((await run('one', out)).code).toBe(0);
  // No file may grow beyond 8 kB: what a full disk or a quota does to a write, without the rights to mount one.
  const limited = spawnSync(
    'bash',
    ['-c', 'ulimit -f 8; exec "$0" "$@"', process.execPath, ...args('two', out)],
    {
      cwd: join(work, 'two'),
      encoding: 'utf8',
    },
  );
  expect(limited.status).toBe(2);
  expect(wholeSite(out)).toBe('One College');
  expect((await run('two', out)).code).toBe(0);
  expect(leftovers(out)).toEqual([]);
  expect(wholeSite(out)).toBe('Two College');
}, 120_000);

/** A file system of that size; undefined where this machine lets nobody mount one. */
function mountSmall(folder: string, bytes: number): boolean {
  mkdirSync(folder, { recursive: true });
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder]).status === 0;
}

test('a file system that is really full leaves the site as it was', async (context) => {
  const measured = join(work, 'measured/dist');
  expect((await run('one', measured)).code).toBe(0);
  const size = readdirSync(measured, { recursive: true, encoding: 'utf8' }).reduce((sum, path) => {
    const found = statSync(join(measured, path));
    return sum + (found.isFile() ? Math.ceil(found.size / 4096) * 4096 : 4096);
  }, 0);
  const small = join(work, 'small');
  if (!mountSmall(small, size * 10)) {
    context.skip();
    return;
  }
  try {
    const out = join(small, 'dist');
    expect((await run('one', out)).code).toBe(0);
    // Room for half of the next site.
    const { bavail, bsize } = statfsSync(small);
    writeFileSync(join(small, 'filler'), new Uint8Array(Math.max(0, bavail * bsize - Math.floor(size / 2))));
    const full = await run('two', out);
    expect(full.code, full.output).toBe(2);
    // The search index is written by a program of its own, which ends without a word of ours.
    expect(full.output).toMatch(/the disk is full|the disk or the memory is full/);
    expect(wholeSite(out)).toBe('One College');
    rmSync(join(small, 'filler'));
    expect((await run('two', out)).code).toBe(0);
    expect(wholeSite(out)).toBe('Two College');
    expect(leftovers(out)).toEqual([]);
  } finally {
    spawnSync('umount', ['-l', small]);
  }
}, 120_000);

test('a site that is served through a link is never half there while builds are killed', async () => {
  const real = join(work, 'linked/site');
  const out = join(work, 'linked/dist');
  mkdirSync(real, { recursive: true });
  symlinkSync('site', out);
  const started = performance.now();
  expect((await run('one', out)).code).toBe(0);
  const whole = performance.now() - started;
  for (let kill = 0; kill < Math.min(kills, 10); kill++) {
    await run('two', out, { killAfter: whole * (0.7 + Math.random() * 0.4) });
    // At every moment the link leads to a whole site.
    expect(['One College', 'Two College']).toContain(wholeSite(out));
  }
  const last = await run('two', out);
  expect(last.code, last.output).toBe(0);
  expect(wholeSite(out)).toBe('Two College');
  expect(readdirSync(dirname(out))).toHaveLength(2);
}, 240_000);

test('a build with errors leaves the site as it was', async () => {
  const out = join(work, 'errors/dist');
  expect((await run('one', out)).code).toBe(0);
  cpSync(join(work, 'one'), join(work, 'broken'), { recursive: true });
  writeFileSync(join(work, 'broken/content/procedures/prc-001.mdx'), 'no front matter');
  expect((await run('broken', out)).code).toBe(1);
  expect(wholeSite(out)).toBe('One College');
}, 120_000);
