/** Where code stands in a Markdown text: fenced blocks and spans between backticks. Linear in the text. */

export interface CodeRange {
  readonly start: number;
  readonly end: number;
  /** True for a fenced block, which ends at the end of a line. */
  readonly block: boolean;
}

/** In order, without overlaps. */
export function findCodeRanges(text: string, from: number): CodeRange[] {
  const ranges: CodeRange[] = [];
  let paragraph = from;
  let at = from;
  const endParagraph = (end: number): void => {
    if (end > paragraph) findSpans(text, paragraph, end, ranges);
  };
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline + 1;
    const line = text.slice(at, end);
    const fence = at === 0 || text[at - 1] === '\n' ? openingFence.exec(line) : null;
    if (fence !== null) {
      endParagraph(at);
      const close = closingFence(text, end, fence[1] ?? '', containerOf(line));
      ranges.push({ start: at, end: close, block: true });
      at = close;
      paragraph = at;
      continue;
    }
    if (line.trim() === '') {
      endParagraph(at);
      paragraph = end;
    }
    at = end;
  }
  endParagraph(text.length);
  return ranges;
}

// A fence may stand in lists and quotations; an info string after backticks holds no backtick.
const openingFence = /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t]))*[ \t]*(`{3,}(?=[^`]*$)|~{3,})/;

interface Container {
  /** How many `>` the line of the fence begins with. */
  readonly quotations: number;
  /** How far its list items are indented after the last of them; 0 where it stands in no list item of its own line. */
  readonly indentation: number;
}

function containerOf(line: string): Container {
  const quotations = (/^[ \t>]*/.exec(line)?.[0].match(/>/g) ?? []).length;
  const inside = afterQuotations(line, quotations) ?? '';
  const markers = /^(?:[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+)+/.exec(inside)?.[0];
  return { quotations, indentation: markers?.length ?? 0 };
}

/** What follows the given number of `>`; undefined where there are fewer. */
function afterQuotations(line: string, quotations: number): string | undefined {
  let at = 0;
  for (let left = quotations; left > 0; left--) {
    while (line[at] === ' ' || line[at] === '\t') at++;
    if (line[at] !== '>') return undefined;
    at++;
    if (line[at] === ' ' && left > 1) at++;
  }
  return line.slice(line[at] === ' ' && quotations > 0 ? at + 1 : at);
}

/** The end of the line that closes the fence, or of the quotation, list item or text that it stands in. */
function closingFence(text: string, from: number, fence: string, container: Container): number {
  const character = fence[0] ?? '`';
  let at = from;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline + 1;
    const inside = afterQuotations(text.slice(at, end), container.quotations);
    if (inside === undefined) return at;
    const content = inside.trim();
    const indentation = inside.length - inside.trimStart().length;
    if (content !== '' && indentation < container.indentation) return at;
    if (content.length >= fence.length && content === character.repeat(content.length)) return end;
    at = end;
  }
  return text.length;
}

/** Pairs runs of backticks of the same length; looks each run up once, from the back. */
function findSpans(text: string, from: number, to: number, ranges: CodeRange[]): void {
  const first = text.indexOf('`', from);
  if (first === -1 || first >= to) return;
  // A backslash takes the first backtick out of an opening run; within code it is a character like any other.
  const runs: { start: number; length: number; opening: number }[] = [];
  for (let at = first; at < to && at !== -1; at = text.indexOf('`', at)) {
    let end = at;
    while (end < to && text[end] === '`') end++;
    let slashes = 0;
    while (at - slashes > from && text[at - slashes - 1] === '\\') slashes++;
    runs.push({ start: at, length: end - at, opening: end - at - (slashes % 2) });
    at = end;
    if (at >= to) break;
  }
  const next: number[] = new Array<number>(runs.length).fill(-1);
  const latest = new Map<number, number>();
  for (let index = runs.length - 1; index >= 0; index--) {
    next[index] = latest.get(runs[index]?.opening ?? 0) ?? -1;
    latest.set(runs[index]?.length ?? 0, index);
  }
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index];
    const closing = next[index] ?? -1;
    if (run === undefined || run.opening === 0 || closing === -1) continue;
    const close = runs[closing];
    if (close === undefined) continue;
    ranges.push({
      start: run.start + run.length - run.opening,
      end: close.start + close.length,
      block: false,
    });
    index = closing;
  }
}
