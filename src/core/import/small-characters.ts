/** Raised and lowered text in characters of their own, where every one of it has one. */

const raised = pairs('0⁰ 1¹ 2² 3³ 4⁴ 5⁵ 6⁶ 7⁷ 8⁸ 9⁹ +⁺ -⁻ −⁻ =⁼ (⁽ )⁾ nⁿ iⁱ');
const lowered = pairs('0₀ 1₁ 2₂ 3₃ 4₄ 5₅ 6₆ 7₇ 8₈ 9₉ +₊ -₋ −₋ =₌ (₍ )₎');

function pairs(text: string): ReadonlyMap<string, string> {
  return new Map(text.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]));
}

const written =
  (map: ReadonlyMap<string, string>) =>
  (text: string): string | undefined => {
    // Ordinals (1st, 2nd) and marks are as plain on the line.
    if (/^(?:st|nd|rd|th|e|er|re|o|a|TM|SM|®|™|©)$/i.test(text)) return text;
    const characters = [...text].map((character) => map.get(character));
    return characters.includes(undefined) ? undefined : characters.join('');
  };

/** `2` as `²`; undefined where a character has no raised form. */
export const superscript = written(raised);
/** `2` as `₂`; undefined where a character has no lowered form. */
export const subscript = written(lowered);
