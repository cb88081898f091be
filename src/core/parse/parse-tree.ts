/**
 * Guarded text to a tree. A component that does not end where it should stops the parser at once, so each such
 * component is named, taken out, and the rest read again: every other fault of the document is then found too.
 */
import type { Finding } from '../model/finding.ts';
import type { LineIndex } from '../model/place.ts';
import type { GuardedText } from './guard-text.ts';
import { type HastNode, parseToHast } from './hast.ts';
import type { Tag } from './read-tag.ts';

/** Components taken out of one text before it is given up: each costs another run of the parser. */
const mostTries = 12;

/** Undefined where the text cannot be read at all; the findings say why. */
export function parseTree(
  guarded: GuardedText,
  file: string,
  lines: LineIndex,
): { tree: HastNode | undefined; findings: Finding[] } {
  const findings: Finding[] = [];
  const gone = new Set<number>();
  let text = guarded.text;
  for (let tries = 0; ; tries++) {
    const parsed = parseToHast(text);
    if ('tree' in parsed) {
      const crossed = findCrossedComponent(parsed.tree, guarded, gone);
      if (crossed === undefined || tries === mostTries) return { tree: parsed.tree, findings };
      text = takeOut(crossed);
      continue;
    }
    const tag = tagAt(lines.offsetAt(parsed), parsed.message, guarded, lines);
    if (tag === undefined || gone.has(tag.start) || tries === mostTries) {
      const point = { line: parsed.line, column: parsed.column };
      findings.push({
        rule: 'invalid-mdx',
        severity: 'error',
        place: { kind: 'span', file, start: point, end: point },
        message: `This text cannot be read: ${parsed.message.replace(/ \(mdx-jsx:[^)]*\)$/, '')}`,
        hint: 'A component that stands between paragraphs begins and ends on lines of its own, at the same level of a list.',
      });
      return { tree: undefined, findings };
    }
    text = takeOut(tag);
  }

  function takeOut(tag: Tag): string {
    gone.add(tag.start);
    findings.push({
      rule: 'invalid-mdx',
      severity: 'error',
      place: lines.span(file, tag.start, tag.end),
      message: `Unexpected end of the paragraph, list item or table cell inside \`<${tag.name}>\`, expected \`</${tag.name}>\` before it`,
      hint: `Begin and end \`<${tag.name}>\` in the same paragraph, list item or table cell; or put both its tags on lines of their own, with an empty line before and after and the same space before them.`,
    });
    const close = guarded.partners.get(tag.start);
    return blank(close === undefined ? text : blank(text, close), tag);
  }
}

const blank = (text: string, { start, end }: Tag): string =>
  text.slice(0, start) + text.slice(start, end).replaceAll(/[^\r\n]/g, ' ') + text.slice(end);

/** The opening tag that the parser complains of: the one at the place, or the one that it says was opened. */
function tagAt(offset: number, message: string, guarded: GuardedText, lines: LineIndex): Tag | undefined {
  const opened = /\((?:`<[^`]*>` opened at )?(\d+):(\d+)\)/.exec(message);
  const openedAt =
    opened === null ? undefined : lines.offsetAt({ line: Number(opened[1]), column: Number(opened[2]) });
  const byPlace = openedAt === undefined ? guarded.tags.get(offset) : guarded.tags.get(openedAt);
  if (byPlace !== undefined) return byPlace;
  for (const [start, close] of guarded.partners)
    if (close.start <= offset && offset <= close.end) return guarded.tags.get(start);
  return undefined;
}

/** The parser closes some components early, or lets one run out of its heading, without a word. */
function findCrossedComponent(
  node: HastNode,
  guarded: GuardedText,
  gone: ReadonlySet<number>,
  heading?: HastNode,
): Tag | undefined {
  if (guarded.partners.size === gone.size) return undefined;
  const isComponent = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
  if (isComponent && node.position !== undefined) {
    const start = node.position.start.offset;
    const close = guarded.partners.get(start);
    const leaves =
      heading?.position !== undefined &&
      guarded.text[heading.position.start.offset] === '#' &&
      guarded.text.slice(start, node.position.end.offset).includes('\n');
    if (close !== undefined && !gone.has(start) && (close.end !== node.position.end.offset || leaves))
      return guarded.tags.get(start);
  }
  const inside = /^h[1-6]$/.test(node.tagName ?? '') ? node : heading;
  for (const child of node.children ?? []) {
    const found = findCrossedComponent(child, guarded, gone, inside);
    if (found !== undefined) return found;
  }
  return undefined;
}
