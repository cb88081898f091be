/** HTML elements that Markdown has no word for, and what becomes of them. */
import type { Element, Nodes as HastNodes } from 'hast';
import { defaultHandlers } from 'hast-util-to-mdast';
import type { Handle, NodeHandle, State } from 'hast-util-to-mdast';
import type { BlockContent, Nodes, RootContent, Table } from 'mdast';
import type { Note } from './import-model.ts';
import { anchorNode } from './import-nodes.ts';
import { commentText, flatten, plainText } from './inline-content.ts';
import { subscript, superscript } from './small-characters.ts';
import { calloutKind } from './translate-dialects.ts';

type MdxJsxFlowElement = Extract<RootContent, { type: 'mdxJsxFlowElement' }>;

interface Context {
  /** Nodes that stand-ins (`data-kept`) stand for. */
  readonly kept: readonly RootContent[];
  readonly note: Note;
  /** Where the run begins; nodes within it carry their own places where known. */
  readonly line: number | undefined;
}

export function htmlHandlers({ kept, note, line }: Context): Record<string, Handle> {
  const lineOf = (element: Element): number | undefined => element.position?.start.line ?? line;
  const keptOr =
    (otherwise: Handle): Handle =>
    (state, element, parent) => {
      const index = element.properties['dataKept'];
      return index === undefined ? otherwise(state, element, parent) : kept[Number(index)];
    };
  const leaveOut =
    (what: string): Handle =>
    (_state, element) => {
      note('decide', lineOf(element), `${what} (\`<${element.tagName}>\`) was left out`);
      return undefined;
    };
  const linked: Handle = (state, element) => {
    const { src, title, data } = element.properties;
    const source = [src, data].find((value) => typeof value === 'string');
    const fallback = plainText(state.all(element));
    if (source === undefined) return state.all(element);
    const text =
      typeof title === 'string' && title.trim() !== '' ? title.trim() : fallback === '' ? source : fallback;
    note(
      'decide',
      lineOf(element),
      `what was embedded (\`<${element.tagName}>\`) became a link to ${source}`,
    );
    return { type: 'link', url: source, children: [{ type: 'text', value: text }] };
  };
  const small =
    (characters: (text: string) => string | undefined): Handle =>
    (state, element) => {
      const children = state.all(element);
      const written = characters(plainText(children));
      if (written !== undefined) return { type: 'text', value: written };
      note(
        'decide',
        lineOf(element),
        `\`<${element.tagName}>\` has no counterpart here; its text \`${plainText(children)}\` stands on the line`,
      );
      return children;
    };

  const literal: Handle = (state, element) => {
    const children = state.all(element);
    return children.every(({ type }) => type === 'text')
      ? { type: 'inlineCode', value: plainText(children) }
      : children;
  };

  return {
    code: literal,
    kbd: literal,
    samp: literal,
    tt: literal,
    var: literal,
    img: keptOr(defaultHandlers['img']),
    hr: keptOr(defaultHandlers['hr']),
    'eoms-anchor': (_state, element) => anchorNode(String(element.properties['title'])),
    a: (state, element) => {
      if (element.properties['href'] === undefined) return state.all(element);
      return (defaultHandlers['a'] as Handle)(state, element, undefined);
    },
    aside: (state, element) => {
      const kind = element.properties['dataCallout'];
      const title = element.properties['title'];
      const children = state.toFlow(state.all(element)) as BlockContent[];
      return typeof kind === 'string'
        ? callout(kind, typeof title === 'string' ? title : undefined, children)
        : children;
    },
    details: (state, element) => {
      const summary = element.children.find(
        (child) => child.type === 'element' && child.tagName === 'summary',
      );
      const title =
        summary === undefined ? undefined : plainText(state.all(summary as Element)).replace(/:$/, '');
      const rest = { ...element, children: element.children.filter((child) => child !== summary) };
      const children = state.toFlow(state.all(rest)) as BlockContent[];
      note(
        'changed',
        lineOf(element),
        'a passage that could be folded became a callout, which is always open',
      );
      return callout('note', title, children);
    },
    figure: (state, element) => figure(state, element) ?? state.all(element),
    table: (state, element) => {
      const spans = countSpans(element);
      if (spans > 0)
        note(
          'decide',
          lineOf(element),
          `a table has ${spans} merged cells; empty cells stand in their place`,
        );
      const caption = element.children.find(
        (child) => child.type === 'element' && child.tagName === 'caption',
      );
      const table = (defaultHandlers['table'] as Handle)(state, element, undefined) as
        Table | { type: 'text' };
      if (table.type !== 'table') return table as Nodes;
      const sound = withHead(table);
      if (caption === undefined) return sound;
      const words = flatten(state.all(caption as Element));
      return [{ type: 'paragraph', children: [{ type: 'strong', children: words }] }, sound];
    },
    sub: small(subscript),
    sup: small(superscript),
    iframe: linked,
    object: linked,
    embed: linked,
    video: linked,
    audio: linked,
    script: leaveOut('a script'),
    style: leaveOut('a style sheet'),
    svg: leaveOut('a drawing'),
    select: leaveOut('a field of a form'),
    textarea: leaveOut('a field of a form'),
  };
}

