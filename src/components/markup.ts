/**
 * Small pieces of markup as strings, for `set:html`. Strings because white space counts here: a space between a
 * link and its comma, or inside a link, is seen. And because a table has thousands of them.
 */
import { en } from '../i18n/en.ts';
import { escapeAttribute, escapeText } from '../core/parse/markup.ts';
import type { Part } from '../view/part.ts';
import type { DocumentLinkView } from '../view/document-link.ts';
import type { LabelledParts } from '../view/document-block.ts';
import type { CodeView } from '../view/print/printed-code.ts';
import type { CellView, RowView, TableView } from '../view/table-view.ts';

/** A part, with what is said before and after it. */
export function partHtml({ text, href, mark, date, note, code, count, ticks, leadText }: Part): string {
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
  const inner = ticks === true ? ticksHtml(text) : escapeText(text);
  const element = tag === 'span' && attributes === '' ? inner : `<${tag}${attributes}>${inner}</${tag}>`;
  const lead = leadText === undefined ? '' : `<span class="note lead">${escapeText(leadText)}</span> `;
  return `${lead}${element}${note === undefined ? '' : ` <span class="note">${escapeText(note)}</span>`}`;
}

/** Parts one after the other, or each on its own line. */
export function partsHtml(parts: readonly Part[], lines = false): string {
  const [only] = parts;
  if (only === undefined) return '';
  if (parts.length === 1) return partHtml(only);
  return `<span class="parts${lines ? ' lines' : ''}">${parts.map((part) => `<span>${partHtml(part)}</span>`).join(' ')}</span>`;
}

/** Text whose backticks set off what is to be typed or found in a file. */
export const ticksHtml = (text: string): string =>
  escapeText(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');

/** Parts that read as one sentence, with plain spaces between. */
export const sentenceHtml = (parts: readonly Part[]): string => parts.map(partHtml).join(' ');

/** Parts in a sentence: `a, b, c`. */
export const listHtml = (parts: readonly Part[]): string => parts.map(partHtml).join(', ');

/** The rows of a table; the first cell of each heads it. */
export function rowsHtml({ columns, rows }: TableView): string {
  const classes = columns.map(({ narrow, wide }) =>
    narrow === true ? ' class="narrow"' : wide === true ? ' class="wide"' : '',
  );
  return rows.map((row) => rowHtml(row, classes)).join('');
}

function rowHtml({ id, className, data, cells }: RowView, classes: readonly string[]): string {
  const attributes =
    (id === undefined ? '' : ` id="${escapeAttribute(id)}"`) +
    (className === undefined ? '' : ` class="${className}"`) +
    Object.entries(data)
      .map(([name, value]) => ` data-${name}="${escapeAttribute(value)}"`)
      .join('');
  return `<tr${attributes}>${cells.map((cell, at) => cellHtml(cell, at === 0, classes[at] ?? '')).join('')}</tr>`;
}

function cellHtml({ parts, stacked, span, sortKey }: CellView, heads: boolean, className: string): string {
  const tag = heads ? 'th scope="row"' : 'td';
  const attributes =
    (span === undefined ? '' : ` colspan="${span}"`) +
    (sortKey === undefined ? '' : ` data-key="${escapeAttribute(sortKey)}"`);
  return `<${tag}${className}${attributes}>${partsHtml(parts, stacked)}</${heads ? 'th' : 'td'}>`;
}

/** Documents as a list: id and title, then type, version and status. */
export function documentItemsHtml(documents: readonly DocumentLinkView[]): string {
  return documents
    .map(({ id, titleText, href, typeText, versionText, status, noteText }) => {
      const link = href === undefined ? '' : ` href="${escapeAttribute(href)}"`;
      const note = noteText === undefined ? '' : `<span>${escapeText(noteText)}</span>`;
      return `<li><a class="title"${link}>${codeTitleHtml(id, titleText)}</a><span class="meta"><span>${escapeText(typeText)}</span> <span>${escapeText(en.versionOf(versionText))}</span> ${partHtml(status)}${note}</span></li>`;
    })
    .join('');
}

/** The title block: each cell a label and what it says. `after` is markup that follows the parts of one cell. */
export function definitionsHtml(
  items: readonly LabelledParts[],
  after: Readonly<Record<string, string>> = {},
): string {
  return items
    .map(
      ({ key, labelText, parts }) =>
        `<div class="${key}"><dt>${escapeText(labelText)}</dt><dd>${partsHtml(parts)}${after[key] ?? ''}</dd></div>`,
    )
    .join('');
}

/** The switch that shows clause numbers in the text, without a script. */
export const clauseSwitchHtml = (labelText: string): string =>
  ` <label class="switch"><input type="checkbox" class="chip-switch"> ${escapeText(labelText)}</label>`;

/** Follows the id at the head of a printed sheet. */
export const sheetTitleHtml = (title: string): string =>
  ` <span class="sheet-title">${escapeText(title)}</span>`;

/** The cell of the title block that is seen on paper only: the code, and what it is for. */
export const codeHtml = ({ size, path }: CodeView, labelText: string, whereText: string): string =>
  `<div class="sheet-code"><dt>${escapeText(labelText)}</dt><dd><svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${escapeAttribute(whereText)}"><path stroke="currentColor" d="${path}"/></svg></dd></div>`;

/** `PRC-007 Admission of learners`, the id kept on one line. */
export const codeTitleHtml = (code: string, title: string): string =>
  `<span class="code">${escapeText(code)}</span> ${escapeText(title)}`;

/** A line to paste and the file it belongs to. */
export const lineHtml = (line: string, file: string | undefined): string =>
  `<code>${escapeText(line)}</code>${file === undefined ? '' : ` in <code>${escapeText(file)}</code>`}`;
