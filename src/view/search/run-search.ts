/** One search: what was named exactly comes first, then titles and full text together. */
import { glossaryKind } from './lookup-kinds.ts';
import type { Lookup, LookupClause, LookupDocument, LookupName } from './lookup.ts';
import { codeKey, type Filters, findExact, fullTextQuery, wordsOf } from './search-query.ts';
import { suggest, type Suggestions } from './suggest.ts';

/** The part of Pagefind's interface that is used. */
export interface FullTextEngine {
  search(
    query: string | null,
    options: { filters: Record<string, unknown> },
  ): Promise<{ results: { id: string; score: number; data(): Promise<FullTextPage> }[] }>;
}

export interface FullTextPage {
  readonly url: string;
  readonly excerpt: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly sub_results: readonly { readonly title: string; readonly url: string; readonly excerpt: string }[];
}

export interface SearchHit {
  readonly url: string;
  readonly title: string;
  /** Document id or clause number. */
  readonly code: string | undefined;
  /** What it is: type and version, the standard, "Role". */
  readonly about: string;
  /** The section that answers best, with its own address. */
  readonly section: { readonly title: string; readonly url: string } | undefined;
  /** Markup from the full-text index: text with `<mark>`. */
  readonly excerptHtml: string | undefined;
}

export interface SearchOutcome {
  readonly hits: readonly SearchHit[];
  readonly total: number;
  readonly suggestions: Suggestions | undefined;
}

export interface SearchOptions {
  readonly lookup: Lookup;
  readonly engine: FullTextEngine;
  readonly filters: Filters;
  readonly typeNames: Readonly<Record<string, string>>;
  readonly most?: number;
}

/** A title that holds all the words counts this much more than the same words in a text. */
const titleBoost = 2.5;
/** What tells staff what to do stands before what is filled in or kept, when the words fit equally. */
const typeBoosts: Readonly<Record<string, number>> = {
  procedure: 1.3,
  policy: 1.15,
  'work-instruction': 1.2,
  manual: 1.05,
  form: 1,
  record: 0.85,
  external: 0.85,
};

export async function runSearch(query: string, options: SearchOptions): Promise<SearchOutcome> {
  const { lookup, engine, filters, typeNames, most = 20 } = options;
  const exact = findExact(query, lookup, filters);
  const words = exact.documents.length > 0 && isCodeOnly(query, exact.documents) ? [] : wordsOf(query);
  const wanted =
    words.length === 0 && exact.documents[0] !== undefined
      ? `"${exact.documents[0].id}"`
      : fullTextQuery(query);
  const found = await engine.search(wanted === '' ? null : wanted, { filters: engineFilters(filters) });
  const read = await Promise.all(
    found.results
      .slice(0, most + 10)
      .map(async (result) => ({ score: result.score, page: await result.data() })),
  );
  const pages = read.filter(({ page }) => holdsWords(page, words));
  const byUrl = new Map(pages.map(({ page }) => [withoutFragment(page.url), page]));
  const documentByUrl = new Map(lookup.documents.map((document) => [document.url, document]));

  const hits = new Map<string, SearchHit>();
  const add = (hit: SearchHit): void => {
    if (!hits.has(hit.url)) hits.set(hit.url, hit);
  };
  const addDocument = (document: LookupDocument): void => {
    add(documentHit(document, byUrl.get(document.url), typeNames));
  };
  const addName = ({ url, title, kind }: LookupName): void => {
    add({ url, title, code: undefined, about: kind, section: undefined, excerptHtml: undefined });
  };
  exact.documents.forEach(addDocument);
  exact.clauses.forEach((clause) => {
    add(clauseHit(clause));
  });
  const labels = new Set(exact.clauses.map(({ label }) => label));
  if (labels.size > 0)
    lookup.documents
      .filter(({ clauses }) => clauses?.some((label) => labels.has(label)))
      .forEach(addDocument);

  // The name of a role, a unit or a process, typed whole, is most likely what was meant, unless a document is
  // called the same. A term of the glossary explains; it comes after the document that answers best.
  const typed = wordsOf(query).join(' ');
  const isTyped = ({ title }: { readonly title: string }): boolean => wordsOf(title).join(' ') === typed;
  const whole = exact.names.filter(isTyped);
  if (!exact.titles.some(isTyped)) whole.filter(({ kind }) => kind !== glossaryKind).forEach(addName);
  const inTitle = new Set(exact.titles.map(({ url }) => url));
  pages
    .map(({ page, score }) => {
      const url = withoutFragment(page.url);
      const document = documentByUrl.get(url);
      return {
        page,
        url,
        document,
        score: score * (inTitle.has(url) ? titleBoost : 1) * (typeBoosts[document?.type ?? ''] ?? 1),
      };
    })
    .sort((a, b) => b.score - a.score || (a.url < b.url ? -1 : 1))
    .forEach(({ page, url, document }) => {
      add(document === undefined ? pageHit(page, url) : documentHit(document, page, typeNames));
      whole.forEach(addName);
    });
  exact.titles.slice(0, 5).forEach(addDocument);
  exact.names.slice(0, 3).forEach(addName);

  const unread = Math.max(0, found.results.length - read.length);
  return {
    hits: [...hits.values()].slice(0, most),
    total: hits.size + unread,
    suggestions: hits.size === 0 ? suggest(query, lookup) : undefined,
  };
}

