/**
 * Stand-ins for the characters of code that the parser would act on, each as long as what it stands for. They
 * are taken from the private use area, and only such as the text does not hold itself.
 */

/** Braces and angles everywhere; the first letter of `import` and `export` at the beginning of a line. */
const dangerous = /[{}<]|^(?:(?=import\b)i|(?=export\b)e)/gm;
const originals = ['{', '}', '<', 'i', 'e'] as const;

export interface Hiding {
  /** The text with every dangerous character hidden. */
  readonly hide: (text: string) => string;
  readonly hideLetter: (letter: string) => string;
  /** The text as it was written; addresses may hold the stand-ins in percent-encoded form. */
  readonly show: (text: string) => string;
  /** The first hidden brace or angle at or after an offset, with its offset; undefined where there is none. */
  readonly find: (text: string, from: number, to: number) => { at: number; character: string } | undefined;
  /** Whether anything was hidden. */
  readonly isUsed: () => boolean;
}

export function createHiding(text: string): Hiding {
  const taken = new Set(text.match(/[\ue000-\uf8ff]/g));
  const standIns: string[] = [];
  for (let code = 0xe000; standIns.length < originals.length && code <= 0xf8ff; code++) {
    const character = String.fromCharCode(code);
    if (!taken.has(character)) standIns.push(character);
  }
  const hidden = new Map<string, string>(originals.map((one, index) => [one, standIns[index] ?? ' ']));
  const shown = new Map<string, string>([...hidden].map(([one, other]) => [other, one]));
  const encoded = new Map(
    [...shown].map(([standIn, one]) => [encodeURIComponent(standIn), encodeURIComponent(one)]),
  );
  const anyStandIn = new RegExp([...shown.keys(), ...encoded.keys()].join('|'), 'g');
  const marks = new Set([...hidden].flatMap(([one, standIn]) => ('{}<'.includes(one) ? [standIn] : [])));
  let used = false;
  const hideLetter = (letter: string): string => {
    used = true;
    return hidden.get(letter) ?? letter;
  };
  return {
    hide: (passage) => passage.replaceAll(dangerous, hideLetter),
    hideLetter,
    show: (passage) =>
      passage.replaceAll(anyStandIn, (found) => shown.get(found) ?? encoded.get(found) ?? found),
    find: (passage, from, to) => {
      for (let at = from; at < to; at++) {
        const character = passage[at] ?? '';
        if (marks.has(character)) return { at, character: shown.get(character) ?? character };
      }
      return undefined;
    },
    isUsed: () => used,
  };
}
