/** Nodes of MDX that the import puts into the tree besides Markdown's own. */
import type { Nodes, PhrasingContent } from 'mdast';
import type {} from 'remark-mdx';

type Inline<Type extends string> = Extract<PhrasingContent, { type: Type }>;

const anchorName = 'eoms-anchor';

/** An address within the page that HTML gave (`<a name="x">`). Links to it find its heading; it is never written. */
export const anchorNode = (name: string): Inline<'mdxJsxTextElement'> => ({
  type: 'mdxJsxTextElement',
  name: anchorName,
  attributes: [{ type: 'mdxJsxAttribute', name: 'name', value: name }],
  children: [],
});

/** The address that an anchor node holds; undefined for any other node. */
export function anchorOf(node: Nodes): string | undefined {
  if (node.type !== 'mdxJsxTextElement' || node.name !== anchorName) return undefined;
  const value = node.attributes[0]?.value;
  return typeof value === 'string' ? value : undefined;
}

/** `{#id}` at the end of a heading. */
export const headingIdNode = (id: string): Inline<'mdxTextExpression'> => ({
  type: 'mdxTextExpression',
  value: `#${id}`,
});
