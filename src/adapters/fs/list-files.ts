/** The regular files below a folder, and what else lies there. Symbolic links are never followed. */
import { copyFileSync, mkdirSync, readdirSync, writeFileSync, type Dirent } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { orCannotRun } from './system-error.ts';

export interface FolderListing {
  /** Paths from the folder, with forward slashes, sorted by code unit. */
  readonly files: readonly string[];
  /** Things that are neither files nor folders. */
  readonly others: readonly { readonly path: string; readonly kind: string }[];
}

/** `skip` is asked for every entry by its path from the folder; a skipped folder is not entered. */
export function listFiles(folder: string, skip: (path: string) => boolean): FolderListing {
  const files: string[] = [];
  const others: { path: string; kind: string }[] = [];
  const waiting = [''];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const here = join(folder, at);
    const entries = orCannotRun(`Cannot read the folder ${here}`, () =>
      readdirSync(here, { withFileTypes: true }),
    );
    for (const entry of entries) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      if (skip(path)) continue;
      if (entry.isDirectory()) waiting.push(path);
      else if (entry.isFile()) files.push(path);
      else others.push({ path, kind: kindOf(entry) });
    }
  }
  const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return { files: files.sort(byCodeUnit), others: others.sort((a, b) => byCodeUnit(a.path, b.path)) };
}

/** Copies the files named by their paths from the folder. */
export function copyFiles(
  { folder, paths }: { readonly folder: string; readonly paths: readonly string[] },
  to: string,
): void {
  for (const path of paths) {
    orCannotRun(`Cannot copy ${path}`, () => {
      mkdirSync(dirname(join(to, path)), { recursive: true });
      copyFileSync(join(folder, path), join(to, path));
    });
  }
}

/** Makes and writes files one after the other, by their paths below `to`; other work goes on in between. */
export async function writeFiles(
  files: Readonly<Record<string, () => string | Uint8Array>>,
  to: string,
): Promise<void> {
  for (const [path, make] of Object.entries(files)) {
    const content = make();
    orCannotRun(`Cannot write ${path}`, () => {
      mkdirSync(dirname(join(to, path)), { recursive: true });
      writeFileSync(join(to, path), content);
    });
    await setImmediate();
  }
}

function kindOf(entry: Dirent): string {
  if (entry.isSymbolicLink()) return 'symbolic link';
  if (entry.isFIFO()) return 'named pipe';
  if (entry.isSocket()) return 'socket';
  return 'device';
}
