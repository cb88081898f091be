/**
 * Small pieces of markup as strings, for `set:html`. Strings because white space counts here: a space between a
 * link and its comma, or inside a link, is seen. And because a table has thousands of them.
 */
import { escapeAttribute, escapeText } from '../core/parse/markup.ts';
import type { Part } from '../view/part.ts';
import type { CellView } from '../view/table-view.ts';

/** A part and its note. */
export function partHtml({ text, href, mark, date, note, code, count }: Part): string {
  const classes = [mark === undefined ? '' : 'state', code === true ? 'code' : '']
    .filter((name) => name !== '')
    .join(' ');
  const tag = href !== undefined && href !== '' ? 'a' : date === undefined ? 'span' : 'time';
  const attributes =
    (tag === 'a' ? ` href="${escapeAttribute(href ?? '')}"` : '') +
    (tag === 'time' ? ` datetime="${escapeAttribute(date ?? '')}"` : '') +
    (classes === '' ? '' : ` class="${classes}"`) +
    (mark === undefined ? '' : ` data-mark="${mark}"`) +
    (count === undefined ? '' : ` data-count="${count}"`);
  const inner = escapeText(text);
  const element = tag === 'span' && attributes === '' ? inner : `<${tag}${attributes}>${inner}</${tag}>`;
  return note === undefined ? element : `${element} <span class="note">${escapeText(note)}</span>`;
}

/** Parts one after the other, or each on its own line. */
export function partsHtml(parts: readonly Part[], lines = false): string {
  const [only] = parts;
  if (only === undefined) return '';
  if (parts.length === 1) return partHtml(only);
  return `<span class="parts${lines ? ' lines' : ''}">${parts.map((part) => `<span>${partHtml(part)}</span>`).join(' ')}</span>`;
}

/** Parts that read as one sentence, with plain spaces between. */
export const sentenceHtml = (parts: readonly Part[]): string => parts.map(partHtml).join(' ');

/** Parts in a sentence: `a, b, c`. */
export const listHtml = (parts: readonly Part[]): string => parts.map(partHtml).join(', ');

export const cellHtml = ({ parts, stacked }: CellView): string => partsHtml(parts, stacked);

/** `PRC-007 Admission of learners`, the id kept on one line. */
export const codeTitleHtml = (code: string, title: string): string =>
  `<span class="code">${escapeText(code)}</span> ${escapeText(title)}`;

/** A line to paste and the file it belongs to. */
export const lineHtml = (line: string, file: string | undefined): string =>
  `<code>${escapeText(line)}</code>${file === undefined ? '' : ` in <code>${escapeText(file)}</code>`}`;
