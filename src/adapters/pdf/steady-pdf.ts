/** The same bytes for the same input, whenever the browser writes them. */

const elementName = /\(node\d{8}\)/g;

/**
 * What differs from one time to the next, in plain text and of one length, so that every offset in the file holds:
 * the moment, and the numbers that the browser happens to give to the elements that tags refer to.
 */
export function steadyPdf(pdf: Uint8Array, day: string): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const names = [...new Set(text.match(elementName) ?? [])].sort();
  // In their order, by which readers look them up.
  const numbers = new Map(names.map((name, at) => [name, `(node${String(at + 1).padStart(8, '0')})`]));
  const written = text
    .replaceAll(elementName, (name) => numbers.get(name) ?? name)
    .replaceAll(
      /\/(CreationDate|ModDate) \(D:\d{14}/g,
      (_, name: string) => `/${name} (D:${day.replaceAll('-', '')}000000`,
    );
  return Buffer.from(written, 'latin1');
}
