/** The one place that reads content. What cannot be read as text is a finding; a failing disk ends the run. */
import { hash } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readSync,
  readdirSync,
  readFileSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import type { Finding } from '../../core/model/finding.ts';
import { findUnportable } from '../../core/model/portable-name.ts';
import { wholeFile, type SourceFile } from '../../core/model/place.ts';
import { decodeText } from './decode-text.ts';
import { listFiles } from './list-files.ts';
import { headOfText, readingLimits } from './reading-limits.ts';
import { requireFolder } from './require-folder.ts';
import { orCannotRun, systemCode } from './system-error.ts';

export interface DigestedFile extends SourceFile {
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly digest: string;
}

export interface ManualFiles {
  /** Absolute path of the content folder. */
  readonly folder: string;
  /** Its name, with which all paths begin. */
  readonly contentFolder: string;
  readonly documents: readonly DigestedFile[];
  /** Documents that are known to be there but too large to be read; `text` holds their first lines. */
  readonly unread: readonly DigestedFile[];
  readonly settings?: DigestedFile | undefined;
  readonly registers: readonly DigestedFile[];
  /** Built in first, then the institution's own. */
  readonly standards: readonly DigestedFile[];
  /** JSON files beside `manual.yaml`, such as a coverage baseline. */
  readonly data: readonly DigestedFile[];
  /** Other files: pictures and the like. Their content is not read. */
  readonly assets: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Reads everything below `content`. Throws `CannotRun` where the folder is missing or the disk fails.
 * @param limits tests bring smaller ones
 */
export function readManual(
  content: string,
  limits: Readonly<Record<keyof typeof readingLimits, number>> = readingLimits,
): ManualFiles {
  const folder = requireFolder(content);
  const contentFolder = basename(folder);
  const listing = listFiles(folder, isSkipped);
  const findings: Finding[] = listing.others.map(({ path, kind }) =>
    unreadable(`${contentFolder}/${path}`, kind),
  );
  const read: Record<Exclude<Kind, 'asset' | 'unexpected'> | 'unread', DigestedFile[]> = {
    document: [],
    unread: [],
    settings: [],
    register: [],
    standard: [],
    data: [],
  };
  const assets: string[] = [];
  const names = new Map<string, string>();
  let left = limits.texts;
  for (const [index, path] of listing.files.entries()) {
    const shown = `${contentFolder}/${path}`;
    if (index === limits.files) {
      findings.push(tooManyFiles(shown, listing.files.length, limits.files));
      break;
    }
    findings.push(...unportable(shown, path), ...twin(shown, names));
    const kind = kindOf(path);
    if (kind === 'asset') {
      if (isSmall(join(folder, path), shown, limits.otherFile, findings)) assets.push(shown);
    } else if (kind === 'unexpected') findings.push(unexpected(shown));
    else {
      const file = readTextFile(join(folder, path), shown, Math.min(limits.textFile, left), findings);
      if (file === undefined) continue;
      if (file.complete) {
        left -= file.size;
        read[kind].push(file.source);
        continue;
      }
      if (file.size > limits.textFile) findings.push(tooLarge(shown, file.size, limits.textFile, 'of text'));
      else if (left >= 0) {
        findings.push(tooMuchText(shown, limits.texts));
        left = -1;
      }
      if (kind === 'document') read.unread.push(file.source);
    }
  }
  return {
    folder,
    contentFolder,
    documents: read.document,
    unread: read.unread,
    settings: read.settings[0],
    registers: read.register,
    standards: [...readBuiltInStandards(), ...read.standard],
    data: read.data,
    assets,
    findings,
  };
}

/** Names beginning with a dot, installed packages, and the frozen copies, which are read by their own reader. */
const isSkipped = (path: string): boolean =>
  path === 'archive' || /(?:^|\/)(?:\.[^/]*|node_modules)$/.test(path);

type Kind = 'document' | 'settings' | 'register' | 'standard' | 'data' | 'asset' | 'unexpected';

function kindOf(path: string): Kind {
  if (path === 'manual.yaml') return 'settings';
  if (/^registers\/[^/]+\.yaml$/.test(path)) return 'register';
  if (/^standards\/[^/]+\.yaml$/.test(path)) return 'standard';
  if (/^[^/]+\.json$/.test(path)) return 'data';
  if (path.endsWith('.mdx')) return 'document';
  return /\.(?:mdx|md|markdown|ya?ml)$/i.test(path) ? 'unexpected' : 'asset';
}

function unexpected(shown: string): Finding {
  const name = basename(shown);
  const renamed = name.replace(/\.(?:mdx|md|markdown)$/i, '.mdx').replace(/\.ya?ml$/i, '.yaml');
  const isYaml = renamed.endsWith('.yaml');
  const expected = isYaml
    ? 'expected YAML only as manual.yaml, registers/….yaml or standards/….yaml'
    : 'expected a document with the ending .mdx';
  const hint =
    renamed === name
      ? 'It is not read. Move it to registers/ or standards/, or out of the content folder.'
      : `It is not read. Rename it to \`${renamed}\`, or move it out of the content folder.`;
  return {
    rule: 'unexpected-file',
    severity: 'warning',
    place: wholeFile(shown),
    message: `Unexpected file \`${name}\`, ${expected}`,
    hint,
  };
}

/** What stands in the place of a file and is none. */
export const unreadable = (shown: string, kind: string, expected = 'regular file'): Finding => ({
  rule: 'unreadable-file',
  severity: 'error',
  place: wholeFile(shown),
  message: `Unexpected ${kind} \`${basename(shown)}\`, expected a ${expected}`,
  hint: 'Nothing outside the content folder is read. Put the file itself in this place, or remove the entry.',
});

function tooLarge(shown: string, size: number, most: number, what: string): Finding {
  return {
    rule: 'file-too-large',
    severity: 'error',
    place: wholeFile(shown),
    message: `Unexpected size of ${Math.ceil(size / 1_000_000)} MB, expected at most ${most / 1_000_000} MB ${what}`,
    hint: 'Divide the document into several, and keep pictures and tables of data in files of their own.',
  };
}

const tooMuchText = (shown: string, most: number): Finding => ({
  rule: 'manual-too-large',
  severity: 'error',
  place: wholeFile(shown),
  message: `Unexpected text beyond ${most / 1_000_000} MB in all files together, expected less in one manual`,
  hint: 'This file and the following ones are not read. Look for a file that is no document, or divide the manual.',
});

const tooManyFiles = (shown: string, found: number, most: number): Finding => ({
  rule: 'manual-too-large',
  severity: 'error',
  place: wholeFile(shown),
  message: `Unexpected number of ${found} files, expected at most ${most} in one manual`,
  hint: 'This file and the following ones are not read. Look for a folder that does not belong here.',
});

/** @param path below a folder that is known to be there, so that its own name is right */
export function unportable(shown: string, path: string): Finding[] {
  const found = findUnportable(path);
  if (found === undefined) return [];
  return [
    {
      rule: 'unportable-name',
      severity: 'error',
      place: wholeFile(shown),
      message: `Unexpected name \`${found.name}\`, expected one that every system can hold`,
      hint: `Rename it: ${found.why}.`,
    },
  ];
}

/** Two files that many disks take for one: the second to be checked out overwrites the first. */
function twin(shown: string, names: Map<string, string>): Finding[] {
  const folded = shown.normalize('NFC').toLowerCase();
  const first = names.get(folded);
  if (first === undefined) {
    names.set(folded, shown);
    return [];
  }
  return [
    {
      rule: 'unportable-name',
      severity: 'error',
      place: wholeFile(shown),
      message: `Unexpected second file \`${basename(shown)}\`: to Windows and macOS its name is that of \`${basename(first)}\``,
      hint: 'Rename one of them: names that differ by letter case or the form of accents alone are one name there.',
      related: [{ place: wholeFile(first), message: 'the other stands here' }],
    },
  ];
}

/** Whether a file that is published as it is may be; a finding says why not. */
export function isSmall(path: string, shown: string, most: number, findings: Finding[]): boolean {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= most) return true;
  findings.push({
    ...tooLarge(shown, size, most, 'for a file to look at or to take away'),
    hint: 'Make it smaller, or publish it elsewhere and link to it.',
  });
  return false;
}

