/** `.eoms/` where the command is run: what may be thrown away at any time. */
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { orCannotRun } from '../adapters/fs/system-error.ts';

/** Absolute; made where it does not exist. Nothing in it belongs into a repository, and Git is told so. */
export function ownFolder(): string {
  const own = resolve('.eoms');
  orCannotRun(`Cannot write to ${own}`, () => {
    mkdirSync(own, { recursive: true });
    if (!existsSync(join(own, '.gitignore'))) writeFileSync(join(own, '.gitignore'), '*\n');
  });
  return own;
}

/** A folder of our own for what Astro keeps between runs: one for each pair of content and output. */
export function cacheFolder(content: string, out: string): string {
  const folder = join(ownFolder(), 'cache', hash('sha256', `${content}\0${out}`).slice(0, 16));
  orCannotRun(`Cannot write to ${folder}`, () => mkdirSync(folder, { recursive: true }));
  return folder;
}
