/** A form as a tagged PDF to print and fill in by hand, with id and version at the foot of each page. */
import PDFDocument from 'pdfkit';
import type { FormText } from './form-blocks.ts';

const margin = 56;
const rowHeight = 30;

/** @param date stands in the file as the day it was made: the day of the approval, so that the bytes stay the same */
export function formPdf(form: FormText, college: string, date: Date): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: margin, left: margin, right: margin, bottom: 72 },
    bufferPages: true,
    // Compressed streams depend on the version of the compressor.
    compress: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en',
    displayTitle: true,
    info: {
      Title: `${form.id} ${form.title}`,
      Subject: `${form.id}, version ${form.version}`,
      Author: college,
      Keywords: `${form.id}, ${form.version}`,
      CreationDate: date,
      ModDate: date,
    },
  });
  const chunks: Uint8Array[] = [];
  const done = new Promise<Uint8Array>((resolve) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
  });
  const width = pdf.page.width - 2 * margin;
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const write = (tag: string, text: string, size: number, isBold: boolean, gap: number): void => {
    // A heading alone at the foot of a page leads nowhere.
    if (pdf.y > pdf.page.height - 72 - size * (isBold ? 5 : 2)) pdf.addPage();
    root.add(
      pdf.struct(tag, {}, () => {
        pdf.font(isBold ? 'Helvetica-Bold' : 'Helvetica').fontSize(size);
        pdf.text(text, margin, pdf.y, { width });
      }),
    );
    pdf.y += gap;
  };
  write('H1', form.title, 18, true, 8);
  for (const block of form.blocks) {
    if (block.kind === 'heading') {
      pdf.y += 8;
      write('H2', block.text, 13, true, 4);
    } else if (block.kind === 'table') {
      const table = pdf.struct('Table');
      root.add(table);
      for (const [at, row] of block.rows.entries()) {
        if (pdf.y > pdf.page.height - 72 - rowHeight) pdf.addPage();
        const top = pdf.y;
        const cell = width / row.length;
        const line = pdf.struct('TR');
        table.add(line);
        pdf.font(at === 0 ? 'Helvetica-Bold' : 'Helvetica').fontSize(10);
        const height = Math.max(
          at === 0 ? 20 : rowHeight,
          ...row.map((text) => pdf.heightOfString(text, { width: cell - 10 }) + 12),
        );
        for (const [index, text] of row.entries()) {
          line.add(
            pdf.struct(at === 0 ? 'TH' : 'TD', {}, () => {
              pdf
                .rect(margin + index * cell, top, cell, height)
                .lineWidth(0.5)
                .stroke('#555555');
              if (text !== '') pdf.text(text, margin + index * cell + 5, top + 6, { width: cell - 10 });
            }),
          );
        }
        line.end();
        pdf.y = top + height;
      }
      table.end();
      pdf.y += 8;
    } else
      write('P', block.kind === 'box' ? `[   ]  ${block.text}` : block.text, 10, block.kind === 'note', 5);
  }
  root.end();
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page);
    // Below the lower margin, where text would begin a new page.
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.font('Helvetica').fontSize(8);
    pdf.text(
      `${form.id}, version ${form.version}. ${college}. Page ${page + 1} of ${count}. Uncontrolled when printed.`,
      margin,
      pdf.page.height - 48,
      { width, lineBreak: false },
    );
    pdf.endMarkedContent();
  }
  pdf.end();
  return done;
}
