/** The parts of a workbook beside its sheets: what belongs to it, its styles, its texts. */
import type { Table } from '../../core/export/table.ts';
import { rangeOf, type SharedTexts } from './sheet-markup.ts';

/** Numbers of the cell styles below. `indented + n` is a text moved in by n steps. */
export const styles = { number: 0, header: 1, text: 2, wrapped: 3, date: 4, indented: 4 } as const;
/** The deepest outline a spreadsheet knows. */
export const deepestIndent = 7;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** All parts but the sheets, by path in the archive, the table of contents first. */
export function workbookParts(tables: readonly Table[], texts: SharedTexts): Record<string, string> {
  return {
    '[Content_Types].xml': contentTypes(tables),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(tables),
    'xl/_rels/workbook.xml.rels': relationships([
      ...tables.map((_table, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': styleSheet,
    'xl/sharedStrings.xml': sharedStrings(texts),
  };
}

function contentTypes(tables: readonly Table[]): string {
  const parts: [path: string, type: string][] = [
    ['workbook', 'sheet.main'],
    ...tables.map((_table, at): [string, string] => [`worksheets/sheet${at + 1}`, 'worksheet']),
    ['styles', 'styles'],
    ['sharedStrings', 'sharedStrings'],
  ];
  const overrides = parts.map(
    ([path, type]) => `<Override PartName="/xl/${path}.xml" ContentType="${sheetType}.${type}+xml"/>`,
  );
  return `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${all.join('')}</Relationships>`;
}

function workbook(tables: readonly Table[]): string {
  const sheets = tables.map(
    ({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  // What spreadsheets write themselves for a filtered sheet, and the header on every printed page.
  const names = tables.flatMap((table, at) => [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">'${escaped(table.name)}'!${rangeOf(table, '$')}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${escaped(table.name)}'!$1:$1</definedName>`,
  ]);
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`;
}

function sharedStrings(texts: SharedTexts): string {
  const items = [...texts.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
  return `${declaration}<sst xmlns="${main}" uniqueCount="${texts.size}">${items.join('')}</sst>`;
}

/** Format 49 is text: no spreadsheet makes a number of 7.10. */
const textFormat = 49;
const dateFormat = 164;
const top = '<alignment vertical="top"/>';
const format = (numFmt: number, inside: string, font = 0, fill = 0): string =>
  `<xf numFmtId="${numFmt}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">${inside}</xf>`;
const cellFormats = [
  format(0, top),
  format(textFormat, '<alignment vertical="top" wrapText="1"/>', 1, 2),
  format(textFormat, top),
  format(textFormat, '<alignment vertical="top" wrapText="1"/>'),
  format(dateFormat, top),
  ...Array.from({ length: deepestIndent }, (_step, at) =>
    format(textFormat, `<alignment horizontal="left" vertical="top" indent="${at + 1}"/>`),
  ),
];
const styleSheet = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="${dateFormat}" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF1"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cellFormats.length}">${cellFormats.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** The longest text a cell takes. */
const longest = 32_767;

/**
 * Text as XML: what XML cannot hold is left out, and what a spreadsheet would read as an escape (`_x000D_`) is
 * escaped itself.
 */
function escaped(text: string): string {
  const short = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  return (
    short
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      // The characters that XML 1.0 refuses.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replace(/[&<>"']/g, (character) => entities[character] ?? character)
  );
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
