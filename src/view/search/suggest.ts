/** What to offer when nothing was found: nearest ids, titles and words. Pagefind itself forgives no slip. */
import type { Lookup } from './lookup.ts';
import { codeKey, fold, wordsOf } from './search-query.ts';

export interface Suggestion {
  readonly text: string;
  readonly url: string;
}

export interface Suggestions {
  /** The query with its unknown words replaced by the nearest known ones. */
  readonly corrected: string | undefined;
  readonly pages: readonly Suggestion[];
}

export function suggest(query: string, lookup: Lookup, most = 5): Suggestions {
  return { corrected: correct(query, lookup), pages: nearestPages(query, lookup, most) };
}

function correct(query: string, lookup: Lookup): string | undefined {
  const known = new Set(
    [...lookup.documents, ...lookup.clauses, ...lookup.names].flatMap(({ title }) => wordsOf(title)),
  );
  const words = wordsOf(query);
  const corrected = words.map((word) => {
    if (known.has(word) || word.length < 4) return word;
    return nearest(word, known, word.length > 7 ? 2 : 1) ?? nearest(word, known, 2) ?? word;
  });
  return corrected.some((word, at) => word !== words[at]) ? corrected.join(' ') : undefined;
}

function nearestPages(query: string, lookup: Lookup, most: number): Suggestion[] {
  const code = codeKey(query);
  const wanted = wordsOf(query);
  const scored = [
    ...lookup.documents.map(({ id, title, url }) => ({
      text: `${id} ${title}`,
      url,
      score: Math.min(distance(code, codeKey(id), 2), titleDistance(wanted, title)),
    })),
    ...lookup.names.map(({ title, url, kind }) => ({
      text: `${title} (${kind.toLowerCase()})`,
      url,
      score: titleDistance(wanted, title),
    })),
  ];
  return scored
    .filter(({ score }) => score <= 2)
    .sort((a, b) => a.score - b.score || (a.text < b.text ? -1 : 1))
    .slice(0, most)
    .map(({ text, url }) => ({ text, url }));
}

/** 0 where some word of the query stands in the title; else the distance of the nearest pair of longer words. */
function titleDistance(wanted: readonly string[], title: string): number {
  const words = wordsOf(title);
  let best = Infinity;
  for (const word of wanted) {
    if (word.length < 4) continue;
    for (const one of words)
      best = Math.min(best, one.startsWith(word) ? 0 : one.length < 4 ? Infinity : distance(word, one, 2));
  }
  return best;
}

function nearest(word: string, known: Iterable<string>, most: number): string | undefined {
  let best: string | undefined;
  let least = most + 1;
  for (const one of known) {
    if (one.length < 4) continue;
    const steps = distance(word, one, most);
    if (steps < least || (steps === least && steps <= most && best !== undefined && one < best)) {
      best = one;
      least = steps;
    }
  }
  return least <= most ? best : undefined;
}

/** Letters to insert, drop, change or swap with their neighbour; Infinity past `most`. */
export function distance(one: string, other: string, most: number): number {
  const a = fold(one);
  const b = fold(other);
  if (Math.abs(a.length - b.length) > most) return Infinity;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let steps = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        steps = Math.min(steps, (before[j - 2] ?? 0) + 1);
      row.push(steps);
    }
    if (Math.min(...row) > most) return Infinity;
    before = last;
    last = row;
  }
  const steps = last[b.length] ?? Infinity;
  return steps <= most ? steps : Infinity;
}
