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
import { basename, join, resolve } from 'node:path';
import type { Finding } from '../../core/model/finding.ts';
import { wholeFile, type SourceFile } from '../../core/model/place.ts';
import { decodeText } from './decode-text.ts';
import { listFiles } from './list-files.ts';
import { CannotRun, orCannotRun, systemCode } from './system-error.ts';

/** A file larger than this is no text a person wrote; the parsers are not asked to read it. In bytes. */
export const largestFile = 2_000_000;

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

/** Reads everything below `content`. Throws `CannotRun` where the folder is missing or the disk fails. */
export function readManual(content: string): ManualFiles {
  const folder = resolve(content);
  requireFolder(folder, content);
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
  for (const path of listing.files) {
    const shown = `${contentFolder}/${path}`;
    const kind = kindOf(path);
    if (kind === 'asset') assets.push(shown);
    else if (kind === 'unexpected') findings.push(unexpected(shown));
    else {
      const file = readTextFile(join(folder, path), shown, findings);
      if (file?.complete === true) read[kind].push(file.source);
      else if (file !== undefined && kind === 'document') read.unread.push(file.source);
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

function requireFolder(folder: string, asGiven: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) {
    throw new CannotRun(
      `The content folder ${asGiven} does not exist. Run eoms in the folder that holds it, or name it with --content DIR.`,
    );
  }
  if (!found.isDirectory()) throw new CannotRun(`${asGiven} is not a folder, expected the content folder.`);
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

const unreadable = (shown: string, kind: string): Finding => ({
  rule: 'unreadable-file',
  severity: 'error',
  place: wholeFile(shown),
  message: `Unexpected ${kind} \`${basename(shown)}\`, expected a regular file`,
  hint: 'Nothing outside the content folder is read. Put the file itself in this place, or remove the entry.',
});

// A link, pipe or device put in the file's place after the folder was listed must neither lead out nor block.
// Windows has neither constant; undefined counts as 0 here.
const openFlags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

function readTextFile(
  path: string,
  shown: string,
  findings: Finding[],
): { source: DigestedFile; complete: boolean } | undefined {
  const bytes = readBytes(path, shown, findings);
  if (bytes === undefined) return undefined;
  const digest = hash('sha256', bytes.content);
  if (bytes.size > largestFile) {
    findings.push({
      rule: 'file-too-large',
      severity: 'error',
      place: wholeFile(shown),
      message: `Unexpected size of ${Math.ceil(bytes.size / 1_000_000)} MB, expected at most ${largestFile / 1_000_000} MB of text`,
      hint: 'Divide the document into several, and keep pictures and tables of data in files of their own.',
    });
    return { source: { path: shown, text: decodeText(shown, bytes.content).text, digest }, complete: false };
  }
  const { text, findings: faults } = decodeText(shown, bytes.content);
  findings.push(...faults);
  return { source: { path: shown, text, digest }, complete: true };
}

/** All bytes of a file, or the first few where it is too large. Undefined where it is not there to be read. */
function readBytes(
  path: string,
  shown: string,
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
      const wanted = status.size > largestFile ? 16_384 : status.size;
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
