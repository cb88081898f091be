/** The institution's pattern for ids, within bounds that keep ids safe in addresses and file names. */
import { reservedName } from '../model/portable-name.ts';

/** What every id must satisfy whatever the institution's pattern says: it becomes a folder of the site. */
const safe = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/;

export type ReadPattern =
  | { readonly judge: (id: string) => 'sound' | 'unsafe' | 'other form'; readonly problem?: undefined }
  | { readonly problem: string; readonly judge?: undefined };

export function readPattern(source: string | undefined): ReadPattern {
  const isSafe = (id: string): boolean => safe.test(id) && !reservedName.test(id);
  if (source === undefined) return { judge: (id) => (isSafe(id) ? 'sound' : 'unsafe') };
  // A group that repeats and holds a repetition can take exponential time; no numbering scheme needs one.
  if (/\([^)]*[+*}][^)]*\)[+*{]/.test(source))
    return { problem: 'a repeated group may not hold a repetition' };
  try {
    const own = new RegExp(source, 'u');
    return { judge: (id) => (!own.test(id) ? 'other form' : isSafe(id) ? 'sound' : 'unsafe') };
  } catch {
    return { problem: 'it cannot be read' };
  }
}
