/** Looks through every byte of a site for names that may not stand in it, compressed files included. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { listFiles } from '../fs/list-files.ts';

export interface FoundName {
  readonly name: string;
  /** From the folder of the site. */
  readonly file: string;
}

/** Each name once a file, sorted by file. Names are found as whole words, in their letter case or any other. */
export function findNames(folder: string, names: readonly string[]): FoundName[] {
  if (names.length === 0) return [];
  const wanted = new Map(names.map((name) => [name.normalize('NFC').toLowerCase(), name]));
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${[...wanted.keys()]
      .sort((a, b) => b.length - a.length)
      .map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`))
      .join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  // The guide is the tool's own text, the same in every site: the ids in it are examples.
  return listFiles(folder, (path) => path === 'guide').files.flatMap((file) => {
    const found = new Set<string>();
    for (const text of [file, ...readTexts(join(folder, file))])
      for (const [match] of plain(text).matchAll(pattern)) found.add(wanted.get(match) ?? match);
    return [...found].sort().map((name) => ({ name, file }));
  });
}

/** As a reader would see it: entities and percent signs read, one letter case. */
function plain(text: string): string {
  return text
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll(/%[0-9a-f]{2}(?:%[0-9a-f]{2})*/gi, (written) => {
      try {
        return decodeURIComponent(written);
      } catch {
        return written;
      }
    })
    .normalize('NFC')
    .toLowerCase();
}

function readTexts(path: string): string[] {
  const bytes = readFileSync(path);
  const texts = [bytes.toString('utf8')];
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) texts.push(gunzipSync(bytes).toString('utf8'));
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    for (const part of Object.values(unzipSync(bytes))) texts.push(Buffer.from(part).toString('utf8'));
  return texts;
}