// A link, pipe or device put in the file's place after the folder was listed must neither lead out nor block.
// Windows has neither constant; undefined counts as 0 here.
const openFlags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Complete where the file has at most `most` bytes; else its first lines. */
function readTextFile(
  path: string,
  shown: string,
  most: number,
  findings: Finding[],
): { source: DigestedFile; complete: boolean; size: number } | undefined {
  const bytes = readBytes(path, shown, most, findings);
  if (bytes === undefined) return undefined;
  const { size } = bytes;
  const digest = hash('sha256', bytes.content);
  if (size > most) {
    const { text } = decodeText(shown, bytes.content);
    return { source: { path: shown, text, digest }, complete: false, size };
  }
  const { text, findings: faults } = decodeText(shown, bytes.content);
  findings.push(...faults);
  return { source: { path: shown, text, digest }, complete: true, size };
}

/** All bytes of a file, or the first few where it is too large. Undefined where it is not there to be read. */
function readBytes(
  path: string,
  shown: string,
  most: number,
  findings: Finding[],
): { content: Uint8Array; size: number } | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(path, openFlags);
  } catch (error) {
    // The file went away after the folder was listed, or its name is not text and cannot be asked for.
    if (systemCode(error) === 'ENOENT' && !shown.includes('\uFFFD')) return undefined;
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ELOOP') {
      findings.push(
        unreadable(shown, systemCode(error) === 'ELOOP' ? 'symbolic link' : 'file name that is not text,'),
      );
      return undefined;
    }
    return orCannotRun(`Cannot read ${shown}`, () => {
      throw error;
    });
  }
  return orCannotRun(`Cannot read ${shown}`, () => {
    try {
      const status = fstatSync(descriptor);
      if (!status.isFile()) {
        findings.push(unreadable(shown, 'device'));
        return undefined;
      }
      const wanted = status.size > most ? Math.min(headOfText, status.size) : status.size;
      return { content: readFully(descriptor, wanted), size: status.size };
    } finally {
      closeSync(descriptor);
    }
  });
}

function readFully(descriptor: number, size: number): Uint8Array {
  const buffer = Buffer.allocUnsafe(size);
  let filled = 0;
  while (filled < size) {
    const read = readSync(descriptor, buffer, filled, size - filled, filled);
    if (read === 0) break;
    filled += read;
  }
  return buffer.subarray(0, filled);
}

const builtInFolder = new URL('../../../schemas/standards/', import.meta.url);

/** The standards that come with the tool. */
export function readBuiltInStandards(): DigestedFile[] {
  return orCannotRun('Cannot read the standards that come with the tool', () =>
    readdirSync(builtInFolder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => {
        const bytes = readFileSync(new URL(name, builtInFolder));
        return {
          path: `schemas/standards/${name}`,
          text: bytes.toString('utf8'),
          digest: hash('sha256', bytes),
        };
      }),
  );
}
