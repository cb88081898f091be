/** An imported document as the text of its file. */
import type { Root, RootContent } from 'mdast';
import type { Options } from 'remark-stringify';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { stringify } from 'yaml';
import type { ImportableType } from './import-model.ts';

export interface DocumentFacts {
  readonly id: string;
  readonly title: string;
  readonly type: ImportableType;
  readonly owner: string;
  readonly language?: string | undefined;
  readonly description?: string | undefined;
}

export const importedVersion = '0.1';
const whyNoClause = 'Imported text: which clauses it meets is still to be decided';

type Handlers = NonNullable<Options['handlers']>;
type Component = Extract<RootContent, { type: 'mdxJsxFlowElement' }>;

const handlers: Handlers = {
  // Tags on lines of their own, their text not indented: an editor's eye and the parser both want it so.
  mdxJsxFlowElement: (node: Component, _parent, state, info) => {
    const attributes = node.attributes.map((attribute) =>
      attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string'
        ? ` ${attribute.name}="${attribute.value.replaceAll('"', "'").replaceAll(/\s+/g, ' ')}"`
        : '',
    );
    const name = node.name ?? '';
    if (node.children.length === 0) return `<${name}${attributes.join('')} />`;
    return `<${name}${attributes.join('')}>\n\n${state.containerFlow(node, info)}\n\n</${name}>`;
  },
};

/** A line of text that begins like a statement of a program, which MDX would take it for. */
const statement = String.raw`(?:\s*[{*"'(]|\s+[\w$]+\s*(?:,|from\b)|\s+(?:default|const|let|var|function|class|async)\b|\s*.?$)`;
const unsafe = [
  { atBreak: true, character: 'i', after: `mport${statement}` },
  { atBreak: true, character: 'e', after: `xport${statement}` },
];

const writer = unified()
  .use(remarkGfm)
  .use(remarkMdx)
  .use(remarkStringify, {
    bullet: '-',
    rule: '-',
    emphasis: '_',
    fences: true,
    listItemIndent: 'one',
    resourceLink: true,
    handlers,
    unsafe,
    // A component stands between empty lines, even in a list without any.
    join: [
      (left, right) =>
        left.type === 'mdxJsxFlowElement' || right.type === 'mdxJsxFlowElement' ? 1 : undefined,
    ],
  });

export function writeDocument(facts: DocumentFacts, tree: Root): string {
  return `---\n${frontMatter(facts)}---\n\n${writeBody(tree)}`;
}

/** Without documents between, so that a text can be written more than once. */
export function writeBody(tree: Root): string {
  return writer.stringify(tree).replace(/^\n+/, '');
}

function frontMatter({ id, title, type, owner, language, description }: DocumentFacts): string {
  const keys = {
    id,
    title: clip(title),
    type,
    version: importedVersion,
    status: 'draft',
    owner,
    clauses: [],
    noClauses: whyNoClause,
    ...(language !== undefined && { language }),
    ...(description !== undefined && { description: clip(description) }),
  };
  return stringify(keys, { lineWidth: 0, defaultStringType: 'PLAIN' });
}

/** One line of at most 300 characters, as every title is. */
const clip = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= 300 ? line : `${line.slice(0, 299)}…`;
};
