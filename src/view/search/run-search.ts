/** One search: what was named exactly comes first, then titles, then the full text. */
import type { Lookup, LookupDocument } from './lookup.ts';
import { type Filters, findExact, fullTextQuery } from './search-query.ts';
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

export async function runSearch(query: string, options: SearchOptions): Promise<SearchOutcome> {
  const { lookup, engine, filters, typeNames, most = 20 } = options;
  const exact = findExact(query, lookup, filters);
  const found = await engine.search(fullTextQuery(query), { filters: engineFilters(filters) });
  const pages = await Promise.all(
    found.results.slice(0, most).map(async (result) => ({ score: result.score, page: await result.data() })),
  );
  const byUrl = new Map(pages.map(({ page }) => [withoutFragment(page.url), page]));
  const documentByUrl = new Map(lookup.documents.map((document) => [document.url, document]));
  const toHit = (document: LookupDocument): SearchHit =>
    documentHit(document, byUrl.get(document.url), typeNames);

  const hits = new Map<string, SearchHit>();
  const add = (hit: SearchHit): void => {
    if (!hits.has(hit.url)) hits.set(hit.url, hit);
  };
  exact.documents.map(toHit).forEach(add);
  exact.clauses.forEach(({ label, title, url, standard }) => {
    add({
      url,
      title,
      code: label,
      about: `Clause of ${standard}`,
      section: undefined,
      excerptHtml: undefined,
    });
  });
  const inTitle = new Set(exact.titles.map(({ url }) => url));
  const ranked = pages
    .map(({ page, score }) => ({
      url: withoutFragment(page.url),
      page,
      score: inTitle.has(withoutFragment(page.url)) ? score * titleBoost : score,
    }))
    .sort((a, b) => b.score - a.score);
  const [firstName] = exact.names;
  // The name of a role or a term, typed whole, is most likely what was meant.
  const wholeName = firstName !== undefined && sameWords(firstName.title, query) ? firstName : undefined;
  const titleDocuments = exact.titles.filter(({ url }) => !byUrl.has(url)).slice(0, 5);
  for (const { url, page } of ranked) {
    const document = documentByUrl.get(url);
    add(document === undefined ? pageHit(page, url) : documentHit(document, page, typeNames));
  }
  titleDocuments.map(toHit).forEach(add);
  if (wholeName !== undefined)
    add({
      url: wholeName.url,
      title: wholeName.title,
      code: undefined,
      about: wholeName.kind,
      section: undefined,
      excerptHtml: undefined,
    });
  exact.names.slice(0, 3).forEach(({ url, title, kind }) => {
    add({ url, title, code: undefined, about: kind, section: undefined, excerptHtml: undefined });
  });
  const extra = [...hits.keys()].filter((url) => !byUrl.has(url)).length;
  return {
    hits: [...hits.values()].slice(0, most),
    total: found.results.length + extra,
    suggestions: hits.size === 0 ? suggest(query, lookup) : undefined,
  };
}

const withoutFragment = (url: string): string => url.split('#')[0] ?? url;
const sameWords = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

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
    excerptHtml: best?.excerpt ?? page?.excerpt,
  };
}

function pageHit(page: FullTextPage, url: string): SearchHit {
  return {
    url,
    title: page.meta['title'] ?? url,
    code: page.meta['id'],
    about: page.meta['type'] ?? '',
    section: undefined,
    excerptHtml: page.excerpt,
  };
}
