/**
 * The disk, left as if nothing had been written before: what the bench is done with is moved away and deleted when
 * nothing is measured any more, and what was written is on the disk before the clock starts.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const aside = (cache: string): string => join(cache, 'aside');

/**
 * Takes `path` out of the way. Deleting it would be measured with the next run: for minutes ext4 looks at every file
 * that was deleted before it makes a new one (`recently_deleted` in its ialloc.c), which can double a build of
 * thousands of pages.
 *
 * @param cache the folder of the bench, on the same file system
 */
export function putAside(path: string, cache: string): void {
  if (!existsSync(path)) return;
  mkdirSync(aside(cache), { recursive: true });
  renameSync(path, join(aside(cache), String(readdirSync(aside(cache)).length)));
}

/** Deletes all of it. */
export function removeAside(cache: string): void {
  rmSync(aside(cache), { recursive: true, force: true });
}

/** Waits until the disk has what earlier commands wrote; nothing on systems without `sync`. */
export function settleDisk(): void {
  spawnSync('sync', { stdio: 'ignore' });
}
