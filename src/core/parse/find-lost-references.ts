/**
 * References that lead nowhere because their other end is missing: `[text][label]` and `[^note]` without a
 * definition, which the parser leaves in the text as they are, and footnotes that nothing refers to, which it
 * drops without a word.
 *
 * Works on the source, not on the tree: what the parser made plain text of has no node of its own. Linear.
 */
import type { Finding } from '../model/finding.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import type { LineIndex } from '../model/place.ts';
import { findCodeRanges } from './code-ranges.ts';

/** Longest label that Markdown knows. */
const longestLabel = 999;

/** @param text what the parser reads: front matter, comments and everything refused are blank in it */
export function findLostReferences(text: string, file: string, lines: LineIndex): Finding[] {
  if (!text.includes('][') && !text.includes('[^')) return [];
  const visible = withoutCode(text);
  const definitions = new Set<string>();
  const notes = new Map<string, { start: number; end: number }>();
  for (const match of visible.matchAll(definition)) {
    const label = match[2] ?? '';
    const start = match.index + (match[1]?.length ?? 0);
    if (!label.startsWith('^')) definitions.add(fold(label));
    else if (!notes.has(fold(label))) notes.set(fold(label), { start, end: start + label.length + 2 });
  }
  const findings: Finding[] = [];
  const used = new Set<string>();
  for (let at = visible.indexOf('['); at !== -1; at = visible.indexOf('[', at + 1)) {
    if (isEscaped(visible, at)) continue;
    if (visible[at + 1] === '^') {
      const end = labelEnd(visible, at + 1);
      if (end === -1 || visible[end + 1] === ':') continue;
      const label = visible.slice(at + 1, end);
      if (label.length < 2 || /\s/.test(label)) continue;
      used.add(fold(label));
      if (notes.has(fold(label))) continue;
      const candidate = nearest(fold(label), notes.keys());
      findings.push({
        rule: 'undefined-reference',
        severity: 'error',
        place: lines.span(file, at, end + 1),
        message: `Unexpected footnote \`[${label}]\` without its text, expected a line \`[${label}]: …\`${didYouMean(candidate === undefined ? undefined : `[${candidate}]`)}`,
        hint: 'Write the line at the end of the section, or remove the mark.',
      });
    } else if (visible[at - 1] === ']' && !isEscaped(visible, at - 1)) {
      const end = labelEnd(visible, at);
      const start = openingBracket(visible, at - 1);
      if (end === -1 || start === -1 || visible[end + 1] === '(' || visible[end + 1] === ':') continue;
      const text_ = visible.slice(start + 1, at - 1);
      const label = end === at + 1 ? text_ : visible.slice(at + 1, end);
      if (label.trim() === '' || label.startsWith('^') || definitions.has(fold(label))) continue;
      const candidate = nearest(fold(label), definitions);
      findings.push({
        rule: 'undefined-reference',
        severity: 'error',
        place: lines.span(file, start, end + 1),
        message: `Unexpected link to the label \`${clip(label)}\`, expected a line \`[${clip(label)}]: address\`${didYouMean(candidate)}`,
        hint: 'Write the line at the end of the document, or the address itself: `[text](address)`. For brackets as characters write `\\[`.',
      });
    }
  }
  for (const [label, { start, end }] of notes) {
    if (used.has(label)) continue;
    findings.push({
      rule: 'unused-footnote',
      severity: 'warning',
      place: lines.span(file, start, end),
      message: `Unexpected text of a footnote \`[${label}]\` that nothing refers to, expected the mark \`[${label}]\` in the text`,
      hint: 'The text is not shown anywhere. Put the mark where it belongs, or remove the line.',
    });
  }
  return findings;
}

const definition = /^([ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*)\[((?:[^[\]\\\n]|\\.){1,999})\]:/gm;

/** Labels are compared as Markdown compares them: letter case and runs of white space do not count. */
const fold = (label: string): string => label.replaceAll(/\s+/g, ' ').trim().toLowerCase();

const clip = (text: string): string =>
  (text.length > 60 ? `${text.slice(0, 57)}…` : text).replaceAll(/\s+/g, ' ');

function withoutCode(text: string): string {
  const ranges = findCodeRanges(text, 0);
  if (ranges.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of ranges.sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    parts.push(text.slice(at, start), text.slice(start, end).replaceAll(/[^\r\n]/g, ' '));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (slashes < 100 && text[at - slashes - 1] === '\\') slashes++;
  return slashes % 2 === 1;
}

/** The `]` that closes a label beginning at `open`; a label holds no brackets and no empty line. */
function labelEnd(text: string, open: number): number {
  for (let at = open + 1; at < text.length && at <= open + longestLabel + 1; at++) {
    const character = text[at];
    if (character === ']') return at;
    if (character === '[') return -1;
    if (character === '\\') at++;
    else if (character === '\n' && /^[ \t]*\r?\n/.test(text.slice(at + 1, at + 80))) return -1;
  }
  return -1;
}

/** The `[` that belongs to the `]` at `close`, in the same paragraph. */
function openingBracket(text: string, close: number): number {
  let depth = 0;
  for (let at = close; at >= 0 && at > close - longestLabel; at--) {
    const character = text[at];
    if (character === '\n' && /^[ \t]*\r?\n/.test(text.slice(at + 1, at + 80))) return -1;
    if ((character !== ']' && character !== '[') || isEscaped(text, at)) continue;
    if (character === ']') depth++;
    else if (--depth === 0) return at;
  }
  return -1;
}
