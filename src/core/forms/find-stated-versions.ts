/** Which id and versions a file to fill in states of itself. */

/** The id as a word of its own, whatever the letter case. */
export const namesId = (text: string, id: string): boolean => idPattern(id).test(text);

/** The version as a number of its own: `1.2` is not found in `1.20`, `11.2` or `1.2.3`. */
export const namesVersion = (text: string, version: string): boolean =>
  new RegExp(`(?<![\\d.])${escaped(version)}(?!\\d|\\.\\d)`).test(text);

/** Versions written near the id, each once, in the order of the text. Empty where the id does not stand in it. */
export function findStatedVersions(text: string, id: string): string[] {
  const found = new Set<string>();
  for (const { index, 0: match } of text.matchAll(idPattern(id, 'g'))) {
    const after = text.slice(index + match.length, index + match.length + near);
    const version = /(?<![\d.])(\d{1,4}\.\d{1,4})(?!\d|\.\d)/.exec(after)?.[1];
    if (version !== undefined) found.add(version);
  }
  return [...found];
}

/** A version belongs to an id that stands at most so many characters before it. */
const near = 80;

const idPattern = (id: string, flags = ''): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(id)}(?![\\p{L}\\p{N}])`, `iu${flags}`);

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
