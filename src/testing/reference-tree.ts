/**
 * A document read twice: by the fast parser, and by the reference grammar (remark with GFM and MDX). Both trees
 * are written down a line a node, so that a difference can be read.
 */
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { LineIndex } from '../core/model/place.ts';
import { guardText } from '../core/parse/guard-text.ts';
import { type HastNode, parseToHast } from '../core/parse/hast.ts';
import { splitFrontMatter } from '../core/parse/split-front-matter.ts';

const reference = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMdx)
  .use(remarkRehype, { passThrough: ['mdxJsxFlowElement', 'mdxJsxTextElement'] });

/** The text that the parser is given: front matter, comments and everything refused blanked out. */
export function guardedText(file: string): string {
  const lines = new LineIndex(file);
  const bodyOffset = file.startsWith('---') ? splitFrontMatter(file, 'a.mdx', lines).bodyOffset : 0;
  return guardText(file, 'a.mdx', lines, bodyOffset).text;
}

/** The tree of the fast parser, or its complaint as one line. */
export function readFast(text: string): string[] {
  const parsed = parseToHast(text);
  return 'tree' in parsed ? describe(parsed.tree) : [`refused: ${parsed.message.split(' (')[0] ?? ''}`];
}

/** The same by the reference grammar, which knows no `{#id}` at the end of headings: they are read here. */
export function readReference(text: string): string[] {
  const ids = new Map<number, string>();
  const plain = text
    .split('\n')
    .map((line, index) => {
      const id = /\{#([^\s{}"'<>=`\\]+)\}[ \t]*\r?$/.exec(line);
      if (id === null) return line;
      ids.set(index + 1, id[1] ?? '');
      return line.slice(0, id.index) + line.slice(id.index).replaceAll(/[^\r]/g, ' ');
    })
    .join('\n');
  try {
    const tree = reference.runSync(reference.parse(plain)) as unknown as HastNode;
    return describe(tree, ids);
  } catch (cause) {
    return [`refused: ${(cause instanceof Error ? cause.message : String(cause)).split(' (')[0] ?? ''}`];
  }
}

interface Positioned extends HastNode {
  readonly position?: HastNode['position'] & {
    readonly start: { readonly offset: number; readonly line?: number };
    readonly end: { readonly offset: number; readonly line?: number };
  };
}

/** @param headingIds by line, for a tree that does not know them */
function describe(
  node: Positioned,
  headingIds?: ReadonlyMap<number, string>,
  depth = 0,
  out: string[] = [],
): string[] {
  const indent = '  '.repeat(depth);
  if (node.type === 'text') {
    // White space between blocks has no meaning in a page.
    if ((node.value ?? '').trim() !== '') out.push(indent + JSON.stringify(node.value));
    return out;
  }
  if (node.type !== 'root') out.push(indent + describeOne(node, headingIds));
  const deeper = node.type === 'root' ? depth : depth + 1;
  for (const child of node.children ?? []) describe(child, headingIds, deeper, out);
  return out;
}

function describeOne(node: Positioned, headingIds: ReadonlyMap<number, string> | undefined): string {
  const properties: Record<string, unknown> = { ...node.properties };
  if (headingIds !== undefined && /^h[1-6]$/.test(node.tagName ?? ''))
    for (let line = node.position?.start.line ?? 1; line <= (node.position?.end.line ?? 0); line++)
      properties['id'] ??= headingIds.get(line);
  // One writes the alignment of a cell as style, the other as attribute.
  const align = /^text-align: *(\w+)$/.exec(
    typeof properties['style'] === 'string' ? properties['style'] : '',
  );
  if (align !== null) {
    delete properties['style'];
    properties['align'] = align[1];
  }
  const written = Object.entries(properties)
    .filter(([, value]) => value !== undefined && value !== null && value !== false && value !== '')
    .map(([key, value]) => ` ${key}=${JSON.stringify(value)}`)
    .sort();
  return `<${node.tagName ?? `${node.type} ${node.name ?? ''}`}${written.join('')}>`;
}
