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
import { readTag, type Tag } from './read-tag.ts';

export interface GuardedText {
  /** The whole file with front matter and everything refused blanked out; same length as the file. */
  readonly text: string;
  /** Component tags by offset of their `<`. */
  readonly tags: ReadonlyMap<number, Tag>;
  /** The closing tag of each component that has one, by the offset of its opening tag. */
  readonly partners: ReadonlyMap<number, Tag>;
  readonly findings: Finding[];
}

export const limits = { nesting: 32, columns: 64, faults: 500 } as const;

/** @param bodyOffset where the text begins; what stands before it is blanked out */
export function guardText(text: string, file: string, lines: LineIndex, bodyOffset: number): GuardedText {
  const findings: Finding[] = [];
  const tags = new Map<number, Tag>();
  const partners = new Map<number, Tag>();
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
  const code = findCodeRanges(text, bodyOffset);
  const open: Tag[] = [];
  let nextCode = 0;
  let brackets = 0;
  let emphasis = 0;
  let lineStart = bodyOffset;
  let blankBefore = true;
  let deep = false;

  for (let at = bodyOffset; at < text.length; at++) {
    const range = code[nextCode];
    if (range !== undefined && at >= range.start) {
      nextCode++;
      if (at < range.end) {
        at = range.end - 1;
        if (range.block) {
          lineStart = range.end;
          blankBefore = true;
        }
        continue;
      }
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
      if (blankBefore && /^(?:import|export)\b/.test(line)) {
        const program =
          /^(?:import\s*(?:[{*"'(]|[\w$]+\s*(?:,|from\b))|export\s+(?:default|const|let|var|function|class|async|\{|\*))/.test(
            line,
          );
        const word = line.slice(0, 6);
        if (program) {
          fault(
            'code-in-document',
            at,
            at + line.trimEnd().length,
            `Unexpected \`${word}\` statement, expected text`,
            'Documents are data: remove the line. The components listed in the guide are always at hand, without an import.',
          );
          edits.push({ start: at, end: at + line.length });
          at += Math.max(0, line.length - 1);
          continue;
        }
        // A paragraph that begins with the plain word is text, but the parser would take it for a program.
        edits.push({ start: at, end: at + 1, with: word.slice(0, 1).toUpperCase() });
      }
      blankBefore = line.trim() === '';
      if (blankBefore) {
        brackets = 0;
        emphasis = 0;
        deep = false;
      }
    }
    const character = text[at];
    if (character === '\n') {
      lineStart = at + 1;
      continue;
    }
    if (character === '\\') {
      at++;
      if (text[at] === '\n') lineStart = at + 1;
      continue;
    }
    if (character === '[' || character === '*' || character === '_' || character === '~') {
      if (character === '[') brackets++;
      else emphasis++;
      if ((brackets > 400 || emphasis > 4000) && !deep) {
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
    else if (character === '<') at = guardAngle(at) - 1;
  }
  for (const tag of open)
    refuseTag(
      tag,
      `Unexpected \`<${tag.name}>\` without an end, expected \`</${tag.name}>\``,
      `Add \`</${tag.name}>\`, or write \`<${tag.name} … />\` if nothing stands in it.`,
    );
  return { text: applyEdits(text, edits), tags, partners, findings };

  /** Returns where to go on. */
  function guardBrace(start: number): number {
    const lineEnd = endOf(text, '\n', start);
    const rest = text.slice(start, lineEnd);
    if (rest.startsWith('{/*')) {
      const end = text.indexOf('*/', start + 3);
      const close = end === -1 ? -1 : skipSpaces(text, end + 2);
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
    const end = closingBrace(text, start);
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

  function guardAngle(start: number): number {
    const next = text[start + 1];
    if (next === ' ' || next === '\t') return start + 1;
    if (next === undefined || next === '\n' || next === '\r' || next === '<') {
      let end = start + 1;
      while (text[end] === '<') end++;
      fault(
        'unescaped-angle',
        start,
        end,
        'Unexpected `<`, expected a component or text',
        'Write `\\<` for the character itself, or use "less than".',
      );
      edits.push({ start, end });
      return end;
    }
    if (text.startsWith('<!--', start)) {
      const end = text.indexOf('-->', start + 4);
      const stop = end === -1 ? start + 4 : end + 3;
      fault(
        'raw-html',
        start,
        stop,
        'Unexpected HTML comment, expected text',
        'Write a comment as `{/* … */}`.',
      );
      edits.push({ start, end: stop });
      return stop;
    }
    const link = /^<((?:https?:|mailto:)[^\s<>]+|[^\s<>@]+@[^\s<>]+)>/i.exec(text.slice(start, start + 2000));
    if (link !== null) {
      fault(
        'raw-html',
        start,
        start + link[0].length,
        `Unexpected link in angle brackets \`${clip(link[0])}\`, expected \`[text](address)\``,
        `Write \`[${link[1] ?? ''}](${link[1] ?? ''})\`, or better a text that says where it leads.`,
      );
      edits.push(
        { start, end: start + 1 },
        { start: start + link[0].length - 1, end: start + link[0].length },
      );
      return start + link[0].length;
    }
    const tag = readTag(text, start);
    if (tag === undefined) {
      const html = /^<[!?/]/.test(text.slice(start, start + 2));
      fault(
        html ? 'raw-html' : 'unescaped-angle',
        start,
        start + 1,
        `Unexpected \`<\` before \`${clip(text.slice(start + 1, start + 13))}\`, expected a component or text`,
        'Write `\\<` for the character itself, or use "less than".',
      );
      edits.push({ start, end: start + 1 });
      return start + 1;
    }
    if (!/^[A-Z]/.test(tag.name)) {
      fault(
        'raw-html',
        start,
        tag.end,
        `Unexpected HTML \`${clip(text.slice(start, tag.end))}\`, expected Markdown or a component`,
        htmlHint(tag.name),
      );
      edits.push({ start, end: tag.end });
      return tag.end;
    }
    if (tag.fault !== undefined) {
      fault(tag.fault.rule, tag.fault.start, tag.fault.end, tag.fault.message, tag.fault.hint);
      edits.push({ start, end: tag.end });
      return tag.end;
    }
    if (tag.closing) {
      const index = open.findLastIndex((one) => one.name === tag.name);
      if (index === -1) {
        refuseTag(
          tag,
          `Unexpected \`</${tag.name}>\`, expected \`<${tag.name}>\` before it`,
          'Remove it, or add the opening tag.',
        );
        return tag.end;
      }
      const [partner, ...unclosed] = open.splice(index);
      if (partner !== undefined) partners.set(partner.start, tag);
      for (const lost of unclosed)
        refuseTag(
          lost,
          `Unexpected \`<${lost.name}>\` without an end, expected \`</${lost.name}>\` before \`</${tag.name}>\``,
          `Add \`</${lost.name}>\`.`,
        );
    } else {
      tags.set(start, tag);
      if (!tag.selfClosing) open.push(tag);
      if (open.length > limits.nesting) {
        open.pop();
        refuseTag(tag, `Unexpected nesting of more than ${limits.nesting} components`, undefined, 'too-deep');
      }
    }
    return tag.end;
  }

  function refuseTag(tag: Tag, message: string, hint?: string, rule = 'unclosed-component'): void {
    fault(rule, tag.start, tag.end, message, hint);
    tags.delete(tag.start);
    edits.push({ start: tag.start, end: tag.end });
  }
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

/** The end of `{…}` in the same paragraph, or just after the brace when there is none. */
function closingBrace(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length && at < start + 4000; at++) {
    const character = text[at];
    if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at + 1;
    else if (character === '\n' && /^[ \t]*\r?\n/.test(text.slice(at + 1, at + 80))) break;
  }
  return start + 1;
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

function htmlHint(name: string): string {
  const instead: Record<string, string> = {
    br: 'End the line with a backslash to break it, or begin a new paragraph.',
    a: 'Write `[text](address)`.',
    img: 'Write `![what it shows](path)` or `<Figure src="…" alt="…" />`.',
    b: 'Write `**bold**`.',
    strong: 'Write `**bold**`.',
    i: 'Write `*emphasis*`.',
    em: 'Write `*emphasis*`.',
    table: 'Write the table with `|`.',
    code: 'Write `` `code` ``.',
    hr: 'Write `---` between two empty lines.',
    details: 'Write a heading and the text under it.',
    script: 'Documents are data: remove it.',
    iframe: 'Link to the page instead.',
    style: 'Remove it: the design is set in manual.yaml.',
  };
  const key = name.toLowerCase();
  // `<constructor>` would otherwise find what every object inherits.
  if (Object.hasOwn(instead, key)) return instead[key] ?? '';
  return 'HTML is not read here. Use Markdown or one of the components.';
}
