/** Reads the frozen copies, and the digests that tell whether a picture is still the one that was approved. */
import { hash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ArchivedFile } from '../../core/model/control.ts';
import type { Finding } from '../../core/model/finding.ts';
import { wholeFile } from '../../core/model/place.ts';
import { decodeText } from './decode-text.ts';
import { listFiles } from './list-files.ts';
import { isSmall, unreadable } from './read-manual.ts';
import { readingLimits } from './reading-limits.ts';
import { orCannotRun, systemCode } from './system-error.ts';

export const archiveName = 'archive';

export interface ReadArchive {
  readonly files: readonly ArchivedFile[];
  readonly findings: readonly Finding[];
}

/** @param folder absolute path of the content folder. A manual without an archive has an empty one. */
export function readArchive(folder: string): ReadArchive {
  const archive = join(folder, archiveName);
  const shown = `${basename(folder)}/${archiveName}`;
  const found = lstatSync(archive, { throwIfNoEntry: false });
  if (found?.isSymbolicLink() === true)
    return { files: [], findings: [unreadable(shown, 'symbolic link', 'folder')] };
  if (found?.isDirectory() !== true) return { files: [], findings: [] };
  const listing = listFiles(archive, isHidden);
  const findings: Finding[] = listing.others.map(({ path, kind }) => ({
    rule: 'unreadable-file',
    severity: 'error',
    place: wholeFile(`${shown}/${path}`),
    message: `Unexpected ${kind} \`${basename(path)}\`, expected a regular file`,
    hint: 'The archive holds frozen copies alone, written by the acts.',
  }));
  const files = listing.files.flatMap((path): ArchivedFile[] => {
    if (!isSmall(join(archive, path), `${shown}/${path}`, readingLimits.otherFile, findings)) return [];
    const bytes = readIfThere(join(archive, path));
    if (bytes === undefined) return [];
    const file = { path: `${shown}/${path}`, digest: hash('sha256', bytes) };
    if (!/\.(?:mdx|ya?ml)$/.test(path) || bytes.length > readingLimits.textFile) return [file];
    return [{ ...file, text: decodeText(file.path, bytes).text }];
  });
  return { files, findings };
}

/** Unfinished copies lie under a name that begins with a dot. */
const isHidden = (path: string): boolean => /(?:^|\/)\.[^/]*$/.test(path);

/**
 * SHA-256 of each file, hexadecimal.
 * @param paths with the name of the content folder at their beginning
 */
export function digestFiles(folder: string, paths: readonly string[]): Map<string, string> {
  return new Map(
    paths.flatMap((path) => {
      const bytes = readIfThere(join(dirname(folder), path));
      return bytes === undefined ? [] : [[path.normalize('NFC'), hash('sha256', bytes)] as const];
    }),
  );
}

/** SHA-256 of a text as UTF-8, hexadecimal. */
export const hashText = (text: string): string => hash('sha256', text, 'hex');

function readIfThere(path: string): Buffer | undefined {
  return orCannotRun(`Cannot read ${path}`, () => {
    try {
      return readFileSync(path);
    } catch (error) {
      // Gone since the folder was listed.
      if (systemCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  });
}