const withoutFragment = (url: string): string => url.split('#')[0] ?? url;

const isCodeOnly = (query: string, documents: readonly LookupDocument[]): boolean =>
  documents.some(({ id, aliases = [] }) => [id, ...aliases].some((code) => codeKey(code) === codeKey(query)));

/**
 * Pagefind answers a word it does not know with pages that hold a beginning of it, down to one letter. Such a
 * page is no answer: what it marks must look like a word that was typed, and each longer word must stand in it,
 * in this or another form.
 */
function holdsWords(page: FullTextPage, words: readonly string[]): boolean {
  const longer = words.filter((word) => word.length >= 4 && !/\d/.test(word));
  if (longer.length === 0) return true;
  const marked = [page, ...page.sub_results].flatMap(({ excerpt }) =>
    (excerpt.match(/(?<=<mark>)[^<]*/g) ?? []).flatMap(wordsOf),
  );
  if (marked.length > 0 && !longer.some((word) => marked.some((one) => one.startsWith(word.slice(0, 4)))))
    return false;
  const held = wordsOf(`${Object.values(page.meta).join(' ')} ${page.content}`);
  return longer.every((word) => {
    const beginning = word.slice(0, Math.max(4, word.length - 3));
    return held.some((one) => one.startsWith(beginning));
  });
}

function engineFilters(filters: Filters): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(filters)
      .filter(([, values]) => values.length > 0)
      .map(([name, values]) => [name, { any: [...values] }]),
  );
}

function documentHit(
  document: LookupDocument,
  page: FullTextPage | undefined,
  typeNames: Readonly<Record<string, string>>,
): SearchHit {
  const best = page?.sub_results.find(({ url }) => url.includes('#'));
  return {
    url: document.url,
    title: document.title,
    code: document.id,
    about: `${typeNames[document.type] ?? document.type}, version ${document.version}`,
    section: best === undefined ? undefined : { title: best.title, url: best.url },
    excerptHtml: best === undefined ? page?.excerpt : withoutTitle(best.excerpt, best.title),
  };
}

/** An excerpt from the top of a section begins with the heading, which stands above it already. */
export function withoutTitle(excerptHtml: string, title: string): string {
  const words = title.split(/\s+/).map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const mark = '(?:</?mark>)*';
  return excerptHtml.replace(
    new RegExp(`^${mark}${words.join(`${mark}\\s+${mark}`)}${mark}\\.${mark}\\s+`),
    '',
  );
}

const clauseHit = ({ label, title, url, standard }: LookupClause): SearchHit => ({
  url,
  title,
  code: label,
  about: `Clause of ${standard}`,
  section: undefined,
  excerptHtml: undefined,
});

const pageHit = (page: FullTextPage, url: string): SearchHit => ({
  url,
  title: page.meta['title'] ?? url,
  code: page.meta['id'],
  about: page.meta['type'] ?? '',
  section: undefined,
  excerptHtml: page.excerpt,
});
