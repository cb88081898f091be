import { expect, test } from 'vitest';
import { formatCsv } from './format-csv.ts';
import type { Table } from './table.ts';

const table = (...rows: Table['rows']): Table => ({
  name: 'Test',
  columns: [
    { title: 'One', kind: 'text', width: 10 },
    { title: 'Two', kind: 'number', width: 10 },
  ],
  rows,
});

test('the header is the first row and every line ends with CR LF', () => {
  expect(formatCsv(table(['a', 1], [null, null]))).toBe('One,Two\r\na,1\r\n,\r\n');
});

test('separators, quotation marks and line breaks are quoted', () => {
  expect(formatCsv(table(['a, "b"\nc', 2.5]))).toBe('One,Two\r\n"a, ""b""\nc",2.5\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '\uff1d1'])(
  '%j is text for a spreadsheet',
  (text) => {
    const cell = formatCsv(table([text, null])).split('\r\n')[1]!;
    expect(cell.replace(/^"/, '')).toMatch(/^'/);
  },
);

test('a number that is negative stays a number', () => {
  expect(formatCsv(table([null, -5]))).toBe('One,Two\r\n,-5\r\n');
});
