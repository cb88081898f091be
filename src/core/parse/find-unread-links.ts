/** Text that was meant as a link and is none: `[text](two words.mdx)`, `[text] (page.mdx)`, `(page)[text]`. */
import type { Finding } from '../model/finding.ts';
import type { LineIndex } from '../model/place.ts';

/**
 * @param text the whole file
 * @param from where a passage begins that the parser took for plain text, and `to` where it ends
 */
export function findUnreadLinks(
  text: string,
  from: number,
  to: number,
  file: string,
  lines: LineIndex,
): Finding[] {
  const findings: Finding[] = [];
  for (const match of text.slice(from, to).matchAll(unread)) {
    const [whole, label = '', gap = '', address = ''] = match;
    if (gap === '' ? !/[^\s]/.test(address) : !looksLikeAddress(address)) continue;
    if (label === '' && gap !== '') continue;
    const start = from + match.index;
    if (text[start - 1] === '\\') continue;
    findings.push({
      rule: 'unread-link',
      severity: 'warning',
      place: lines.span(file, start, start + whole.length),
      message: `Unexpected \`${clip(whole)}\` as plain text, expected a link \`[text](address)\``,
      hint: /\s/.test(address.trim())
        ? 'An address holds no spaces: write %20 for each, or better link by id, `[text](doc:PRC-007)`.'
        : gap === ''
          ? 'Look for a missing bracket. For brackets as characters write `\\[`.'
          : 'Remove the space between the brackets.',
    });
  }
  return findings;
}

// The label may hold no bracket, so that each `[` is looked at once.
const unread = /\[([^[\]\n]{0,200})\]([ \t]?)\(([^()\n]{0,300})\)/g;

const looksLikeAddress = (text: string): boolean =>
  /^(?:[a-z]+:\S+|#\S+|\.{0,2}\/\S+|\S+\.(?:mdx?|html?|pdf|png|svg)(?:#\S*)?)$/i.test(text.trim());

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
