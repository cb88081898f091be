/** The title, the levels of the headings, and the addresses that other generators gave them. */
import GithubSlugger from 'github-slugger';
import type { Heading, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Note } from './import-model.ts';
import { anchorOf } from './import-nodes.ts';
import { plainText } from './inline-content.ts';

export interface FixedHeadings {
  readonly title: string;
  /** Every address the original page may have had, to the index of its heading; -1 for the top of the page. */
  readonly anchors: ReadonlyMap<string, number>;
}

/** Changes `tree` in place: its headings then begin at level 2 and skip none. */
export function fixHeadings(tree: Root, given: string | undefined, path: string, note: Note): FixedHeadings {
  const originals = headingsOf(tree);
  const old = oldAnchors(originals);
  const first = originals[0];
  const leads = first !== undefined && tree.children.indexOf(first) === firstBlock(tree);
  // The only heading of the first level, on top: readers knew the page by it. The front matter then often holds
  // a short label for menus ("Overview"), which says nothing in a register.
  const shown =
    leads && first.depth === 1 && originals.filter(({ depth }) => depth === 1).length === 1
      ? plainText(first.children)
      : '';
  const title = shown !== '' ? shown : (given ?? titleFrom(originals) ?? titleFromPath(path));
  if (leads && isTitle(first, title)) tree.children.splice(tree.children.indexOf(first), 1);
  if (given !== undefined && folded(given) !== folded(title)) {
    note(
      'changed',
      first?.position?.start.line,
      `the title is that of the first heading; the front matter said \`${given}\``,
    );
  }
  dropEmpty(tree, note);
  dropSecondIds(tree, note);
  const headings = headingsOf(tree);
  fixLevels(headings, note);

  const indexOf = (heading: Heading): number => headings.indexOf(heading);
  const anchors = new Map<string, number>();
  for (const [heading, names] of old)
    for (const name of names) if (!anchors.has(name)) anchors.set(name, indexOf(heading));
  for (const [name, index] of placedAnchors(tree, headings)) anchors.set(name, index);
  return { title, anchors };
}

export function headingsOf(tree: Root): Heading[] {
  const headings: Heading[] = [];
  visit(tree, 'heading', (node) => {
    headings.push(node);
  });
  return headings;
}

const titleFrom = (headings: readonly Heading[]): string | undefined => {
  const top = headings.find((heading) => heading.depth === 1);
  const text = top === undefined ? '' : plainText(top.children);
  return text === '' ? undefined : text;
};

function titleFromPath(path: string): string {
  const parts = path.replace(/\.\w+$/, '').split('/');
  const name = /^(?:readme|index|_index)$/i.test(parts.at(-1) ?? '')
    ? (parts.at(-2) ?? 'Start page')
    : (parts.at(-1) ?? path);
  const words = name.replaceAll(/[-_]+/g, ' ').trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

const firstBlock = (tree: Root): number =>
  tree.children.findIndex((node) => node.type !== 'mdxFlowExpression');
const folded = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const isTitle = (heading: Heading, title: string): boolean =>
  folded(title) !== '' && folded(plainText(heading.children)) === folded(title);

function dropEmpty(tree: Root, note: Note): void {
  visit(tree, 'heading', (node, index, parent) => {
    if (parent === undefined || index === undefined || plainText(node.children) !== '') return;
    if (node.children.some((child) => child.type === 'image')) return;
    note('changed', node.position?.start.line, 'an empty heading was left out');
    parent.children.splice(index, 1);
    return index;
  });
}

/** An id stands once in a document: the first heading keeps it. */
function dropSecondIds(tree: Root, note: Note): void {
  const seen = new Set<string>();
  for (const heading of headingsOf(tree)) {
    heading.children = heading.children.filter((child) => {
      const id = child.type === 'mdxTextExpression' && child.value.startsWith('#') ? child.value : undefined;
      if (id === undefined || !seen.has(id)) return id === undefined || seen.add(id);
      note(
        'decide',
        heading.position?.start.line,
        `the id \`${id}\` stood at two headings; the first keeps it`,
      );
      return false;
    });
  }
}

/** Levels from 2, each at most one below the one before. Several titles in one file become its sections. */
function fixLevels(headings: readonly Heading[], note: Note): void {
  const shift = 2 - Math.min(...headings.map((heading) => heading.depth), 2);
  /** Depth as written and as given of the headings that hold the current one. */
  const open: { written: number; given: number }[] = [];
  let moved = 0;
  for (const heading of headings) {
    const written = heading.depth + shift;
    while (open.length > 0 && (open.at(-1)?.written ?? 0) >= written) open.pop();
    const given = Math.min(6, (open.at(-1)?.given ?? 1) + 1);
    open.push({ written, given });
    if (given !== heading.depth) moved++;
    heading.depth = given as Heading['depth'];
  }
  if (moved > 0)
    note(
      'changed',
      headings[0]?.position?.start.line,
      `${moved} ${moved === 1 ? 'heading' : 'headings'} moved to the level that follows from the one above`,
    );
}

/** Addresses as GitHub, Python-Markdown (MkDocs) and GitBook make them, and those the author wrote. */
function oldAnchors(headings: readonly Heading[]): Map<Heading, string[]> {
  const github = new GithubSlugger();
  const seen = new Map<string, number>();
  return new Map(
    headings.map((heading) => {
      const text = plainText(heading.children);
      const slug = github.slug(text);
      const plain = pythonSlug(text);
      const times = seen.get(plain) ?? 0;
      seen.set(plain, times + 1);
      return [heading, [slug, times === 0 ? plain : `${plain}_${times}`, gitbookSlug(text)]];
    }),
  );
}

const ascii = (text: string): string => text.normalize('NFKD').replaceAll(/[^\p{ASCII}]/gu, '');
const pythonSlug = (text: string): string =>
  ascii(text)
    .replaceAll(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[-\s]+/g, '-');
const gitbookSlug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');

/** Addresses that stand in the text: within a heading they mean it, before one the next, else the one above. */
function placedAnchors(tree: Root, headings: readonly Heading[]): Map<string, number> {
  const placed = new Map<string, number>();
  const waiting: string[] = [];
  let current = -1;
  visit(tree, (node) => {
    if (node.type === 'heading') {
      current = headings.indexOf(node);
      for (const name of waiting.splice(0)) placed.set(name, current);
    }
    const name =
      anchorOf(node) ?? (node.type === 'mdxTextExpression' ? /^#(.+)$/.exec(node.value)?.[1] : undefined);
    if (name !== undefined) {
      placed.set(name, current);
      return;
    }
    if (
      node.type === 'paragraph' &&
      node.children.length > 0 &&
      node.children.every(
        (child) => anchorOf(child) !== undefined || (child.type === 'text' && child.value.trim() === ''),
      )
    ) {
      // Alone in its paragraph: it was put there for what comes next.
      const next = tree.children[tree.children.indexOf(node) + 1];
      if (next?.type === 'heading')
        waiting.push(...node.children.map((child) => anchorOf(child)).filter((one) => one !== undefined));
    }
  });
  return placed;
}
