/** One table as the markup of a worksheet (ECMA-376, SpreadsheetML). */
import type { Cell, Column, Table } from '../../core/export/table.ts';
import { deepestIndent, styles } from './workbook-parts.ts';

/** Texts of all sheets, each stored once. A map, since a cell may well hold `constructor`. */
export type SharedTexts = Map<string, number>;

export function sheetMarkup(table: Table, texts: SharedTexts): string {
  const { columns, levels } = table;
  const deepest = Math.min(Math.max(0, ...(levels ?? [])), deepestIndent);
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    // A heading stands above its clauses, where a spreadsheet expects sums below.
    '<sheetPr><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr>',
    '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>',
    `<sheetFormatPr defaultRowHeight="15"${deepest > 0 ? ` outlineLevelRow="${deepest}"` : ''}/>`,
    `<cols>${columns.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    `<sheetData>${rowsMarkup(table, texts)}</sheetData>`,
    `<autoFilter ref="${rangeOf(table, '')}"/>`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    '</worksheet>',
  ].join('');
}

/** All cells of the table, header included: `A1:P125`, or with `$` before every letter and number. */
export function rangeOf({ columns, rows }: Table, fixed: '' | '$'): string {
  return `${fixed}A${fixed}1:${fixed}${columnName(columns.length)}${fixed}${rows.length + 1}`;
}

function rowsMarkup({ columns, rows, levels }: Table, texts: SharedTexts): string {
  const names = columns.map((_column, at) => columnName(at + 1));
  const head = columns
    .map(({ title }, at) => textCell(`${names[at] ?? ''}1`, title, styles.header, texts))
    .join('');
  const body = rows.map((row, at) => {
    const number = at + 2;
    const level = Math.min(levels?.[at] ?? 0, deepestIndent);
    const cells = row.map((cell, index) => {
      const column = columns[index];
      return column === undefined
        ? ''
        : cellMarkup(`${names[index] ?? ''}${number}`, cell, column, index === 0 ? level : 0, texts);
    });
    return `<row r="${number}"${level > 0 ? ` outlineLevel="${level}"` : ''}>${cells.join('')}</row>`;
  });
  return `<row r="1">${head}</row>${body.join('')}`;
}

function cellMarkup(address: string, cell: Cell, column: Column, indent: number, texts: SharedTexts): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${address}" s="${styles.number}"><v>${cell}</v></c>`;
  if (column.kind === 'date') return `<c r="${address}" s="${styles.date}"><v>${serialOf(cell)}</v></c>`;
  const style = indent > 0 ? styles.indented + indent : column.width >= 24 ? styles.wrapped : styles.text;
  return textCell(address, cell, style, texts);
}

function textCell(address: string, text: string, style: number, texts: SharedTexts): string {
  let number = texts.get(text);
  if (number === undefined) texts.set(text, (number = texts.size));
  return `<c r="${address}" s="${style}" t="s"><v>${number}</v></c>`;
}

/** Days since 30 December 1899, as spreadsheets count. */
const serialOf = (date: string): number =>
  (Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;

/** `A`, `Z`, `AA` of 1, 26, 27. */
function columnName(number: number): string {
  const rest = (number - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return number <= 26 ? letter : `${columnName((number - 1 - rest) / 26)}${letter}`;
}
