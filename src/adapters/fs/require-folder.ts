import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { CannotRun } from './system-error.ts';

/** The absolute path of the content folder. Throws `CannotRun` where there is none. */
export function requireFolder(asGiven: string): string {
  const folder = resolve(asGiven);
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) {
    throw new CannotRun(
      `The content folder ${asGiven} does not exist. Run eoms in the folder that holds it, or name it with --content DIR.`,
    );
  }
  if (!found.isDirectory()) throw new CannotRun(`${asGiven} is not a folder, expected the content folder.`);
  return folder;
}
