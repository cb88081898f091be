/** What a finished PDF says of its sheets. */
import { getDocumentProxy } from 'unpdf';

export interface PdfSheets {
  readonly count: number;
  /** The sheet, counted from 1, on which a place that links lead to stands. */
  readonly sheetOf: (name: string) => Promise<number | undefined>;
}

export async function readSheets(pdf: Uint8Array): Promise<PdfSheets> {
  // The reader takes the bytes for itself.
  const document = await getDocumentProxy(new Uint8Array(pdf));
  return {
    count: document.numPages,
    sheetOf: async (name) => {
      const [page] = ((await document.getDestination(name)) ?? []) as [
        Parameters<typeof document.getPageIndex>[0]?,
      ];
      return page === undefined ? undefined : (await document.getPageIndex(page)) + 1;
    },
  };
}
