/** Tables as an XLSX workbook: frozen header, filters, the tree of rows as outline and indent, the same bytes each time. */
import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import writeExcelFile from 'write-excel-file/node';
import type { CellObject, Feature, Row, SheetData } from 'write-excel-file/node';
import type { Cell, Column, Table } from '../../core/export/table.ts';

/** What the library takes as the content of a file inside the workbook. */
type FileContent = Stream | Buffer | Blob;

/** One sheet a table, in this order. */
export async function writeWorkbook(tables: readonly Table[]): Promise<Uint8Array> {
  const sheets = tables.map((table) => ({
    sheet: table.name,
    data: sheetData(table),
    columns: table.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    orientation: 'landscape' as const,
  }));
  const features = [filtersAndOutline(tables)];
  return withFixedTimes(
    await writeExcelFile(sheets, { features, fontFamily: 'Calibri', fontSize: 11 }).toBuffer(),
  );
}

function sheetData({ columns, rows, levels }: Table): SheetData {
  const head: Row = columns.map(({ title }) => ({
    value: title,
    type: String,
    fontWeight: 'bold',
    backgroundColor: '#E8EDF1',
  }));
  const body = rows.map((row, at): Row =>
    row.map((value, index) => sheetCell(value, columns[index], index === 0 ? levels?.[at] : undefined)),
  );
  return [head, ...body];
}

function sheetCell(value: Cell, column: Column | undefined, level: number | undefined): CellObject | null {
  if (value === null) return null;
  const style = {
    alignVertical: 'top' as const,
    wrap: (column?.width ?? 0) >= 24,
    ...(level ? { indent: level } : {}),
  };
  if (typeof value === 'number') return { value, type: Number, ...style };
  // The library counts in UTC, so the day does not move with the zone of the machine.
  if (column?.kind === 'date')
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd', ...style };
  return { value, type: String, format: '@', ...style };
}

/** What the library has no option for, written into the sheet's markup. */
function filtersAndOutline(tables: readonly Table[]): Feature<FileContent> {
  const sheet = {
    transformElementAttributes: (
      tagName: string,
      attributes: Record<string, string | number>,
      index: number | undefined,
      _options: unknown,
      { sheetIndex }: { readonly sheetIndex: number },
    ) => {
      // The first row is the header.
      const level =
        tagName === 'row' && index !== undefined ? tables[sheetIndex]?.levels?.[index - 1] : undefined;
      return level === undefined || level === 0
        ? attributes
        : { ...attributes, outlineLevel: Math.min(level, 7) };
    },
    transform: (markup: string, _options: unknown, { sheetIndex }: { readonly sheetIndex: number }) => {
      const table = tables[sheetIndex];
      return table === undefined
        ? markup
        : withFilter(table.levels ? withSummaryAbove(markup, table.levels) : markup, table);
    },
  };
  return { files: { transform: { 'xl/worksheets/sheet{id}.xml': sheet } } };
}

/** A heading stands above its clauses, where a spreadsheet expects sums below. */
function withSummaryAbove(markup: string, levels: readonly number[]): string {
  const deepest = Math.min(Math.max(0, ...levels), 7);
  return markup
    .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><outlinePr summaryBelow="0"/></sheetPr>')
    .replace(/<sheetFormatPr([^>]*?)\/>|(?=<cols>)/, (_all, attributes: string | undefined) =>
      attributes === undefined
        ? `<sheetFormatPr defaultRowHeight="15" outlineLevelRow="${deepest}"/>`
        : `<sheetFormatPr${attributes} outlineLevelRow="${deepest}"/>`,
    );
}

function withFilter(markup: string, { columns, rows }: Table): string {
  const range = `A1:${columnName(columns.length)}${rows.length + 1}`;
  return markup.replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`);
}

/** `A`, `Z`, `AA` of 1, 26, 27. */
function columnName(number: number): string {
  const rest = (number - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return number <= 26 ? letter : `${columnName((number - 1 - rest) / 26)}${letter}`;
}

/**
 * The library stamps every file of the archive with the time of writing; the earliest date of the format makes two
 * builds agree. The stamps are overwritten where they stand: packing anew would compress everything twice.
 */
function withFixedTimes(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const earliest = 0x0021_0000; // 1980-01-01 00:00
  let end = archive.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x0605_4b50) end--;
  if (end < 0) throw new Error('The workbook is no ZIP archive.');
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    view.setUint32(entry + 12, earliest, true);
    view.setUint32(view.getUint32(entry + 42, true) + 10, earliest, true);
    const lengths = [28, 30, 32].map((at) => view.getUint16(entry + at, true));
    entry += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
  return archive;
}
