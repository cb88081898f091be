/**
 * A linear look at a document's text before any parser sees it.
 *
 * Two jobs. It refuses what a document may not hold (code, HTML, unclosed tags) with the exact place, and it
 * replaces each of these by harmless characters of the same length, so that the parser still reads the rest
 * and every other fault is found in the same run. And it keeps from the parser what would hang or kill it:
 * Sätteri 0.10.5 takes exponential time over unclosed tags after a brace and dies of deep nesting.
 */
import type { Finding } from '../model/finding.ts';
import type { LineIndex } from '../model/place.ts';
import { findCodeRanges } from './code-ranges.ts';
import { createTagGuard, deepestNesting } from './guard-tags.ts';
import { createHiding, type Hiding } from './hidden-characters.ts';
import type { Tag } from './read-tag.ts';

export interface GuardedText {
  /** The whole file with front matter and everything refused blanked out; same length as the file. */
  readonly text: string;
  /** Component tags by offset of their `<`. */
  readonly tags: ReadonlyMap<number, Tag>;
  /** The closing tag of each component that has one, by the offset of its opening tag. */
  readonly partners: ReadonlyMap<number, Tag>;
  /** Characters of code that stand in `text` as others. */
  readonly hiding: Hiding;
  /** False where the text holds more than is read of one document; the finding says so. */
  readonly complete: boolean;
  readonly findings: Finding[];
}

/**
 * `parts` counts what becomes nodes of a tree, which take a thousand times the memory of the text: lines, levels of
 * lists and quotations, cells, marks and, five times each, links. A book of 500 kB has some 20,000.
 */
export const limits = { nesting: deepestNesting, columns: 64, faults: 500, parts: 50_000 } as const;

/** How often code is looked for anew in one text; afterwards all of it is guarded as text. */
const mostCodeTries = 50;

