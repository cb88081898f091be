/** A table as CSV (RFC 4180): UTF-8 without a byte order mark, lines ended by CR LF, the header in the first row. */
import type { Cell, Table } from './table.ts';

export function formatCsv({ columns, rows }: Table): string {
  return [columns.map(({ title }) => title), ...rows]
    .map((row) => `${row.map(field).join(',')}\r\n`)
    .join('');
}

function field(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = neutralised(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Spreadsheets run a cell that begins with one of these as a formula, whoever wrote it. An apostrophe in front
 * makes it text. The wide forms are here because some programs fold them to the plain ones.
 */
function neutralised(text: string): string {
  return /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}
