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
