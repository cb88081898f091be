/** A form as a workbook of one sheet to fill in (ECMA-376, SpreadsheetML), with id and version in the footer. */
import type { FormBlock, FormText } from './form-blocks.ts';
import { escaped, packOffice } from './office-parts.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Numbers of the cell formats in `styles`. */
const look = { plain: 0, title: 1, heading: 2, field: 3, head: 4 } as const;

export function formXlsx(form: FormText, college: string): Uint8Array {
  const columns = Math.max(
    2,
    ...form.blocks.map((block) => (block.kind === 'table' ? (block.rows[0]?.length ?? 0) : 0)),
  );
  const rows: [cells: readonly string[], style: number][] = [
    [[form.title], look.title],
    ...form.blocks.flatMap(rowsOf),
  ];
  const sheetData = rows
    .map(
      ([cells, style], at) =>
        `<row r="${at + 1}">${cells
          .map((text, column) => {
            const address = `${String.fromCharCode(65 + column)}${at + 1}`;
            return text === ''
              ? `<c r="${address}" s="${style}"/>`
              : `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
          })
          .join('')}</row>`,
    )
    .join('');
  // A text longer than its column runs over the cells beside it, which are joined for it.
  const merged = rows.flatMap(([cells], at) =>
    cells.length === 1 ? [`<mergeCell ref="A${at + 1}:${String.fromCharCode(64 + columns)}${at + 1}"/>`] : [],
  );
  const sheet = `<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><cols><col min="1" max="1" width="40" customWidth="1"/><col min="2" max="${columns}" width="24" customWidth="1"/></cols><sheetData>${sheetData}</sheetData><mergeCells count="${merged.length}">${merged.join('')}</mergeCells><pageMargins left="0.6" right="0.6" top="0.6" bottom="0.8" header="0.3" footer="0.4"/><pageSetup paperSize="9" fitToHeight="0"/><headerFooter><oddFooter>&amp;L${escaped(escaped(`${form.id}, version ${form.version}`))}&amp;RUncontrolled when printed</oddFooter></headerFooter></worksheet>`;
  return packOffice(
    form,
    college,
    'xl/workbook.xml',
    [
      {
        path: 'xl/workbook.xml',
        type: `${kind}.sheet.main+xml`,
        markup: `<workbook xmlns="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="${form.id}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      },
      { path: 'xl/worksheets/sheet1.xml', type: `${kind}.worksheet+xml`, markup: sheet },
      { path: 'xl/styles.xml', type: `${kind}.styles+xml`, markup: styles },
    ],
    [
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ],
  );
}

function rowsOf(block: FormBlock): [readonly string[], number][] {
  switch (block.kind) {
    case 'heading':
      return [
        [[''], look.plain],
        [[block.text], look.heading],
      ];
    case 'box':
      return [[[`☐  ${block.text}`], look.plain]];
    case 'table':
      return block.rows.map((row, at) => [row, at === 0 ? look.head : look.field]);
    default:
      return [[[block.text], look.plain]];
  }
}

const font = (size: number, isBold: boolean): string =>
  `<font>${isBold ? '<b/>' : ''}<sz val="${size}"/><name val="Arial"/></font>`;
const format = (fontId: number, borderId: number): string =>
  `<xf numFmtId="0" fontId="${fontId}" fillId="0" borderId="${borderId}" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;
const styles = `<styleSheet xmlns="${main}"><fonts count="4">${font(10, false)}${font(16, true)}${font(12, true)}${font(10, true)}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"/>`).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">${format(0, 0)}${format(1, 0)}${format(2, 0)}${format(0, 1)}${format(3, 1)}</cellXfs></styleSheet>`;
