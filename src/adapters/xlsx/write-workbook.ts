/**
 * Tables as an XLSX workbook: frozen header, filters, the tree of rows as outline and indent, the same bytes each time.
 *
 * Written by ourselves over a ZIP library: the small library for XLSX that was here lost cells that hold a word like
 * `constructor`, knows neither filters nor outlines, stamps the time of writing, and took four times as long.
 */
import { strToU8, zipSync } from 'fflate';
import type { Table } from '../../core/export/table.ts';
import { sheetMarkup, type SharedTexts } from './sheet-markup.ts';
import { workbookParts } from './workbook-parts.ts';

/** One sheet a table, in this order. */
export function writeWorkbook(tables: readonly Table[]): Uint8Array {
  const texts: SharedTexts = new Map();
  const sheets = tables.map(
    (table, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetMarkup(table, texts)] as const,
  );
  // The sheets come first in time, since they fill the shared texts, and last in the archive.
  const parts = [...Object.entries(workbookParts(tables, texts)), ...sheets];
  const files = Object.fromEntries(parts.map(([path, markup]) => [path, strToU8(markup)]));
  // The earliest date of the format, in local time as the format has it: no stamp tells when this was built.
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 3, os: 3 });
}
