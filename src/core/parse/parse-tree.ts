/**
 * Guarded text to a tree. A component that does not end where it should stops the parser at once, so each such
 * component is named, taken out, and the rest read again: every other fault of the document is then found too.
 */
import type { Finding } from '../model/finding.ts';
import type { LineIndex, Place } from '../model/place.ts';
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
      if (crossed === undefined || tries === mostTries) {
        if (guarded.hiding.isUsed()) showHidden(parsed.tree, text, guarded, file, lines, findings);
        return { tree: parsed.tree, findings };
      }
      text = takeOut(crossed);
      continue;
    }
    const lost = findHeadingId(text, lines.offsetAt(parsed));
    if (lost !== undefined && tries < mostTries) {
      findings.push(misplacedId(text.slice(lost.start, lost.end), lines.span(file, lost.start, lost.end)));
      text = blank(text, lost);
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

const blank = (text: string, { start, end }: { readonly start: number; readonly end: number }): string =>
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

/** An id in braces on the line that the parser complains of: the line looked like a heading and is none. */
function findHeadingId(text: string, offset: number): { start: number; end: number } | undefined {
  const from = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const newline = text.indexOf('\n', offset);
  const line = text.slice(from, newline === -1 ? undefined : newline);
  const id = /\{#[^\s{}]+\}[ \t]*\r?$/.exec(line);
  return id === null ? undefined : { start: from + id.index, end: from + id.index + id[0].trimEnd().length };
}

const misplacedId = (written: string, place: Place): Finding => ({
  rule: 'misplaced-heading-id',
  severity: 'error',
  place,
  message: `Unexpected \`${written.slice(0, 60)}\`, expected one heading id at the end of a heading`,
  hint: 'Write it as in `## Decision {#decision}`: letters, digits and hyphens, at the end of the line.',
});

/** Puts the hidden characters back, and reports those that the parser did not take for code after all. */
function showHidden(
  tree: HastNode,
  text: string,
  { hiding }: GuardedText,
  file: string,
  lines: LineIndex,
  findings: Finding[],
): void {
  const visit = (node: Mutable, inCode: boolean): void => {
    if (node.value !== undefined) {
      const found =
        inCode || node.position === undefined
          ? undefined
          : hiding.find(text, node.position.start.offset, node.position.end.offset);
      if (found !== undefined) {
        findings.push({
          rule: found.character === '<' ? 'unescaped-angle' : 'code-in-document',
          severity: 'error',
          place: lines.span(file, found.at, found.at + 1),
          message: `Unexpected \`${found.character}\` outside of code, expected text`,
          hint: `The backticks round it do not belong together: they stand in two paragraphs or cells. For the character itself write \`\\${found.character}\`.`,
        });
      }
      node.value = hiding.show(node.value);
    }
    for (const [key, value] of Object.entries(node.properties ?? {}))
      if (typeof value === 'string') (node.properties as Record<string, unknown>)[key] = hiding.show(value);
    for (const child of node.children ?? []) visit(child, inCode || node.tagName === 'code');
  };
  visit(tree, false);
}

/** The tree is this module's own until it is handed on. */
type Mutable = { -readonly [Key in keyof HastNode]: HastNode[Key] };