const program =
  /^(?:import\s*(?:[{*"'(]|[\w$]+\s*(?:,|from\b))|export\s+(?:default|const|let|var|function|class|async|\{|\*))/;

/** @param bodyOffset where the text begins; what stands before it is blanked out */
export function guardText(text: string, file: string, lines: LineIndex, bodyOffset: number): GuardedText {
  const findings: Finding[] = [];
  const edits: { start: number; end: number; with?: string }[] = [{ start: 0, end: bodyOffset }];
  const fault = (rule: string, start: number, end: number, message: string, hint?: string): void => {
    // Whoever mends five hundred faults will run the check again; a million of them would fill the memory.
    if (findings.length < limits.faults) {
      findings.push({ rule, severity: 'error', place: lines.span(file, start, end), message, hint });
    } else if (findings.length === limits.faults) {
      findings.push({
        rule: 'too-deep',
        severity: 'error',
        place: lines.span(file, start, end),
        message: `Unexpected fault number ${limits.faults + 1}, expected fewer: this and the following ones are not listed`,
        hint: 'Mend the first ones and check again. The file may be no document at all.',
      });
    }
  };
  const hiding = createHiding(text);
  let code = findCodeRanges(text, bodyOffset);
  let codeTries = 0;
  const guard = createTagGuard(text, { fault, blank: (start, end) => edits.push({ start, end }) });
  let nextCode = 0;
  let brackets = 0;
  let emphasis = 0;
  let entities = 0;
  let lineStart = bodyOffset;
  let blankBefore = true;
  let deep = false;
  let lineEnd = -1;
  let commentEnd = 0;
  let braces: ReadonlyMap<number, number> | undefined;
  let parts = 0;

  for (let at = bodyOffset; at < text.length; at++) {
    let range = code[nextCode];
    if (parts > limits.parts) return refuseRest(at);
    if (range !== undefined && at > range.start) {
      // A tag or comment reached into what looked like code, so the backticks pair in another way from here on.
      code = ++codeTries > mostCodeTries ? [] : findCodeRanges(text, at);
      nextCode = 0;
      range = code[0];
    }
    if (at === range?.start) {
      nextCode++;
      parts++;
      // Should the parser take it for text after all, it meets nothing there that could harm it.
      edits.push({ start: at, end: range.end, with: hiding.hide(text.slice(at, range.end)) });
      at = range.end - 1;
      if (range.block) {
        lineStart = range.end;
        blankBefore = true;
      }
      continue;
    }
    if (at === lineStart) {
      const end = text.indexOf('\n', at);
      const line = text.slice(at, end === -1 ? text.length : end);
      const depth = containerDepth(line);
      const columns = line.length > limits.columns ? count(line, '|') : 0;
      if (depth > limits.nesting || columns > limits.columns + 1) {
        fault(
          'too-deep',
          at,
          at + line.trimEnd().length,
          depth > limits.nesting
            ? `Unexpected nesting of more than ${limits.nesting} levels, expected fewer`
            : `Unexpected table of ${columns - 1} columns, expected at most ${limits.columns}`,
          depth > limits.nesting
            ? 'Write the passage with fewer lists or quotations in one another, or with less space before it.'
            : 'Divide the table, or keep it as a file of its own.',
        );
        edits.push({ start: at, end: at + line.length });
        at += Math.max(0, line.length - 1);
        continue;
      }
      if (/^(?:import|export)\b/.test(line)) {
        const word = line.slice(0, 6);
        if (blankBefore && program.test(line)) {
          fault(
            'code-in-document',
            at,
            at + line.trimEnd().length,
            `Unexpected \`${word}\` statement, expected text`,
            word === 'import'
              ? 'Documents are data: remove the line. The components listed in the guide are always at hand, without an import.'
              : 'Documents are data: remove it, up to the next empty line.',
          );
          edits.push({ start: at, end: at + line.length });
          at += Math.max(0, line.length - 1);
          continue;
        }
        // A line that begins with the plain word is text, but the parser would take it for a program.
        edits.push({ start: at, end: at + 1, with: hiding.hideLetter(word.slice(0, 1)) });
      }
      blankBefore = line.trim() === '';
      if (!blankBefore) parts += 1 + depth;
      else {
        brackets = 0;
        emphasis = 0;
        entities = 0;
        deep = false;
      }
    }
    const character = text[at];
    if (character === '\n') {
      lineStart = at + 1;
      continue;
    }
    parts += partsAt(text, at);
    if (character === '\\') {
      at++;
      if (text[at] === '\n') lineStart = at + 1;
      continue;
    }
    if (
      character === '[' ||
      character === '&' ||
      character === '*' ||
      character === '_' ||
      character === '~'
    ) {
      if (character === '[') brackets++;
      else if (character === '&') entities++;
      else emphasis++;
      if ((brackets > 400 || emphasis > 4000 || entities > 2000) && !deep) {
        deep = true;
        fault(
          'too-deep',
          at,
          at + 1,
          `Unexpected number of \`${character}\` in one paragraph, expected fewer`,
          'Write \\' + character + ' where the character itself is meant, or split the paragraph.',
        );
      }
      if (deep) edits.push({ start: at, end: at + 1 });
      continue;
    }
    if (character === '{') at = guardBrace(at) - 1;
    else if (character === '<') at = guard.meet(at) - 1;
  }
  guard.close();
  return guarded(true);

  function guarded(complete: boolean): GuardedText {
    const { tags, partners } = guard;
    // A carriage return alone ends a line for the parser and for nobody else: its places would be wrong.
    const harmless = applyEdits(text, edits).replaceAll(/\r(?!\n)/g, ' ');
    return { text: harmless, tags, partners, hiding, complete, findings };
  }

  function refuseRest(at: number): GuardedText {
    findings.push({
      rule: 'file-too-large',
      severity: 'error',
      place: lines.span(file, at, at + 1),
      message: `Unexpected number of more than ${limits.parts} lines, list items, table cells, links and marks, expected fewer in one document`,
      hint: 'Divide the document into several, and keep tables of data in files of their own.',
    });
    edits.push({ start: at, end: text.length });
    return guarded(false);
  }

  /** Returns where to go on. */
  function guardBrace(start: number): number {
    // Both are looked for once, or a line of nothing but braces would be read once a brace.
    if (lineEnd < start) lineEnd = endOf(text, '\n', start);
    const rest = text.slice(start, lineEnd);
    if (rest.startsWith('{/*')) {
      if (commentEnd !== -1 && commentEnd < start + 3) commentEnd = text.indexOf('*/', start + 3);
      const close = commentEnd === -1 ? -1 : skipSpaces(text, commentEnd + 2);
      if (close !== -1 && text[close] === '}') {
        // Comments count for nothing, so the parser need not see them either.
        edits.push({ start, end: close + 1 });
        return close + 1;
      }
      fault(
        'code-in-document',
        start,
        start + 3,
        'Unexpected comment without an end, expected `*/}`',
        'Close the comment with `*/}`.',
      );
      edits.push({ start, end: start + 3 });
      return start + 3;
    }
    const id = /^\{#([^\s{}"'<>=`\\]+)\}[ \t]*\r?$/.exec(rest);
    if (id !== null && isHeadingLine(text, lineStart, lineEnd)) return lineEnd;
    braces ??= pairBraces(text, start);
    const end = braces.get(start) ?? start + 1;
    const shown = text.slice(start, end).replaceAll(/\s+/g, ' ');
    if (rest.startsWith('{#')) {
      fault(
        'misplaced-heading-id',
        start,
        end,
        `Unexpected \`${clip(shown)}\`, expected one heading id at the end of a heading`,
        'Write it as in `## Decision {#decision}`: letters, digits and hyphens, at the end of the line.',
      );
    } else {
      fault(
        'code-in-document',
        start,
        end,
        `Unexpected expression \`${clip(shown)}\`, expected text`,
        'Documents are data: write the value itself. For a brace as a character write `\\{`; for a comment `{/* … */}`.',
      );
    }
    edits.push({ start, end });
    return end;
  }
}

/** What a character may open. Addresses become links without brackets too. */
function partsAt(text: string, at: number): number {
  const character = text[at] ?? '';
  if (character === '[' || character === '@') return 5;
  if (character === ':') return text.startsWith('//', at + 1) ? 5 : 0;
  if (character === 'w') return text.startsWith('ww.', at + 1) ? 5 : 0;
  return '*_~|<&'.includes(character) ? 1 : 0;
}

const clip = (text: string): string =>
  (text.length > 60 ? `${text.slice(0, 57)}…` : text).replaceAll(/\s+/g, ' ');
const endOf = (text: string, what: string, from: number): number => {
  const end = text.indexOf(what, from);
  return end === -1 ? text.length : end;
};

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] ?? '')) at++;
  return at;
}

function count(line: string, character: string): number {
  let found = 0;
  for (let at = line.indexOf(character); at !== -1; at = line.indexOf(character, at + 1)) found++;
  return found;
}

/** How many block quotes and lists a line opens, plus the levels its indentation can stand for. */
function containerDepth(line: string): number {
  let depth = 0;
  const opening = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))/;
  let rest = line;
  for (
    let match = opening.exec(rest);
    match !== null && depth <= limits.nesting;
    match = opening.exec(rest)
  ) {
    depth++;
    rest = rest.slice(match[0].length);
  }
  const indentation = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  return Math.max(depth, indentation > 160 ? limits.nesting + 1 : 0);
}

