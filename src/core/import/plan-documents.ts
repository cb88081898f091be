/** Where each file of the tree goes, its id and its type. The same input gives the same plan, and ids stay. */
import type { ImportableType, ImportOptions } from './import-model.ts';

export interface Plan {
  /** Path below the content folder by path in the tree, for texts and other files. */
  readonly paths: ReadonlyMap<string, string>;
  /** Id by path in the tree, for texts. */
  readonly ids: ReadonlyMap<string, string>;
}

/** Folders of the content folder that have a meaning of their own. */
const reserved = new Set(['registers', 'standards', 'archive']);

export function planDocuments({ sources, assets, ids, existingIds }: ImportOptions): Plan {
  const texts = sources.map(({ path }) => path).sort(compare);
  const paths = new Map<string, string>();
  const taken = new Set<string>(['manual.yaml']);
  const place = (source: string, wanted: string): void => {
    const path = firstFree(wanted, taken);
    taken.add(path.toLowerCase());
    paths.set(source, path);
  };
  for (const path of texts) place(path, plainPath(path).replace(/\.(?:md|mdx|markdown)$/i, '.mdx'));
  for (const path of [...assets].sort(compare)) place(path, plainPath(path));
  return { paths, ids: assignIds(texts, paths, ids, existingIds ?? new Map()) };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Letters and digits of any script, points, hyphens and underlines: names that need no encoding in a link. */
function plainPath(path: string): string {
  const parts = path.normalize('NFC').split('/');
  if (parts.length > 1 && reserved.has((parts[0] ?? '').toLowerCase()))
    parts[0] = `imported-${parts[0] ?? ''}`;
  return parts
    .map((part) => part.replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, '-').replace(/^[-.]+(?=.)/, ''))
    .join('/');
}

function firstFree(path: string, taken: ReadonlySet<string>): string {
  if (!taken.has(path.toLowerCase())) return path;
  const [, stem = path, ending = ''] = /^(.*?)(\.\w+)?$/.exec(path) ?? [];
  for (let number = 2; ; number++) {
    const candidate = `${stem}-${number}${ending}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

function assignIds(
  texts: readonly string[],
  paths: ReadonlyMap<string, string>,
  pattern: string,
  existing: ReadonlyMap<string, string>,
): Map<string, string> {
  const used = new Set(existing.values());
  const next = new Map<string, number>();
  const width = Math.max(3, String(texts.length).length);
  return new Map(
    texts.map((text) => {
      const known = existing.get(paths.get(text) ?? '');
      if (known !== undefined) return [text, known];
      const prefix = pattern === 'by-folder' ? folderPrefix(text) : pattern;
      for (let number = next.get(prefix) ?? 1; ; number++) {
        const id = `${prefix}-${String(number).padStart(width, '0')}`;
        if (used.has(id)) continue;
        used.add(id);
        next.set(prefix, number + 1);
        return [text, id];
      }
    }),
  );
}

/** `company-policies` gives `CP`, `security` gives `SEC`, the top of the tree `DOC`. */
function folderPrefix(path: string): string {
  const folder = path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
  const words = folder.toUpperCase().match(/[A-Z0-9]+/g) ?? [];
  const initials = words.map((word) => word.slice(0, 1)).join('');
  if (words.length === 0) return 'DOC';
  return words.length === 1 ? words.join('').slice(0, 3) : initials.slice(0, 4);
}

const types: readonly [ImportableType, RegExp][] = [
  ['policy', /\b(?:polic(?:y|ies)|code of conduct|charter|statement)\b/],
  ['form', /\b(?:forms?|checklists?|templates?)\b/],
  ['manual', /\b(?:manual|mission|values|culture|governance|organi[sz]ation|about)\b/],
  ['procedure', /\b(?:procedures?|process(?:es)?|plans?)\b/],
];

/** By the title, then by the path, its own name first. Anything else is a work instruction: how something is done. */
export function guessType(path: string, title: string): ImportableType {
  for (const text of [
    title,
    ...path
      .replace(/\.\w+$/, '')
      .split('/')
      .reverse(),
  ]) {
    const words = text.toLowerCase().replaceAll(/[-_]+/g, ' ');
    const type = types.find(([, pattern]) => pattern.test(words));
    if (type) return type[0];
  }
  return 'work-instruction';
}
