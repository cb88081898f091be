/**
 * Carries out a planned act: the only code that writes below the content folder.
 *
 * The order makes every moment safe: the frozen copy first, under a name that begins with a dot; then the copy
 * takes its place in one rename; then the document is replaced in one rename. Before the last step the old state
 * stands, after it the new one. What an interrupted act leaves behind counts for nothing, and the next act on the
 * same document takes it away.
 */
import { hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { CannotRun, orCannotRun } from '../fs/system-error.ts';
import type { PlannedAct } from '../../core/acts/act.ts';

/** The steps that change the disk. A test puts others in their place, to stop at each. */
export interface Disk {
  readonly makeFolder: (path: string) => void;
  readonly writeFile: (path: string, content: string | Uint8Array) => void;
  readonly rename: (from: string, to: string) => void;
  readonly remove: (path: string) => void;
}

export const realDisk: Disk = {
  makeFolder: (path) => mkdirSync(path, { recursive: true }),
  writeFile: (path, content) => {
    const descriptor = openSync(path, 'w');
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
      for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
      // A rename may reach the disk before the text it names.
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  },
  rename: renameSync,
  remove: (path) => {
    rmSync(path, { recursive: true, force: true });
  },
};

const unfinished = '.unfinished-';

/**
 * @param folder absolute path of the content folder
 * Throws `CannotRun` where the document was changed after the act was planned, or where the disk fails.
 */
export function writeAct(planned: PlannedAct, folder: string, disk: Disk = realDisk): void {
  const root = dirname(folder);
  const at = (path: string): string => join(root, path);
  const target = at(planned.file);
  orCannotRun(`Cannot record the act on ${planned.request.id}`, () => {
    if (hash('sha256', readFileSync(target)) !== planned.digest)
      throw new CannotRun(
        `${planned.file} was changed while the act was prepared. Look at it and run the act again.`,
      );
    clean(planned, folder, at, disk);
    if (planned.copy !== undefined) writeCopy(planned.copy, at, disk);
    const temporary = temporaryFile(target);
    disk.writeFile(temporary, planned.text);
    disk.rename(temporary, target);
  });
}

const temporaryFile = (target: string): string =>
  join(dirname(target), `${unfinished}${target.slice(dirname(target).length + 1)}`);

/** What interrupted acts on this document left behind. */
function clean(planned: PlannedAct, folder: string, at: (path: string) => string, disk: Disk): void {
  for (const path of planned.leftovers) disk.remove(at(path));
  const archive = join(folder, 'archive', planned.request.id);
  if (existsSync(archive))
    for (const name of readdirSync(archive))
      if (name.startsWith(unfinished)) disk.remove(join(archive, name));
  const temporary = temporaryFile(at(planned.file));
  if (existsSync(temporary)) disk.remove(temporary);
}

function writeCopy(copy: NonNullable<PlannedAct['copy']>, at: (path: string) => string, disk: Disk): void {
  const target = at(copy.folder);
  const temporary = join(dirname(target), unfinished + target.slice(dirname(target).length + 1));
  if (existsSync(target))
    throw new CannotRun(`${copy.folder} exists already, expected no frozen copy of this version.`);
  for (const file of copy.files) {
    const path = join(temporary, file.path.slice(copy.folder.length));
    disk.makeFolder(dirname(path));
    disk.writeFile(path, 'text' in file ? file.text : readFileSync(at(file.from)));
  }
  disk.rename(temporary, target);
}
