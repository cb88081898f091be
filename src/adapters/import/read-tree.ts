/** Reads a tree of Markdown files as it stands, whatever it was written for. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { ImportNote, ImportSource } from '../../core/import/import-model.ts';
import { decodeText } from '../fs/decode-text.ts';
import { listFiles } from '../fs/list-files.ts';
import { CannotRun, orCannotRun } from '../fs/system-error.ts';

export interface MarkdownTree {
  readonly sources: readonly ImportSource[];
  /** Paths of all other files. */
  readonly assets: readonly string[];
  /** Navigation files of other tools, and what is neither file nor folder. */
  readonly skipped: readonly string[];
  /** What was odd about the bytes of a file. */
  readonly notes: readonly ImportNote[];
}

const navigation = /(?:^|\/)(?:SUMMARY|_sidebar|_navbar|_toc|_coverpage)\.md$/;

/** @param except a folder that is not entered, for a content folder within the tree */
export function readTree(folder: string, except: string): MarkdownTree {
  const root = resolve(folder);
  if (!existsSync(root) || !statSync(root).isDirectory())
    throw new CannotRun(`Cannot import ${folder}: there is no such folder`);
  const away = resolve(except);
  const isSkipped = (path: string): boolean => {
    const name = path.split('/').at(-1) ?? path;
    const full = join(root, path);
    return name.startsWith('.') || name === 'node_modules' || full === away || full.startsWith(away + sep);
  };
  const { files, others } = listFiles(root, isSkipped);
  const sources: ImportSource[] = [];
  const assets: string[] = [];
  const skipped = others.map(({ path, kind }) => `${path} (${kind})`);
  const notes: ImportNote[] = [];
  for (const path of files) {
    if (navigation.test(path)) skipped.push(path);
    else if (/\.(?:md|mdx|markdown)$/i.test(path)) {
      const bytes = orCannotRun(`Cannot read ${join(folder, path)}`, () => readFileSync(join(root, path)));
      const { text, findings } = decodeText(path, bytes);
      for (const { place, message } of findings) {
        notes.push({
          file: path,
          line: place.kind === 'span' ? place.start.line : undefined,
          kind: 'decide',
          message,
        });
      }
      sources.push({ path, text });
    } else assets.push(path);
  }
  return { sources, assets, skipped, notes };
}
