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
    const fence = openingFence.exec(line);
    if (fence !== null) {
      endParagraph(at);
      const close = closingFence(text, end, fence[1] ?? '');
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

/** The end of the line that closes the fence, or of the text. */
function closingFence(text: string, from: number, fence: string): number {
  const character = fence[0] ?? '`';
  let at = from;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline + 1;
    const line = text
      .slice(at, end)
      .replace(/^[ \t>]*/, '')
      .trimEnd();
    if (line.length >= fence.length && line === character.repeat(line.length)) return end;
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
