/** Looks into the SVG files of the manual: they are published as they are, and can hold programs. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findPictureFaults } from '../../core/links/find-picture-faults.ts';
import type { Finding } from '../../core/model/finding.ts';
import { wholeFile } from '../../core/model/place.ts';
import { decodeText } from '../fs/decode-text.ts';
import { systemCode } from '../fs/system-error.ts';

/** A drawing larger than this is better a PNG. In bytes. */
const largestPicture = 4_000_000;

/**
 * @param folder the absolute path that `paths` are seen from
 * @param paths as findings show them
 */
export function findUnsafePictures(folder: string, paths: readonly string[]): Finding[] {
  return paths.flatMap((path) => (/\.svg$/i.test(path) ? checkPicture(join(folder, path), path) : []));
}

function checkPicture(file: string, shown: string): Finding[] {
  let bytes: Uint8Array;
  try {
    const { size } = statSync(file);
    if (size > largestPicture)
      return [
        {
          rule: 'file-too-large',
          severity: 'error',
          place: wholeFile(shown),
          message: `Unexpected size of ${Math.ceil(size / 1_000_000)} MB, expected at most ${largestPicture / 1_000_000} MB for a drawing`,
          hint: 'Save it as PNG, or simplify it.',
        },
      ];
    bytes = readFileSync(file);
  } catch (error) {
    // It went away after the folder was listed.
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
  const { text, findings } = decodeText(shown, bytes);
  return [...findings, ...findPictureFaults(text, shown)];
}
