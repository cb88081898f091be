/**
 * A linear look at YAML before the parser sees it: the parser recurses, and where its stack ends depends on the
 * machine. Nesting beyond what a person writes is refused here, at its place.
 */

/** Lists and groups of keys may stand within one another so many times. */
export const deepestYaml = 24;
/** No level is indented further than this. */
const widestIndentation = 120;

/** Where nesting goes too deep; undefined where it does not. Brackets within quotation marks count too. */
export function findDeepYaml(text: string): number | undefined {
  let depth = 0;
  let items = 0;
  let lineStart = 0;
  let inIndentation = true;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\n') {
      lineStart = at + 1;
      inIndentation = true;
      items = 0;
      continue;
    }
    if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
    if (inIndentation && character !== ' ') {
      // `- - -` and `? ? ?` open a level each; `---` is text or a line across.
      if ('-?:'.includes(character ?? '') && (text[at + 1] ?? ' ') === ' ') items++;
      else inIndentation = false;
    }
    if (depth > deepestYaml || items > deepestYaml || (inIndentation && at - lineStart > widestIndentation))
      return at;
  }
  return undefined;
}

/** Quotation marks, brackets, commas and colons of one line: thousands of rows of JSON, and no line of a person. */
export const mostMarksOfALine = 20_000;
const marks = /["'[\]{},:]/;

/** Where a line holds more marks than that: the parser makes a token of each, and most often an error too. */
export function findManyMarks(text: string): number | undefined {
  let found = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '\n') found = 0;
    else if (marks.test(character) && ++found > mostMarksOfALine) return at;
  }
  return undefined;
}

/** Refused one by one; where there are more, the parser is not asked. */
export const mostAliases = 200;

/** Where the aliases and anchors become too many: the parser takes minutes over some tens of thousands. */
export function findManyAliases(text: string): number | undefined {
  return nth(text.matchAll(/(?<=^|[\s[{,:-])[*&][^\s,[\]{}*&]/gm), mostAliases);
}

/** Where the tags become too many, as in `- !a b`. */
export function findManyTags(text: string): number | undefined {
  // Only where a value begins: an exclamation mark within a sentence is none.
  return nth(text.matchAll(/(?<=^[ -]*|: |[[{,] ?)![^\s,[\]{}]/gm), mostAliases);
}

function nth(matches: Iterable<RegExpExecArray>, most: number): number | undefined {
  let found = 0;
  for (const match of matches) if (++found > most) return match.index;
  return undefined;
}
