/** The shape of the tree that Sätteri gives, as far as it is used here. */
import { mdxToHast } from 'satteri';

export interface HastPosition {
  readonly start: { readonly offset: number };
  readonly end: { readonly offset: number };
}

export interface HastNode {
  readonly type: string;
  readonly tagName?: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly children?: readonly HastNode[];
  readonly position?: HastPosition;
}

/** Options under which the fast parser reads a document; the reference grammar is held to the same. */
export const parserOptions = {
  position: true,
  features: { headingAttributes: true, gfm: true, frontmatter: false },
} as const;

/** The tree, or the parser's complaint with its place. Only text that passed the guard may come here. */
export function parseToHast(
  text: string,
): { tree: HastNode } | { message: string; line: number; column: number } {
  try {
    return { tree: mdxToHast(text, parserOptions) as unknown as HastNode };
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const at = /^(\d+):(\d+): ([\s\S]*)$/.exec(said);
    return { line: Number(at?.[1] ?? 1), column: Number(at?.[2] ?? 1), message: at?.[3] ?? said };
  }
}

/** The text of a node as a reader sees it. */
export function textOf(node: HastNode): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.tagName === 'img')
    return typeof node.properties?.['alt'] === 'string' ? node.properties['alt'] : '';
  if (node.tagName === 'br') return ' ';
  return (node.children ?? []).map(textOf).join('');
}
