/** Writes what was imported. A file that exists is left as it is unless `force` says otherwise. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ImportResult } from '../../core/import/import-model.ts';
import { parseDocument } from '../../core/parse/parse-document.ts';
import { listFiles } from '../fs/list-files.ts';
import { orCannotRun } from '../fs/system-error.ts';

/** A file to write: its path below the content folder, and its text or the file it is copied from. */
export interface Output {
  readonly path: string;
  readonly text?: string;
  readonly copyOf?: string;
}

/** All files of an import, settings and registers first. */
export function outputsOf(result: ImportResult, from: string, starter: readonly Output[]): Output[] {
  return [
    ...starter,
    ...result.documents.map(({ path, text }) => ({ path, text })),
    ...result.copies.map(({ from: source, to }) => ({ path: to, copyOf: join(resolve(from), source) })),
  ];
}

/** Paths below `content` that hold something else already. */
export function findConflicts(content: string, outputs: readonly Output[]): string[] {
  return outputs
    .filter((output) => {
      const file = join(content, output.path);
      if (!existsSync(file)) return false;
      const wanted =
        output.copyOf === undefined ? Buffer.from(output.text ?? '') : readFileSync(output.copyOf);
      return !readFileSync(file).equals(wanted);
    })
    .map(({ path }) => path);
}

/** Writes all outputs but those whose path is in `left`. */
export function writeOutputs(content: string, outputs: readonly Output[], left: ReadonlySet<string>): void {
  for (const { path, text, copyOf } of outputs) {
    if (left.has(path)) continue;
    const file = join(content, path);
    orCannotRun(`Cannot write ${file}`, () => {
      mkdirSync(dirname(file), { recursive: true });
      if (copyOf === undefined) writeFileSync(file, text ?? '');
      else copyFileSync(copyOf, file);
    });
  }
}

/** Ids of the documents that exist, by path below the content folder. */
export function readExistingIds(content: string): Map<string, string> {
  const ids = new Map<string, string>();
  if (!existsSync(content)) return ids;
  for (const path of listFiles(content, (one) => one.split('/').at(-1)?.startsWith('.') === true).files) {
    if (!path.endsWith('.mdx')) continue;
    const { id } = parseDocument({ path, text: readFileSync(join(content, path), 'utf8'), digest: '' });
    if (id !== undefined) ids.set(path, id);
  }
  return ids;
}
