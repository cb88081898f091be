/**
 * Raw HTML in Markdown, turned into Markdown and components.
 *
 * Only the runs that hold HTML are read as HTML. Everything around and between their tags stays the node it was:
 * a stand-in element takes its place while the tags are sorted out, so that no Markdown makes a detour.
 */
import type { Element, Nodes as HastNodes, Root as HastRoot } from 'hast';
import { raw } from 'hast-util-raw';
import { toMdast } from 'hast-util-to-mdast';
import type { Html, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { phrasing as isPhrasing } from 'mdast-util-phrasing';
import { EXIT, visit } from 'unist-util-visit';
import { htmlHandlers, nodeHandlers } from './html-handlers.ts';
import type { Note } from './import-model.ts';
import { commentText, flatten, isBlank, wrapPhrasing } from './inline-content.ts';
import { knownElements } from './known-elements.ts';

/** Changes `tree` in place: afterwards it holds no `html` node. */
export function convertHtml(tree: Root, note: Note): void {
  tree.children = convertFlow(tree.children, note);
}

function convertFlow<Content extends RootContent>(children: readonly Content[], note: Note): Content[] {
  const out: RootContent[] = [];
  for (let at = 0; at < children.length; at++) {
    const node = children[at] as RootContent;
    if (node.type === 'html') {
      const comment = asComment(node, 'mdxFlowExpression');
      if (comment) {
        out.push(comment);
        continue;
      }
      let open = balance(node.value);
      let end = at + 1;
      for (; open > 0 && end < children.length; end++) open += balanceOf(children[end] as RootContent);
      // A start tag that nothing ends would swallow the rest of the text.
      if (open > 0) end = at + 1;
      out.push(...convertRun(children.slice(at, end), note));
      at = end - 1;
    } else if (holdsHtml(node)) {
      out.push(...convertNode(node, note));
    } else out.push(node);
  }
  return out as Content[];
}

/** A node that is no HTML itself but holds some, further down. */
function convertNode(node: RootContent, note: Note): RootContent[] {
  if (!('children' in node)) return [node];
  if (node.type === 'paragraph') {
    const converted = convertPhrasing(node.children, note);
    if (converted.every((child) => isPhrasing(child)))
      return isBlank(converted) ? [] : [{ ...node, children: converted as PhrasingContent[] }];
    return wrapPhrasing(converted);
  }
  if (node.type === 'heading' || node.type === 'tableCell') {
    return [{ ...node, children: flatten(convertPhrasing(node.children, note)) }];
  }
  if (isPhrasing(node))
    return [
      {
        ...node,
        children: flatten(convertPhrasing(node.children, note)),
      },
    ];
  if (node.type === 'table' || node.type === 'tableRow') {
    return [
      {
        ...node,
        children: (node.children as RootContent[]).flatMap((child) => convertNode(child, note)),
      } as RootContent,
    ];
  }
  return [{ ...node, children: convertFlow(node.children as RootContent[], note) } as RootContent];
}

function convertRun(nodes: readonly RootContent[], note: Note): RootContent[] {
  const line = nodes[0]?.position?.start.line;
  const prepared = nodes.flatMap((node) =>
    node.type !== 'html' && holdsHtml(node) ? convertNode(node, note) : [node],
  );
  return wrapPhrasing(throughHtml(prepared, line, note));
}

function convertPhrasing(children: readonly PhrasingContent[], note: Note): RootContent[] {
  const prepared = children.flatMap((node): RootContent[] => {
    if (node.type === 'html') return [asComment(node, 'mdxTextExpression') ?? node];
    return holdsHtml(node) ? convertNode(node, note) : [node];
  });
  if (!prepared.some((node) => node.type === 'html')) return prepared;
  return throughHtml(prepared, children[0]?.position?.start.line, note);
}

/** Reads the HTML among `nodes`, with stand-ins for all that is none. */
function throughHtml(nodes: readonly RootContent[], line: number | undefined, note: Note): RootContent[] {
  const kept: RootContent[] = [];
  const named = unknownTags(nodes);
  const tree: HastRoot = {
    type: 'root',
    children: nodes.map((node) => {
      if (node.type === 'html')
        return {
          type: 'raw',
          value: escapeUnknown(node.value, named, line, note),
          position: node.position,
        } as never;
      if (node.type === 'text') return { type: 'text', value: node.value };
      kept.push(node);
      // Block and inline stand-ins that HTML's own rules of nesting and white space already treat rightly.
      return {
        type: 'element',
        tagName: isPhrasing(node) ? 'img' : 'hr',
        properties: { dataKept: kept.length - 1 },
        children: [],
      } satisfies Element;
    }),
  };
  const parsed = parseHtml(tree);
  if (parsed === undefined) {
    note('decide', line, 'this HTML could not be read; it stands as text');
    return nodes.map((node) => (node.type === 'html' ? { type: 'text', value: node.value } : node));
  }
  visit(parsed, 'element', (element) => {
    addAnchor(element);
  });
  const handlers = htmlHandlers({ kept, note, line });
  const result = toMdast(parsed, { handlers, nodeHandlers, document: false });
  const children = result.type === 'root' ? result.children : [result];
  return children.filter(
    (child) => !(child.type === 'text' && child.value.trim() === '' && children.length === 1),
  );
}

/** Undefined where the parser gives up: it throws on some runs of NUL characters and tags that nothing closes. */
function parseHtml(tree: HastRoot): HastNodes | undefined {
  try {
    return raw(tree);
  } catch {
    return undefined;
  }
}

/** `id` and `name` become nodes of their own, for links lead to them. */
function addAnchor(element: Element): void {
  const { id, name } = element.properties;
  const target =
    typeof id === 'string' ? id : element.tagName === 'a' && typeof name === 'string' ? name : undefined;
  if (
    target === undefined ||
    /^(?:table|t(?:r|body|head|foot)|ul|ol|dl|img|hr|br|input)$/.test(element.tagName)
  )
    return;
  element.children.unshift({
    type: 'element',
    tagName: 'eoms-anchor',
    properties: { title: target },
    children: [],
  });
}

function asComment<Type extends 'mdxFlowExpression' | 'mdxTextExpression'>(
  node: Html,
  type: Type,
): { type: Type; value: string } | undefined {
  const comments = [...node.value.matchAll(/<!--([\s\S]*?)-->/g)];
  if (comments.length === 0 || node.value.replaceAll(/<!--[\s\S]*?-->/g, '').trim() !== '') return undefined;
  return { type, value: commentText(comments.map((match) => match[1] ?? '').join(' ')) };
}

const holdsHtml = (node: Nodes): boolean => {
  let found = false;
  visit(node, 'html', () => {
    found = true;
    return EXIT;
  });
  return found;
};

const tagPattern = /<(\/?)([A-Za-z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;
const voids = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option'.split(
    ' ',
  ),
);

/** Start tags less end tags, of elements that need one. */
function balance(html: string): number {
  let open = 0;
  for (const [, closing, name = '', rest = ''] of html
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .matchAll(tagPattern)) {
    // A component has a capital letter and an end tag; any other unknown name is likely a placeholder.
    if (voids.has(name.toLowerCase()) || !(knownElements.has(name.toLowerCase()) || /^[A-Z][a-z]/.test(name)))
      continue;
    if (closing === '/') open--;
    else if (!rest.trimEnd().endsWith('/')) open++;
  }
  return open;
}

function balanceOf(node: RootContent): number {
  let open = 0;
  visit(node, 'html', (html) => {
    open += balance(html.value);
  });
  return open;
}

/** Names in angle brackets that no HTML element has and no end tag answers: `<your-name>` is a placeholder. */
function unknownTags(nodes: readonly RootContent[]): Set<string> {
  const all = nodes.map((node) => (node.type === 'html' ? node.value : '')).join('\n');
  const names = new Set<string>();
  const closed = new Set<string>();
  for (const [, closing, name = ''] of all.matchAll(tagPattern)) {
    if (knownElements.has(name.toLowerCase())) continue;
    (closing === '/' ? closed : names).add(name);
  }
  return new Set([...names].filter((name) => !closed.has(name)));
}

function escapeUnknown(
  html: string,
  unknown: ReadonlySet<string>,
  line: number | undefined,
  note: Note,
): string {
  return html.replaceAll(tagPattern, (tag, closing: string, name: string, rest: string) => {
    if (knownElements.has(name.toLowerCase())) return tag;
    if (!unknown.has(name)) {
      if (closing === '')
        note(
          'decide',
          line,
          `the component \`<${name}>\` has no counterpart here; what stands in it was kept`,
        );
      return tag;
    }
    if (/[="']|\/\s*$/.test(rest)) {
      note('decide', line, `\`<${name}>\` has no counterpart here and was left out`);
      return '';
    }
    note('changed', line, `\`<${name}>\` is not HTML and was kept as text`);
    return tag.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  });
}
