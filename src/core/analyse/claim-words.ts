/** Words that reasons and remedies share: names of documents and sections, kinds of documented information, lists. */
import type { DocumentId } from '../model/document.ts';
import type { JudgedClaim } from '../model/facts.ts';
import type { RequiredItem } from '../model/standard.ts';

export const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];
export const stripStop = (text: string): string => text.trim().replace(/\.$/, '');
export const capitalized = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
/** Within a sentence; a word in capitals, such as an abbreviation, keeps them. */
export const uncapitalized = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;

export const listAnd = (words: readonly string[]): string => list(words, 'and');
export const listOr = (words: readonly string[]): string => list(words, 'or');

/** A sentence with more names is read by nobody; tables name them all. */
const mostNamed = 8;

function list(words: readonly string[], last: string): string {
  if (words.length < 2) return words[0] ?? '';
  if (words.length > mostNamed)
    return `${words.slice(0, mostNamed - 1).join(', ')} ${last} ${words.length - mostNamed + 1} more`;
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}

/** `document` or `record` */
export const kindOf = (item: RequiredItem): string => (item.kind === 'retain' ? 'record' : 'document');

/** What would meet the item: its types where they are few, else its kind. */
export const typesOf = (item: RequiredItem): string =>
  item.kind === 'retain' || item.accepts.length > 4 ? kindOf(item) : listOr(item.accepts);

/** What the item asks for, within a sentence. */
export const askedFor = (item: RequiredItem): string => uncapitalized(stripStop(item.what));

export const documentsOf = (claims: readonly JudgedClaim[]): DocumentId[] =>
  unique(claims.map(({ claim }) => claim.document));

/** The documents behind claims with the sections named, e.g. `PRC-007 (#decision) and PRC-008`. */
export function nameClaims(claims: readonly JudgedClaim[]): string {
  return listAnd(
    documentsOf(claims).map((id) => {
      const sections = claims.flatMap(({ claim }) => (claim.document === id ? claim.sections : []));
      return sections.length === 0
        ? id
        : `${id} (${unique(sections)
            .map((section) => `#${section}`)
            .join(', ')})`;
    }),
  );
}

/** The verb that goes with the documents behind claims. */
export const verb = (claims: readonly JudgedClaim[], one: string, many: string): string =>
  documentsOf(claims).length > 1 ? many : one;

/** What follows `PRC-001 claims it`: ` but is a draft`, `, but its review was due on 2026-02-01`. */
export const butNot = (claim: JudgedClaim | undefined): string => {
  const reason = claim?.standingReason ?? '';
  return reason.startsWith('it ') ? ` but ${reason.slice(3)}` : `, but ${reason}`;
};
