/** Customs of other tools within the tree: references, alerts, icons, attribute lists, wiki links, templates. */
import type { BlockContent, Definition, Nodes, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { callout } from './html-handlers.ts';
import type { Note } from './import-model.ts';
import { anchorNode, headingIdNode } from './import-nodes.ts';
import { plainText } from './inline-content.ts';

/** Before HTML is converted: whatever a run of HTML could tear apart. */
export function resolveReferences(tree: Root, note: Note): void {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  visit(tree, (node, index, parent) => {
    if (index === undefined || parent === undefined) return;
    if (node.type === 'definition') {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return;
    const { url, title } = definitions.get(node.identifier) ?? { url: '', title: null };
    if (url === '')
      note(
        'decide',
        node.position?.start.line,
        `the reference \`[${node.identifier}]\` leads to an empty address`,
      );
    const { position } = node;
    parent.children[index] =
      node.type === 'linkReference'
        ? { type: 'link', url, title: title ?? null, children: node.children, position }
        : { type: 'image', url, title: title ?? null, alt: node.alt ?? '', position };
    return undefined;
  });
}

/** After HTML is converted. */
export function tidyTree(tree: Root, note: Note): void {
  visit(tree, 'blockquote', (node, index, parent) => {
    const alert = asAlert(node.children);
    if (alert && parent && index !== undefined) parent.children.splice(index, 1, alert as never);
  });
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined) return;
    const line = node.position?.start.line;
    const parts = tidyText(
      node,
      parent.children[index - 1],
      parent,
      index === parent.children.length - 1,
      (message, kind = 'changed') => {
        note(kind, line, message);
      },
    );
    parent.children.splice(index, 1, ...(parts as never[]));
    return [SKIP, index + parts.length];
  });
  visit(tree, 'link', (node) => {
    // `<mailto:office@example.org>` shows its scheme, which helps nobody.
    const [text] = node.children;
    if (text?.type === 'text' && text.value === node.url) text.value = text.value.replace(/^mailto:/, '');
  });
  unfoldFootnotes(tree, note);
  replaceBreaks(tree, note);
  visit(tree, 'paragraph', (node, index, parent) => {
    if (parent === undefined || index === undefined) return;
    const marker = /^(?:\[\[?_?TOC_?\]?\]|\{:toc\}|\[\[toc\]\])$/i.test(plainText(node.children));
    if (!marker && (node.children.length > 0 || node.position === undefined)) return;
    if (marker)
      note(
        'changed',
        node.position?.start.line,
        'the mark for a table of contents was left out: every page has one',
      );
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  visit(tree, 'code', (node) => {
    if (/^(?:mermaid|plantuml|dot|d2|graphviz)$/.test(node.lang ?? ''))
      note('decide', node.position?.start.line, `a diagram (\`${node.lang ?? ''}\`) is shown as its source`);
  });
}

/** `> [!NOTE]` of GitHub. */
function asAlert(children: readonly RootContent[]): RootContent | undefined {
  const [first, ...rest] = children;
  if (first?.type !== 'paragraph') return undefined;
  const [opening, ...others] = first.children;
  const match =
    opening?.type === 'text' ? /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*/i.exec(opening.value) : null;
  if (opening?.type !== 'text' || match === null) return undefined;
  const text = opening.value.slice(match[0].length);
  const inline: PhrasingContent[] = [...(text === '' ? [] : [{ ...opening, value: text }]), ...others];
  if (inline[0]?.type === 'break') inline.shift();
  return callout(match[1] ?? 'note', undefined, [
    ...(inline.length > 0 ? [{ ...first, children: inline }] : []),
    ...rest,
  ] as BlockContent[]);
}

const icons = /:(?:fontawesome|material|octicons|simple|fa|mdi)-[\w-]+:(?:\{[^}]*\})?[ ]*/g;
const attribute = String.raw`(?:[.#][\w-]+|[\w-]+=(?:"[^"]*"|'[^']*'|[^\s}]+)|[\w-]+)`;
/** Kramdown's `{: .class}` and the attribute lists of MkDocs: `{ .class #id key=value }`. */
const attributes = new RegExp(
  String.raw`\{(?::\s*${attribute}|\s*(?=[.#]|[\w-]+=)${attribute})(?:\s+${attribute})*\s*\}`,
  'g',
);
const wikiLink = /(!?)\[\[([^[\]|#]+)(#[^[\]|]*)?(?:\|([^[\]]*))?\]\]/g;

type NoteText = (message: string, kind?: 'decide' | 'changed') => void;

function tidyText(
  node: Text,
  before: Nodes | undefined,
  parent: Nodes,
  last: boolean,
  note: NoteText,
): PhrasingContent[] {
  let value = node.value;
  const found: PhrasingContent[] = [];
  if (icons.test(value)) {
    value = value.replaceAll(icons, '');
    note('icons were left out');
  }
  value = value.replaceAll(attributes, (list: string, offset: number) => {
    const follows =
      offset === 0
        ? before !== undefined && before.type !== 'text'
        : last && value.slice(offset + list.length).trim() === '';
    const alone = value.trim() === list;
    if (!follows && !alone && !list.startsWith('{:') && parent.type !== 'heading') return list;
    const id = /#([\w.:-]+)/.exec(list)?.[1];
    if (id !== undefined) found.push(parent.type === 'heading' ? headingIdNode(id) : anchorNode(id));
    note(`the attribute list \`${list}\` was ${id === undefined ? 'left out' : 'read for its id'}`);
    return '';
  });
  if (/\{%.*?%\}|\{\{.*?\}\}/s.test(value))
    note(
      `template syntax is shown as text: \`${/\{%.*?%\}|\{\{.*?\}\}/s.exec(value)?.[0].slice(0, 60) ?? ''}\``,
      'decide',
    );
  // A heading has one id, its last thing; others lead to it all the same.
  if (parent.type === 'heading')
    for (const [at, one] of found.entries()) if (at < found.length - 1 || !last) found[at] = asAnchor(one);
  if (found.length > 0) value = `${value.trimEnd()}${parent.type === 'heading' ? ' ' : ''}`;
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const match of value.matchAll(wikiLink)) {
    const [whole, picture, target = '', anchor = '', shown] = match;
    if (/^_?toc_?$/i.test(target)) continue;
    if (match.index > from)
      parts.push({ type: 'text', value: value.slice(from, match.index), position: node.position });
    const url = `wiki:${encodeURIComponent(target.trim())}${anchor}`;
    if (picture === '!') parts.push({ type: 'image', url, alt: shown ?? '', position: node.position });
    else
      parts.push({
        type: 'link',
        url,
        children: [{ type: 'text', value: shown ?? target.trim() }],
        position: node.position,
      });
    from = match.index + whole.length;
  }
  if (from < value.length) parts.push({ ...node, value: value.slice(from) });
  return [...parts, ...found];
}

/** Footnotes that nothing refers to, or that come twice: their text would be lost. */
function unfoldFootnotes(tree: Root, note: Note): void {
  const wanted = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'footnoteDefinition') return SKIP;
    if (node.type === 'footnoteReference') wanted.add(node.identifier);
    return undefined;
  });
  visit(tree, 'footnoteDefinition', (node, index, parent) => {
    if (parent === undefined || index === undefined || wanted.delete(node.identifier)) return;
    note(
      'decide',
      node.position?.start.line,
      `nothing refers to the footnote \`[^${node.label ?? node.identifier}]\`; it stands as text`,
    );
    parent.children.splice(index, 1, ...(node.children as never[]));
    return [SKIP, index];
  });
  const kept = new Set<string>();
  visit(tree, 'footnoteDefinition', (node) => {
    kept.add(node.identifier);
  });
  visit(tree, 'footnoteReference', (node, index, parent) => {
    if (parent === undefined || index === undefined || kept.has(node.identifier)) return;
    parent.children[index] = {
      type: 'text',
      value: `[^${node.label ?? node.identifier}]`,
      position: node.position,
    };
  });
}

const asAnchor = (node: PhrasingContent): PhrasingContent =>
  node.type === 'mdxTextExpression' ? anchorNode(node.value.replace(/^#/, '')) : node;

/** A cell and a heading are one line each. */
function replaceBreaks(tree: Root, note: Note): void {
  visit(tree, (node) => {
    if (node.type !== 'tableCell' && node.type !== 'heading') return;
    visit(node, 'break', (_line, index, parent) => {
      if (parent === undefined || index === undefined) return;
      note(
        'changed',
        node.position?.start.line,
        `a line break in a ${node.type === 'heading' ? 'heading' : 'table cell'} became a space`,
      );
      parent.children[index] = { type: 'text', value: ' ' };
    });
  });
}
