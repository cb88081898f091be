/** The thread of `PdfReader`: properties and text of one PDF after the other. */
import { parentPort } from 'node:worker_threads';
import { getDocumentProxy, getMeta } from 'unpdf';
import type { FormFile, FormStatement } from '../../core/model/form-file.ts';

/** Headers and footers of the first pages tell what a form is. */
const mostPages = 5;
const mostCharacters = 200_000;

parentPort?.on('message', (bytes: Uint8Array) => {
  readPdf(bytes).then(
    (says) => parentPort?.postMessage({ says } satisfies Pick<FormFile, 'says'>),
    (error: unknown) => {
      const isLocked = error instanceof Error && error.name === 'PasswordException';
      parentPort?.postMessage({
        unreadable: isLocked ? 'it is locked with a password' : 'it is no PDF file, or damaged',
      } satisfies Pick<FormFile, 'unreadable'>);
    },
  );
});

async function readPdf(bytes: Uint8Array): Promise<FormStatement[]> {
  const pdf = await getDocumentProxy(bytes, { verbosity: 0, disableFontFace: true });
  const { info } = await getMeta(pdf);
  const properties = [info, info['Custom']].flatMap((values: unknown) =>
    typeof values === 'object' && values !== null
      ? ['Title', 'Subject', 'Keywords', ...Object.keys(values)].flatMap((key) => {
          const value = (values as Record<string, unknown>)[key];
          return typeof value === 'string' && !technical.has(key) ? [value] : [];
        })
      : [],
  );
  const pages: string[] = [];
  for (let page = 1; page <= Math.min(pdf.numPages, mostPages); page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''));
  }
  return [
    { where: 'properties', text: [...new Set(properties)].join('\n').slice(0, mostCharacters) },
    { where: 'text', text: pages.join('\n').slice(0, mostCharacters) },
  ];
}

/** What programs write there, versions of the format and of themselves among it. */
const technical: ReadonlySet<string> = new Set([
  'PDFFormatVersion',
  'Producer',
  'Creator',
  'CreationDate',
  'ModDate',
  'Language',
  'EncryptFilterName',
]);