export const nodeHandlers: Record<string, NodeHandle> = {
  comment: (_state, node: HastNodes) =>
    node.type === 'comment' ? { type: 'mdxTextExpression', value: commentText(node.value) } : undefined,
};

/** A callout; `kind` in the word of any generator. */
export function callout(
  kind: string,
  title: string | undefined,
  children: BlockContent[],
): MdxJsxFlowElement {
  const shown = title?.replaceAll(/\s+/g, ' ').replaceAll('"', "'").trim().slice(0, 300) ?? '';
  return {
    type: 'mdxJsxFlowElement',
    name: 'Callout',
    attributes: [
      { type: 'mdxJsxAttribute', name: 'kind', value: calloutKind(kind) },
      ...(shown === '' ? [] : [{ type: 'mdxJsxAttribute' as const, name: 'title', value: shown }]),
    ],
    children,
  };
}

/** A figure of one picture; undefined for any other. */
function figure(state: State, element: Element): MdxJsxFlowElement | undefined {
  const pictures: Element[] = [];
  let caption: Element | undefined;
  const walk = (nodes: readonly HastNodes[]): void => {
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      if (node.tagName === 'figcaption') caption = node;
      else if (node.tagName === 'img' && node.properties['dataKept'] === undefined) pictures.push(node);
      else walk(node.children);
    }
  };
  walk(element.children);
  const src = pictures[0]?.properties['src'];
  if (pictures.length !== 1 || typeof src !== 'string') return undefined;
  const alt = pictures[0]?.properties['alt'];
  const text = caption === undefined ? '' : plainText(state.all(caption)).replaceAll('"', "'");
  const attribute = (name: string, value: string) => ({ type: 'mdxJsxAttribute' as const, name, value });
  return {
    type: 'mdxJsxFlowElement',
    name: 'Figure',
    attributes: [
      attribute('src', src),
      attribute('alt', typeof alt === 'string' ? alt.replaceAll('"', "'") : ''),
      ...(text === '' ? [] : [attribute('caption', text.slice(0, 300))]),
    ],
    children: [],
  };
}

function countSpans(element: Element): number {
  let spans = 0;
  const walk = (node: Element): void => {
    if (Number(node.properties['colSpan'] ?? 1) > 1 || Number(node.properties['rowSpan'] ?? 1) > 1) spans++;
    for (const child of node.children) if (child.type === 'element') walk(child);
  };
  walk(element);
  return spans;
}

/** The table with inline text only in its cells, and without the empty head that stands for none. */
function withHead(table: Table): Table {
  const rows = table.children.map((row) => ({
    ...row,
    children: row.children.map((cell) => ({
      ...cell,
      children: flatten(cell.children as RootContent[]),
    })),
  }));
  const headless = rows.length > 1 && rows[0]?.children.every((cell) => cell.children.length === 0) === true;
  return { ...table, children: headless ? rows.slice(1) : rows };
}
