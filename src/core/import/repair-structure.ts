/**
 * Puts blocks where blocks belong and inline content where it belongs. HTML knows no such rule as strictly as
 * Markdown does, and the text is only escaped rightly where the tree keeps it.
 */
import type { BlockContent, ListItem, Nodes, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { anchorOf } from './import-nodes.ts';
import { flatten, isBlank, plainText, wrapPhrasing } from './inline-content.ts';

/** Changes `tree` in place. */
export function repairStructure(tree: Root): void {
  repair(tree);
}

/** Anchors, once it is known which heading each leads to. Changes `tree` in place. */
export function dropAnchors(tree: Root): void {
  visit(tree, 'mdxJsxTextElement', (node, index, parent) => {
    if (parent === undefined || index === undefined || anchorOf(node) === undefined) return;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  repairStructure(tree);
}

/** Callouts in which nothing stands: their title is kept as text. Changes `tree` in place. */
export function dropEmptyCallouts(tree: Root): void {
  visit(tree, 'mdxJsxFlowElement', (node, index, parent) => {
    if (node.name !== 'Callout' || parent === undefined || index === undefined) return;
    let holds = plainText(node.children) !== '';
    visit(node, (inner) => {
      holds ||=
        inner.type === 'image' ||
        inner.type === 'thematicBreak' ||
        (inner.type === 'mdxJsxFlowElement' && inner.name === 'Figure');
    });
    if (holds) return;
    const title = node.attributes.find(
      (one) => one.type === 'mdxJsxAttribute' && one.name === 'title',
    )?.value;
    const value = typeof title === 'string' ? title : '';
    parent.children.splice(
      index,
      1,
      ...(value === '' ? [] : [{ type: 'paragraph' as const, children: [{ type: 'text' as const, value }] }]),
    );
    return [SKIP, index];
  });
}

function repair(node: Nodes): void {
  if (!('children' in node)) return;
  for (const child of node.children) repair(child);
  (node.children as RootContent[]) = setApart(
    (node.children as RootContent[]).filter((child) => !isHollow(child)),
  );
  switch (node.type) {
    case 'root':
    case 'blockquote':
    case 'listItem':
    case 'footnoteDefinition':
    case 'mdxJsxFlowElement':
      (node.children as RootContent[]) = wrapPhrasing((node.children as RootContent[]).flatMap(hoist));
      break;
    case 'list':
      node.children = (node.children as RootContent[]).flatMap((child): ListItem[] =>
        child.type === 'listItem'
          ? [child]
          : [{ type: 'listItem', spread: false, children: wrapPhrasing([child]) as BlockContent[] }],
      );
      break;
    case 'table':
    case 'tableRow':
    case 'mdxJsxTextElement':
      break;
    default:
      // A paragraph with a block in it is left for its parent, which can hold both.
      if (node.type !== 'paragraph') (node.children as RootContent[]) = flatten(node.children);
  }
}

/** A link, emphasis or code round nothing, which HTML leaves behind and which would show as its own marks. */
function isHollow(node: RootContent): boolean {
  if (node.type === 'inlineCode') return node.value.trim() === '';
  return (
    /^(?:link|strong|emphasis|delete)$/.test(node.type) && 'children' in node && node.children.length === 0
  );
}

/** Neighbours that would run together: two texts are escaped as one, two passages of code must stay two. */
function setApart(nodes: readonly RootContent[]): RootContent[] {
  const out: RootContent[] = [];
  for (const node of nodes) {
    const before = out.at(-1);
    if (
      before?.type === node.type &&
      (node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete') &&
      'children' in before
    ) {
      out[out.length - 1] = { ...node, children: [...before.children, ...node.children] } as RootContent;
      continue;
    }
    if (before?.type === 'text' && node.type === 'text') {
      out[out.length - 1] = { ...before, value: before.value + node.value };
      continue;
    }
    if (before?.type === 'inlineCode' && node.type === 'inlineCode') out.push({ type: 'text', value: ' ' });
    out.push(node);
  }
  return out;
}

/** What stands in for a child that cannot stand where it is; nothing for an empty one. */
function hoist(child: RootContent): RootContent[] {
  if (child.type === 'paragraph') return isBlank(child.children) ? [] : wrapPhrasing(child.children);
  if (child.type === 'list' && child.children.length === 0) return [];
  if (child.type === 'tableCell') return flatten(child.children);
  if (child.type === 'listItem') return child.children;
  // Nothing stands inside a figure.
  if (child.type === 'mdxJsxFlowElement' && child.name === 'Figure')
    return [{ ...child, children: [] }, ...child.children];
  return [child];
}
