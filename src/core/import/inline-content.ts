/** Moving between blocks and inline content, and from either to plain text. */
import type { BlockContent, Nodes, Parents, PhrasingContent, RootContent } from 'mdast';
import { phrasing as isPhrasing } from 'mdast-util-phrasing';

/** Blocks from a mixture: runs of inline nodes become paragraphs. */
export function wrapPhrasing(nodes: readonly RootContent[]): RootContent[] {
  const out: RootContent[] = [];
  let run: PhrasingContent[] = [];
  const flush = (): void => {
    if (!isBlank(run)) out.push({ type: 'paragraph', children: run, position: run[0]?.position });
    run = [];
  };
  for (const node of nodes) {
    if (isPhrasing(node)) run.push(node);
    else {
      flush();
      out.push(node);
    }
  }
  flush();
  return out;
}

/** Inline nodes from a mixture, for places that hold no blocks: headings and table cells. */
export function flatten(nodes: readonly RootContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (const node of nodes) {
    if (isPhrasing(node)) {
      out.push(node);
      continue;
    }
    if (out.length > 0) out.push({ type: 'text', value: ' ' });
    if (node.type === 'list') {
      for (const item of node.children)
        out.push({ type: 'text', value: '• ' }, ...flatten(item.children), { type: 'text', value: ' ' });
    } else if (node.type === 'code')
      out.push({ type: 'inlineCode', value: node.value.replaceAll(/\s+/g, ' ') });
    else if (node.type === 'mdxJsxFlowElement') out.push(...wordsOf(node), ...flatten(node.children));
    else if ('children' in node) out.push(...flatten((node as Parents).children as BlockContent[]));
  }
  return out;
}

/** The words in a component's attributes, which go with it. */
function wordsOf(node: Extract<RootContent, { type: 'mdxJsxFlowElement' }>): PhrasingContent[] {
  const shown = node.attributes.filter(
    (one) => one.type === 'mdxJsxAttribute' && /^(?:title|caption|alt)$/.test(one.name),
  );
  return shown.map((one) => ({ type: 'text', value: `${typeof one.value === 'string' ? one.value : ''} ` }));
}

/** A comment's text within `{/* … *\/}`. */
export function commentText(text: string): string {
  return `/* ${text
    .replaceAll(/^-+|-+$/g, '')
    .trim()
    .replaceAll('*/', '* /')
    .replaceAll('}', ')')
    .replaceAll('{', '(')} */`;
}

export const isBlank = (nodes: readonly RootContent[]): boolean =>
  nodes.every((node) => node.type === 'break' || (node.type === 'text' && node.value.trim() === ''));

/** The words of the nodes as a reader sees them, spaces folded. Comments and addresses have none. */
export const plainText = (nodes: readonly Nodes[]): string =>
  nodes.map(wordsIn).join('').replaceAll(/\s+/g, ' ').trim();

function wordsIn(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(wordsIn).join('') : '';
}
