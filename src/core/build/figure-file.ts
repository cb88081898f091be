/** The file below the content folder that a `<Figure src>` names, seen from its document. */

/** Undefined where the path is no path, climbs past the top, or names another host. */
export function figureFile(documentFile: string, source: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(source)) return undefined;
  const parts = documentFile.split('/').slice(0, -1);
  for (const part of source.normalize('NFC').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
