/** One Markdown file as it stands: what its front matter says, and its text as a tree. */
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { parseDocument } from 'yaml';
import type { ImportSource, Note } from './import-model.ts';
import { translateDialects } from './translate-dialects.ts';

export interface ReadSource {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly language?: string | undefined;
  /** The text, its positions counted in lines of the file. */
  readonly tree: Root;
}

const parser = unified().use(remarkParse).use(remarkGfm);
/** Keys that say how a page looks or is found elsewhere: nothing is lost when they go. */
const presentation = new Set([
  'layout',
  'hide',
  'weight',
  'order',
  'nav_order',
  'sidebar_position',
  'sidebar_label',
  'sidebar',
  'slug',
  'permalink',
  'icon',
  'template',
  'toc',
  'menu',
  'parent',
  'has_children',
  'cover',
  'coverY',
  'pagination_label',
]);

export function readSource(source: ImportSource, note: Note): ReadSource {
  const text = source.text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const { yaml, body, firstLine } = splitFrontMatter(text);
  const meta = yaml === undefined ? {} : readFrontMatter(yaml, note);
  let lines = body.split('\n').map((line, index) => ({ text: line, line: firstLine + index }));
  if (/\.mdx$/i.test(source.path)) lines = withoutModules(lines, note);
  const translated = translateDialects(lines, (line, message) => {
    note('changed', line, message);
  });
  const tree = parser.parse(translated.map((line) => line.text).join('\n'));
  visit(tree, (node) => {
    if (!node.position) return;
    node.position.start.line = translated[node.position.start.line - 1]?.line ?? node.position.start.line;
    node.position.end.line = translated[node.position.end.line - 1]?.line ?? node.position.end.line;
  });
  return { ...meta, tree };
}

function splitFrontMatter(text: string): { yaml?: string; body: string; firstLine: number } {
  const match = /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/.exec(text);
  if (match?.[1] === undefined) return { body: text, firstLine: 1 };
  return { yaml: match[1], body: text.slice(match[0].length), firstLine: match[0].split('\n').length };
}

function readFrontMatter(
  yaml: string,
  note: Note,
): { title?: string; description?: string; language?: string } {
  const document = parseDocument(yaml, { schema: 'failsafe', logLevel: 'silent' });
  if (document.errors.length > 0) note('decide', 1, 'the front matter is not sound YAML; it was left out');
  const value: unknown = document.errors.length > 0 ? {} : document.toJS({ maxAliasCount: 0 });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const keys = value as Record<string, unknown>;
  const text = (key: string): string | undefined => {
    const found = keys[key];
    return typeof found === 'string' && found.trim() !== ''
      ? found.replaceAll(/\s+/g, ' ').trim()
      : undefined;
  };
  const used = new Set(['title', 'description', 'summary', 'lang', 'language', 'locale']);
  const left = Object.keys(keys).filter((key) => !used.has(key) && !presentation.has(key));
  if (left.length > 0)
    note('decide', 1, `front matter not carried over: ${left.map((key) => `\`${key}\``).join(', ')}`);
  const language = text('lang') ?? text('language') ?? text('locale');
  const title = text('title');
  const description = text('description') ?? text('summary');
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(language !== undefined && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) && { language }),
  };
}

/** `import` and `export` statements of MDX, which a document has no use for. */
function withoutModules(
  lines: { text: string; line: number }[],
  note: Note,
): { text: string; line: number }[] {
  let fenced = false;
  return lines.map((one) => {
    if (/^\s*(?:`{3,}|~{3,})/.test(one.text)) fenced = !fenced;
    if (
      fenced ||
      !/^(?:import\s.*from\s|import\s*["']|export\s+(?:const|default|function|let)\b)/.test(one.text)
    )
      return one;
    note('decide', one.line, `code was left out: \`${one.text.slice(0, 60)}\``);
    return { ...one, text: '' };
  });
}
