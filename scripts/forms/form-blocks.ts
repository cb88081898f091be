/** The text of a form as blocks that can be put on a sheet of any kind. */
import type { Nodes, Table } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse } from 'yaml';

export type FormBlock =
  | { readonly kind: 'heading' | 'paragraph' | 'note' | 'step' | 'box'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

export interface FormText {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly blocks: readonly FormBlock[];
}

/** @param nameOf what a component such as `<Role id="registrar" />` is called */
export function readForm(source: string, nameOf: (component: string, id: string) => string): FormText {
  const tree = unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkGfm)
    .use(remarkMdx)
    // `{#id}` is no expression; the tool reads it as the id of its heading.
    .parse(source.replaceAll(/ \{#[a-z0-9-]+\}/g, ''));
  const yaml = tree.children.find((node) => node.type === 'yaml');
  const keys = parse(yaml?.value ?? '') as Record<'id' | 'version' | 'title', string>;
  return { ...keys, blocks: tree.children.flatMap((node) => blocksOf(node, nameOf, 'paragraph')) };
}

type Name = Parameters<typeof readForm>[1];

function blocksOf(node: Nodes, nameOf: Name, kind: 'paragraph' | 'note'): FormBlock[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', text: textOf(node, nameOf) }];
    case 'paragraph':
      return [{ kind, text: textOf(node, nameOf) }];
    case 'table':
      return [{ kind: 'table', rows: rowsOf(node, nameOf) }];
    case 'list':
      return node.children.map((item, index): FormBlock => {
        const text = textOf(item, nameOf);
        if (typeof item.checked === 'boolean') return { kind: 'box', text };
        return { kind: 'step', text: node.ordered === true ? `${index + 1}. ${text}` : `– ${text}` };
      });
    case 'mdxJsxFlowElement': {
      const title = attribute(node.attributes, 'title');
      return [
        ...(title === undefined ? [] : [{ kind: 'note' as const, text: title }]),
        ...node.children.flatMap((child) =>
          blocksOf(child, nameOf, node.name === 'Callout' ? 'note' : 'paragraph'),
        ),
      ];
    }
    default:
      return [];
  }
}

const rowsOf = (table: Table, nameOf: Name): string[][] =>
  table.children.map((row) => row.children.map((cell) => textOf(cell, nameOf)));

function textOf(node: Nodes, nameOf: Name): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value.replaceAll(/\s+/g, ' ');
  if (node.type === 'mdxJsxTextElement') {
    const inner = node.children.map((child) => textOf(child, nameOf)).join('');
    return inner === '' ? nameOf(node.name ?? '', attribute(node.attributes, 'id') ?? '') : inner;
  }
  return 'children' in node ? node.children.map((child) => textOf(child, nameOf)).join('') : '';
}

const attribute = (
  attributes: readonly { readonly type: string; readonly name?: string; readonly value?: unknown }[],
  name: string,
): string | undefined => {
  const value = attributes.find((one) => one.name === name)?.value;
  return typeof value === 'string' ? value : undefined;
};
