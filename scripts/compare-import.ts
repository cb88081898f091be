/**
 * Holds an import against its original, word by word: `node scripts/compare-import.ts DIR CONTENT`.
 *
 * The original is rendered by the reference stack (remark, raw HTML included), the import by the product's own
 * core. Prints the words that only one of the two has, and blocks whose number differs, file by file, and exits 1
 * when a text lost a word. Icons and attribute lists of MkDocs are no words.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'hast';
import { raw } from 'hast-util-raw';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { parseDocument } from '../src/core/parse/parse-document.ts';
import type { BodySegment } from '../src/core/model/document.ts';

const [directory, content] = process.argv.slice(2);
if (directory === undefined || content === undefined) {
  console.error('usage: node scripts/compare-import.ts DIR CONTENT');
  process.exit(2);
}

const counted = /^(?:p|li|tr|pre|blockquote|h[1-6])$/;
const blockName = (tag: string): string => (/^h[1-6]$/.test(tag) ? 'heading' : tag);

let lostWords = 0;
let compared = 0;
for (const path of (readdirSync(directory, { recursive: true }) as string[])
  .filter((name) => name.endsWith('.md'))
  .sort()) {
  const imported = join(content, path.replace(/\.md$/, '.mdx'));
  if (!existsSync(imported)) continue;
  compared++;
  const before = readOriginal(readFileSync(join(directory, path), 'utf8'));
  const after = readImported(readFileSync(imported, 'utf8'));
  const lost = difference(before.words, after.words);
  lostWords += lost.length;
  print(path, {
    lost: lost.join(' '),
    added: difference(after.words, before.words).join(' '),
    'blocks lost': difference(before.blocks, after.blocks).join(' '),
    'blocks added': difference(after.blocks, before.blocks).join(' '),
  });
}
console.log(`${compared} texts compared, ${lostWords} words lost`);
process.exitCode = lostWords > 0 ? 1 : 0;

interface Content {
  readonly words: string[];
  /** Names of the block elements, in order; headings without their level, which the import mends. */
  readonly blocks: string[];
}

function print(path: string, facts: Record<string, string>): void {
  const lines = Object.entries(facts).filter(([, value]) => value !== '');
  if (lines.length > 0)
    console.log([path, ...lines.map(([name, value]) => `  ${name}: ${value}`)].join('\n'));
}

function readOriginal(markdown: string): Content {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkFrontmatter)
    .use(remarkRehype, { allowDangerousHtml: true });
  const text = markdown.replaceAll(/:(?:fontawesome|material|octicons)-[\w-]+:(?:\{[^}]*\})?/g, '');
  const tree = raw(processor.runSync(processor.parse(text)));
  const blocks: string[] = [];
  visit(tree, 'element', ({ tagName }) => {
    if (counted.test(tagName)) blocks.push(blockName(tagName));
  });
  return { words: words(visibleText(tree)), blocks };
}

function visibleText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'img') return ` ${node.properties['alt'] ?? ''} `;
  const inner = 'children' in node ? node.children.map(visibleText).join('') : '';
  return node.type === 'element' && !/^(?:a|b|i|em|strong|code|del|span)$/.test(node.tagName)
    ? ` ${inner} `
    : inner;
}

function readImported(mdx: string): Content {
  const document = parseDocument({ path: 'x.mdx', text: mdx, digest: '' });
  const attributes = document.body.components.map(({ attributes: one }) =>
    [one['title'], one['alt'], one['caption']].join(' '),
  );
  const title = document.frontMatter?.title ?? '';
  const html = markup(document.body.segments);
  const pictures = document.body.links.map(({ kind, text }) => (kind === 'image' ? text : ''));
  const tags = [...html.matchAll(/<([a-z]+[1-6]?)\b/g)].map(([, tag = '']) => tag);
  // The title is the heading that the page itself shows.
  const blocks = ['heading', ...tags.filter((tag) => counted.test(tag)).map(blockName)];
  return { words: words([title, textOf(html), ...attributes, ...pictures].join(' ')), blocks };
}

/** The segments as markup; addresses and components have no words of their own. */
function markup(segments: readonly BodySegment[]): string {
  return segments
    .map((segment) =>
      typeof segment === 'string' ? segment : 'link' in segment ? '' : ` ${markup(segment.body)} `,
    )
    .join('');
}

function textOf(html: string): string {
  return html
    .replaceAll(/<\/?(?:a|b|i|em|strong|code|del|span)\b[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#x([0-9a-f]+);/gi, (_all, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** Words without marks around them, so that a title and its heading compare. */
function words(text: string): string[] {
  return text
    .split(/\s+/)
    .map((word) => word.replace(/^mailto:/, '').replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');
}

function difference(from: readonly string[], without: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of without) counts.set(word, (counts.get(word) ?? 0) + 1);
  return from.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  });
}
