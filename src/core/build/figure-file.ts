/** The file below the content folder that a `<Figure src>` names, seen from its document. */
import { joinPath } from '../model/content-path.ts';

/** Undefined where the path is no path, climbs past the top, or names another host. Read as links are: `%20` is a space. */
export function figureFile(documentFile: string, source: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(source)) return undefined;
  return joinPath(documentFile, decode(source).normalize('NFC'));
}

/** A percent sign that encodes nothing is one. */
function decode(source: string): string {
  try {
    return decodeURIComponent(source);
  } catch {
    return source;
  }
}
