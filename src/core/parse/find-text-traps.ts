/**
 * Characters that make a text look other than it is: direction overrides, and characters without a shape in
 * names that people compare by eye. Linear; at most `mostFindings` a text.
 */
import type { Finding } from '../model/finding.ts';
import type { LineIndex } from '../model/place.ts';

const mostFindings = 50;

// Format characters without a shape of their own, and the blanks that no font shows.
const suspicious =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]+/gu;
const overrides = /[\u202a-\u202e]/u;
const isolates = /[\u2066-\u2069]/u;
/** What right-to-left and Indic scripts and emoji need inside words: joiners and direction marks. */
const joiners = /^[\u200c-\u200f\u061c\u2066-\u2069\u{e0100}-\u{e01ef}]$/u;
const needsJoiners =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Mongolian}\p{Extended_Pictographic}]/u;

/**
 * @param isName tells whether a line (from its first to its last offset) is compared by eye: front matter,
 *   registers, headings. There every character without a shape is refused that the script does not need.
 */
export function findTextTraps(
  text: string,
  from: number,
  to: number,
  isName: (lineStart: number, lineEnd: number) => boolean,
  file: string,
  lines: Pick<LineIndex, 'span'>,
): Finding[] {
  const passage = text.slice(from, to);
  if (!suspicious.test(passage)) {
    suspicious.lastIndex = 0;
    return [];
  }
  suspicious.lastIndex = 0;
  const findings: Finding[] = [];
  for (const match of passage.matchAll(suspicious)) {
    if (findings.length >= mostFindings) break;
    const start = from + match.index;
    const end = start + match[0].length;
    const lineStart = text.lastIndexOf('\n', start) + 1;
    const newline = text.indexOf('\n', end);
    const lineEnd = newline === -1 ? text.length : newline;
    const line = text.slice(Math.max(lineStart, start - 500), Math.min(lineEnd, end + 500));
    const place = lines.span(file, start, end);
    if (overrides.test(match[0]) || (isolates.test(match[0]) && !isBalanced(line))) {
      findings.push({
        rule: 'direction-override',
        severity: 'error',
        place,
        message: `Unexpected ${nameOf(match[0])}, expected text that is shown in the order in which it is written`,
        hint: 'Delete the invisible character. Right-to-left scripts need none; to set a foreign phrase apart use the pair U+2067 … U+2069.',
      });
    } else if (isName(lineStart, lineEnd)) {
      const all = [...match[0]];
      if (all.every((character) => joiners.test(character)) && needsJoiners.test(line)) continue;
      findings.push({
        rule: 'invisible-character',
        severity: 'error',
        place,
        message: `Unexpected ${nameOf(match[0])}, expected only characters that can be seen`,
        hint: 'Delete it: it usually came in by copying from a web page or a word processor.',
      });
    }
  }
  return findings;
}

function isBalanced(line: string): boolean {
  let open = 0;
  for (const character of line) {
    if (/[\u2066-\u2068]/u.test(character)) open++;
    else if (character === '\u2069' && --open < 0) return false;
  }
  return open === 0;
}

const names: Readonly<Record<number, string>> = {
  0xad: 'soft hyphen',
  0x200b: 'zero-width space',
  0x200c: 'zero-width non-joiner',
  0x200d: 'zero-width joiner',
  0x200e: 'left-to-right mark',
  0x200f: 'right-to-left mark',
  0x202a: 'left-to-right embedding',
  0x202b: 'right-to-left embedding',
  0x202c: 'end of a direction override',
  0x202d: 'left-to-right override',
  0x202e: 'right-to-left override',
  0x2060: 'word joiner',
  0x3164: 'Hangul filler',
  0xfeff: 'zero-width no-break space',
};

function nameOf(found: string): string {
  const code = found.codePointAt(0) ?? 0;
  const written = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return `invisible character \`${written}\`${names[code] === undefined ? '' : ` (${names[code]})`}`;
}
