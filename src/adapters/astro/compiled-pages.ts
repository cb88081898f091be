/** Where the compiled pages of the tool are. They are compiled where they are missing or older than their source. */
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { listFiles } from '../fs/list-files.ts';
import { systemCode } from '../fs/system-error.ts';
import { toolRoot } from './astro-config.ts';
import { runTypeScript } from '../run-typescript.ts';

const script = fileURLToPath(new URL('./compile-pages.ts', import.meta.url));

/** Beside the source they are made from, and published with it. */
export const ownPlace = join(toolRoot, '.pages');

/** What pages are made of, and the versions of what they are made with. Pages know nothing of the command line. */
const sources = ['src', 'schemas', 'astro.config.mjs', 'package.json', 'tsconfig.json'];
const noSource = /\.test\.ts$|^src\/(?:testing|cli)$/;
/** Holds the name of the source that was seen last. */
export const keptName = 'source';
const dayInMilliseconds = 24 * 60 * 60 * 1000;

/**
 * The folder of the compiled pages, absolute (its parts: compiled-parts.ts). They hold nothing of any manual, so
 * that they are compiled once for a version of the tool, in about two seconds, and not at every build.
 *
 * They are a program that will be run: looked for in `place` alone, never where a manual or its caches lie. Where
 * `place` cannot be written to, they are compiled for this process only.
 *
 * @param place a folder that belongs to the tool
 * @throws Error when they cannot be compiled
 */
export async function findCompiledPages(
  place = ownPlace,
  compile: (folder: string) => Promise<void> = compileIn,
): Promise<string> {
  const name = nameSources(toolRoot, place);
  const folder = resolve(place, name);
  if (existsSync(folder)) return folder;
  if (!isWritable(place)) return await compileForNow(compile);
  const work = mkdtempSync(resolve(place, 'work-'));
  try {
    await compile(work);
    try {
      renameSync(work, folder);
    } catch (cause) {
      // Another build was quicker: its pages are the same.
      if (!existsSync(folder)) throw cause;
    }
    return folder;
  } finally {
    rmSync(work, { recursive: true, force: true });
    removeOld(place, name);
  }
}

/** In a folder that nobody else can write to and that goes with this process. */
async function compileForNow(compile: (folder: string) => Promise<void>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'eoms-pages-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  await compile(folder);
  return folder;
}

/** A name for the source of the pages below `root`: the same for the same texts, wherever they lie. */
export function digestSources(root: string): string {
  const digest = createHash('sha256');
  for (const file of listSources(root)) {
    const text = readFileSync(join(root, file));
    digest.update(`${file}\0${String(text.length)}\0`).update(text);
  }
  return digest.digest('hex').slice(0, 16);
}

/**
 * The same name, kept in `place` with sizes and times of the files: where these have not changed, nothing is read.
 * A place that cannot be written to keeps nothing.
 */
export function nameSources(root: string, place: string): string {
  const stamp = createHash('sha256');
  for (const file of listSources(root)) {
    const { size, mtimeMs } = statSync(join(root, file));
    stamp.update(`${file}\0${String(size)}\0${String(mtimeMs)}\0`);
  }
  const now = stamp.digest('hex');
  const path = join(place, keptName);
  const [known, name] = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  if (known === now && name !== undefined && /^[\da-f]{16}$/.test(name)) return name;
  const digest = digestSources(root);
  try {
    writeFileSync(path, `${now}\n${digest}\n`);
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
  }
  return digest;
}

const listSources = (root: string): string[] =>
  sources.flatMap((source) =>
    statSync(join(root, source)).isDirectory()
      ? listFiles(join(root, source), (path) => noSource.test(`${source}/${path}`)).files.map(
          (path) => `${source}/${path}`,
        )
      : [source],
  );

function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    rmSync(mkdtempSync(join(folder, 'work-')), { recursive: true });
    return true;
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return false;
  }
}

/** In a process of its own, whose memory is free again afterwards. */
async function compileIn(folder: string): Promise<void> {
  const child = fork(script, {
    // Astro writes part of its output to the working folder.
    cwd: folder,
    execArgv: runTypeScript,
    // Whatever the shell says: the published pages are the same.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr
    ?.setEncoding('utf8')
    .on('data', (text: string) => (complaint = (complaint + text).slice(-4000)));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`The pages of the tool cannot be compiled.\n${complaint.trim()}`);
}

/** Pages of other versions of the source, and what an interrupted run left, when nobody can be using it any more. */
function removeOld(place: string, current: string): void {
  for (const name of readdirSync(place)) {
    const folder = join(place, name);
    const changed = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (name !== current && name !== keptName && Date.now() - changed > dayInMilliseconds)
      rmSync(folder, { recursive: true, force: true });
  }
}