/** Whether the line is a heading of either kind; `{#id}` at its end is then an id. */
function isHeadingLine(text: string, start: number, end: number): boolean {
  const line = text
    .slice(start, end)
    .replace(/^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/, '');
  if (/^#{1,6}[ \t]/.test(line)) return true;
  const nextEnd = endOf(text, '\n', end + 1);
  return /^[ \t>]*(?:=+|-+)[ \t]*\r?$/.test(text.slice(end + 1, nextEnd)) && end + 1 < text.length;
}

/** Where each `{` of the text ends, seen from `from` on, when it ends in its own paragraph. */
function pairBraces(text: string, from: number): Map<number, number> {
  const ends = new Map<number, number>();
  let open: number[] = [];
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '{') open.push(at);
    else if (character === '}') {
      const start = open.pop();
      if (start !== undefined) ends.set(start, at + 1);
    } else if (character === '\n' && open.length > 0 && /^[ \t]*\r?\n/.test(text.slice(at + 1, at + 80)))
      open = [];
  }
  return ends;
}

function applyEdits(text: string, edits: { start: number; end: number; with?: string }[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits.sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.end <= at) continue;
    const start = Math.max(at, edit.start);
    parts.push(text.slice(at, start), edit.with ?? text.slice(start, edit.end).replaceAll(/[^\r\n]/g, ' '));
    at = edit.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
