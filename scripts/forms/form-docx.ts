/** A form as a text document to fill in (ECMA-376, WordprocessingML), with id and version in the footer. */
import type { FormBlock, FormText } from './form-blocks.ts';
import { escaped, packOffice } from './office-parts.ts';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** Twentieths of a point: an A4 page of 11906 less margins of 2 cm. */
const width = 9638;

export function formDocx(form: FormText, college: string): Uint8Array {
  const root = `xmlns:w="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`;
  const body = [
    paragraph(form.title, 'Title'),
    ...form.blocks.map(blockMarkup),
    '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>',
  ].join('');
  return packOffice(
    form,
    college,
    'word/document.xml',
    [
      {
        path: 'word/document.xml',
        type: `${kind}.document.main+xml`,
        markup: `<w:document ${root}><w:body>${body}</w:body></w:document>`,
      },
      { path: 'word/styles.xml', type: `${kind}.styles+xml`, markup: styles(root) },
      {
        path: 'word/footer1.xml',
        type: `${kind}.footer+xml`,
        markup: `<w:ftr ${root}>${paragraph(`${form.id}, version ${form.version}. ${college}. Uncontrolled when printed.`, 'Footer')}</w:ftr>`,
      },
    ],
    [
      ['styles', 'styles.xml'],
      ['footer', 'footer1.xml'],
    ],
  );
}

function blockMarkup(block: FormBlock): string {
  switch (block.kind) {
    case 'heading':
      return paragraph(block.text, 'Heading1');
    case 'note':
      return paragraph(block.text, 'Note');
    case 'box':
      return paragraph(`☐  ${block.text}`);
    case 'table':
      return table(block.rows);
    default:
      return paragraph(block.text);
  }
}

function table(rows: readonly (readonly string[])[]): string {
  const columns = rows[0]?.length ?? 1;
  const one = Math.floor(width / columns);
  const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="7F8C8D"/>`)
    .join('');
  const cells = (row: readonly string[], style?: string): string =>
    row
      .map(
        (text) => `<w:tc><w:tcPr><w:tcW w:w="${one}" w:type="dxa"/></w:tcPr>${paragraph(text, style)}</w:tc>`,
      )
      .join('');
  const [head = [], ...body] = rows;
  return `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblBorders>${border}</w:tblBorders><w:tblLook w:firstRow="1"/></w:tblPr><w:tblGrid>${`<w:gridCol w:w="${one}"/>`.repeat(columns)}</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>${cells(head, 'TableHead')}</w:tr>${body
    .map((row) => `<w:tr><w:trPr><w:trHeight w:val="567"/></w:trPr>${cells(row)}</w:tr>`)
    .join('')}</w:tbl>${paragraph('')}`;
}

const paragraph = (text: string, style?: string): string =>
  `<w:p>${style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${
    text === '' ? '' : `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
  }</w:p>`;

function styles(root: string): string {
  const style = (id: string, name: string, size: number, more: string, before = 0): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="${before}" w:after="80"/></w:pPr><w:rPr>${more}<w:sz w:val="${size}"/></w:rPr></w:style>`;
  return `<w:styles ${root}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="20"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="80"/></w:pPr></w:style>${style('Title', 'Title', 36, '<w:b/>')}${style('Heading1', 'heading 1', 26, '<w:b/>', 240)}${style('TableHead', 'Table Head', 18, '<w:b/>')}${style('Note', 'Note', 20, '<w:i/>')}${style('Footer', 'footer', 16, '')}</w:styles>`;
}
