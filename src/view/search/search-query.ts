/** What a reader typed, and what it names exactly. Pure: runs in the reader's browser and in the tests. */
import type { Lookup, LookupClause, LookupDocument, LookupName } from './lookup.ts';

/** Chosen values by filter: `{ type: ['form'] }`. Values of one filter are alternatives. */
export type Filters = Readonly<Record<string, readonly string[]>>;

export const filterNames = ['type', 'chapter', 'role', 'unit', 'review'] as const;

export interface ExactMatches {
  /** Documents whose id or earlier id was typed. */
  readonly documents: readonly LookupDocument[];
  /** Clauses whose number was typed, the edition in force first. */
  readonly clauses: readonly LookupClause[];
  /** Documents and names whose title holds every word typed, the closest first. */
  readonly titles: readonly LookupDocument[];
  readonly names: readonly LookupName[];
}

/** `PRC-007`, `prc 7`, `PRC007`, `prc_007` → `prc-7`: runs of letters and of digits, without leading zeros. */
export function codeKey(text: string): string {
  return (fold(text).match(/\p{L}+|\d+/gu) ?? [])
    .map((run) => (/^\d/.test(run) ? run.replace(/^0+(?=\d)/, '') : run))
    .join('-');
}

/** Lower case, without marks, so that `Évaluation` and `evaluation` meet. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toLowerCase();
}

export function findExact(query: string, lookup: Lookup, filters: Filters = {}): ExactMatches {
  const passing = lookup.documents.filter((document) => passes(document, filters));
  const filtered = Object.values(filters).some((values) => values.length > 0);
  const documents = findCodes(query, passing);
  // Clauses and names have no type or owner: a filter asks for documents.
  const clauses = filtered ? [] : findClauses(query, lookup.clauses);
  const titles = byTitle(query, passing).filter((document) => !documents.includes(document));
  return { documents, clauses, titles, names: filtered ? [] : byTitle(query, lookup.names) };
}

/** The query as Pagefind takes it: numbers of clauses and codes in quotation marks, so that 8.5.1 is not 8.5.10. */
export function fullTextQuery(query: string): string {
  return query
    .trim()
    .replace(/^(?:clause|section|§)\s+(?=\d)/i, '')
    .replaceAll(/(?<!["\S])(\d+(?:\.\d+)+)(?!["\S])/g, '"$1"');
}

function passes(document: LookupDocument, filters: Filters): boolean {
  return filterNames.every((name) => {
    const wanted = filters[name];
    if (wanted === undefined || wanted.length === 0) return true;
    const has = document[name];
    return (
      has !== undefined &&
      wanted.some((value) => (typeof has === 'string' ? has === value : has.includes(value)))
    );
  });
}

function findCodes(query: string, documents: readonly LookupDocument[]): LookupDocument[] {
  const words = query
    .trim()
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
  const wanted = new Set<string>();
  // An id may be typed as two or three words ("prc 7"), and stand among others ("prc 7 appeals").
  for (let from = 0; from < words.length; from++) {
    for (let length = 1; length <= 3 && from + length <= words.length; length++) {
      const key = codeKey(words.slice(from, from + length).join(' '));
      if (/\d/.test(key)) wanted.add(key);
    }
  }
  if (wanted.size === 0 && words.length !== 1) return [];
  const whole = codeKey(query);
  return documents.filter(({ id, aliases = [] }) =>
    [id, ...aliases].some((code) => {
      const key = codeKey(code);
      return key === whole || (wanted.has(key) && key.includes('-'));
    }),
  );
}

function findClauses(query: string, clauses: readonly LookupClause[]): LookupClause[] {
  const labels = new Set(
    query
      .trim()
      .split(/[\s,;]+/)
      .map((word) => word.replace(/^§/, '').replace(/\.$/, '').toLowerCase())
      // A bare number is a clause only when nothing else was typed, or the word before says so.
      .filter(
        (word, at, words) =>
          /^[a-z]?\d*(?:\.\d+)+$/.test(word) ||
          (/^(?:\d+|[a-z])$/.test(word) &&
            (words.length === 1 || /^(?:clause|chapter|annex|section)$/.test(words[at - 1] ?? ''))),
      ),
  );
  return labels.size === 0 ? [] : clauses.filter(({ label }) => labels.has(label.toLowerCase()));
}

/** Rows whose title holds every word, as a word or the beginning of one; whole titles first, then shorter ones. */
function byTitle<Row extends { readonly title: string }>(query: string, rows: readonly Row[]): Row[] {
  const words = wordsOf(query);
  if (words.length === 0 || words.join('').length < 3) return [];
  const whole = words.join(' ');
  return rows
    .map((row) => ({ row, title: wordsOf(row.title) }))
    .filter(({ title }) => words.every((word) => title.some((one) => one.startsWith(word))))
    .map((found) => ({ ...found, rank: rankOf(found.title, words, whole) }))
    .sort((a, b) => a.rank - b.rank || a.title.length - b.title.length)
    .map(({ row }) => row);
}

function rankOf(title: readonly string[], words: readonly string[], whole: string): number {
  const joined = title.join(' ');
  if (joined === whole) return 0;
  if (joined.startsWith(whole)) return 1;
  return words.every((word) => title.includes(word)) ? 2 : 3;
}

/** Words as they are compared: folded, and in Arabic without the article and the particle joined to it. */
export const wordsOf = (text: string): string[] =>
  (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.replace(/^[وفبك]?ال(?=\p{L}{3})/u, ''));
