/**
 * Reads what the files to fill in say about themselves: id and version in properties and text.
 *
 * They come from many hands, like the documents: whatever they hold ends in data, never in an exception, and
 * with bounded work. Files that no form names are listed and not opened.
 */
import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { endingOf, type FormFile, formsFolder } from '../../core/model/form-file.ts';
import { orCannotRun, systemCode } from '../fs/system-error.ts';
import type { PublicFiles } from '../links/public-files.ts';
import { readOfficeFile } from './read-office-file.ts';
import { PdfReader } from './pdf-reader.ts';

/** A form larger than this is not opened. In bytes. */
export const largestForm = 20_000_000;

const prefix = formsFolder.slice(formsFolder.indexOf('/') + 1);
type Read = Pick<FormFile, 'says' | 'unreadable'>;
/** By digest: `eoms dev` asks after every keystroke. */
const known = new Map<string, Read>();

/** @param named values of `file` in the front matter of forms */
export async function readFormFiles(
  { folder, paths }: Pick<PublicFiles, 'folder' | 'paths'>,
  named: ReadonlySet<string>,
): Promise<FormFile[]> {
  const pdf = new PdfReader();
  try {
    const files: FormFile[] = [];
    for (const path of paths) {
      if (!path.startsWith(prefix)) continue;
      const file = await readFormFile(
        join(folder, path),
        path.slice(prefix.length).normalize('NFC'),
        named,
        pdf,
      );
      if (file !== undefined) files.push(file);
    }
    return files;
  } finally {
    await pdf.stop();
  }
}

async function readFormFile(
  file: string,
  path: string,
  named: ReadonlySet<string>,
  pdf: PdfReader,
): Promise<FormFile | undefined> {
  const found = readIfThere(file, named.has(path));
  if (found === undefined) return undefined;
  const { size, bytes } = found;
  if (bytes === undefined) {
    const isTooLarge = named.has(path);
    return {
      path,
      size,
      digest: undefined,
      ...(isTooLarge
        ? { unreadable: `it has ${Math.ceil(size / 1_000_000)} MB, of at most ${largestForm / 1_000_000}` }
        : {}),
    };
  }
  const digest = hash('sha256', bytes);
  const before = known.get(digest);
  const read = before ?? (await readContent(bytes, endingOf(path), pdf));
  if (before === undefined) known.set(digest, read);
  return { path, size, digest, ...read };
}

async function readContent(bytes: Uint8Array, ending: string, pdf: PdfReader): Promise<Read> {
  if (ending === 'docx' || ending === 'xlsx') return readOfficeFile(bytes, ending);
  if (ending === 'pdf') return await pdf.read(bytes);
  return {};
}

function readIfThere(file: string, open: boolean): { size: number; bytes?: Uint8Array } | undefined {
  return orCannotRun(`Cannot read ${file}`, () => {
    try {
      const { size } = statSync(file);
      return open && size <= largestForm ? { size, bytes: readFileSync(file) } : { size };
    } catch (error) {
      // Gone since the folder was listed.
      if (systemCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  });
}
