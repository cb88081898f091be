/** The search page: reads the field and the filters, shows what was found, keeps both in the address. */
import type { Lookup } from '../../view/search/lookup.ts';
import { filterNames, type Filters } from '../../view/search/search-query.ts';
import {
  type FullTextEngine,
  runSearch,
  type SearchHit,
  type SearchOutcome,
} from '../../view/search/run-search.ts';

interface Pagefind extends FullTextEngine {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
}

interface Sources {
  readonly engine: FullTextEngine;
  readonly lookup: Lookup;
}

export function startSearch(root: HTMLElement): void {
  new SearchPage(root).start();
}

/** Waits for the typing to pause, so that a word is not searched letter by letter. */
const pause = 150;
/** So many results are read and shown at a time. */
const page = 20;

class SearchPage {
  readonly #form: HTMLFormElement;
  readonly #input: HTMLInputElement;
  readonly #results: HTMLElement;
  readonly #status: HTMLElement;
  readonly #base: string;
  readonly #typeNames: Record<string, string>;
  #sources: Promise<Sources> | undefined;
  #turn = 0;
  /** How many results are shown; more when asked for, until another search. */
  #most = page;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement) {
    const take = <Kind extends HTMLElement>(selector: string): Kind => {
      const element = root.querySelector<Kind>(selector);
      if (element === null) throw new Error(`The search page lacks ${selector}`);
      return element;
    };
    this.#form = take('form');
    this.#input = take('#page_search');
    this.#results = take('[data-results]');
    this.#status = take('[data-status]');
    this.#base = document.body.dataset['base'] ?? '/';
    this.#typeNames = Object.fromEntries(
      [...take<HTMLSelectElement>('[name=type]').options]
        .filter(({ value }) => value !== '')
        .map(({ value, dataset, text }) => [value, dataset['one'] ?? text]),
    );
  }

  start(): void {
    const query = new URLSearchParams(location.search);
    this.#input.value ||= query.get('q') ?? '';
    for (const name of filterNames) {
      const field = this.#form.querySelector<HTMLSelectElement>(`[name=${name}]`);
      if (field !== null) field.value = query.get(name) ?? '';
    }
    // On a phone the results come first, unless a filter is at work.
    const fold = this.#form.querySelector('details');
    if (fold !== null)
      fold.open = matchMedia('(min-width: 44rem)').matches || filterNames.some((name) => query.has(name));
    this.#form.addEventListener('input', () => {
      this.#most = page;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#search(), pause);
    });
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#search();
    });
    this.#form.addEventListener('reset', () => setTimeout(() => void this.#search()));
    document.addEventListener('keydown', (event) => {
      this.#onKey(event);
    });
    void this.#search();
  }

  #filters(): Filters {
    const chosen = new FormData(this.#form);
    return Object.fromEntries(
      filterNames.map((name) => [
        name,
        chosen
          .getAll(name)
          .map(String)
          .filter((value) => value !== ''),
      ]),
    );
  }

  #load(): Promise<Sources> {
    return (this.#sources ??= (async () => {
      const address = `${this.#base}pagefind/pagefind.js`;
      const [engine, answer] = await Promise.all([
        import(/* @vite-ignore */ address) as Promise<Pagefind>,
        fetch(`${this.#base}search/lookup.json`),
      ]);
      // The addresses in the index are whole; Pagefind would put the base before them once more.
      await engine.options({ baseUrl: '/', excerptLength: 24 });
      await engine.init();
      return { engine, lookup: (await answer.json()) as Lookup };
    })());
  }

  async #search(): Promise<void> {
    const query = this.#input.value.trim();
    const filters = this.#filters();
    this.#remember(query, filters);
    const turn = ++this.#turn;
    const filtered = Object.values(filters).some((values) => values.length > 0);
    if (query === '' && !filtered) {
      this.#results.replaceChildren();
      this.#status.textContent = '';
      return;
    }
    try {
      const { engine, lookup } = await this.#load();
      const outcome = await runSearch(query, {
        engine,
        lookup,
        filters,
        typeNames: this.#typeNames,
        most: this.#most,
      });
      // A slower answer to an earlier question is no longer wanted.
      if (turn === this.#turn) this.#show(query, outcome);
    } catch (cause) {
      this.#status.textContent = 'Search could not be loaded. The register lists every document.';
      throw cause;
    }
  }

  #show(query: string, { hits, total, suggestions }: SearchOutcome): void {
    const word = total === 1 ? 'result' : 'results';
    this.#status.textContent =
      hits.length === 0
        ? `Nothing found for “${query}”.`
        : hits.length < total
          ? `${hits.length} of ${total} ${word}`
          : `${hits.length} ${word}`;
    if (hits.length > 0) {
      const shown = list('ol', 'search-results', hits.map(hitItem));
      this.#results.replaceChildren(shown, ...(hits.length < total ? [this.#moreButton()] : []));
      return;
    }
    const nodes: Node[] = [];
    if (suggestions?.corrected !== undefined) {
      nodes.push(
        paragraph(
          'Did you mean ',
          link(`${location.pathname}?q=${encodeURIComponent(suggestions.corrected)}`, suggestions.corrected),
          '?',
        ),
      );
    }
    if (suggestions !== undefined && suggestions.pages.length > 0) {
      nodes.push(
        paragraph('Near to it:'),
        list(
          'ul',
          'link-list',
          suggestions.pages.map(({ text, url }) => item(link(url, text, 'title'))),
        ),
      );
    }
    nodes.push(
      paragraph(
        'Try other words or fewer, an id such as those in the ',
        link(`${this.#base}register/`, 'register'),
        ', or look into the ',
        link(`${this.#base}glossary/`, 'glossary'),
        '.',
      ),
    );
    this.#results.replaceChildren(...nodes);
  }

  /** The focus goes to the first of the further results. */
  #moreButton(): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'plain';
    button.textContent = 'Show more results';
    button.addEventListener('click', () => {
      const shown = this.#most;
      this.#most += page;
      void this.#search().then(() => {
        this.#results.querySelectorAll<HTMLElement>('.title')[shown]?.focus();
      });
    });
    return button;
  }

  #remember(query: string, filters: Filters): void {
    const kept = new URLSearchParams();
    if (query !== '') kept.set('q', query);
    for (const [name, values] of Object.entries(filters))
      for (const value of values) kept.append(name, value);
    history.replaceState(null, '', `${location.pathname}${kept.size > 0 ? `?${kept.toString()}` : ''}`);
  }

  /** Arrows walk from the field through the results, Enter opens the one in focus, Escape clears. */
  #onKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const links = [...this.#results.querySelectorAll<HTMLElement>('.title')];
    const at = links.indexOf(document.activeElement as HTMLElement);
    const inField = document.activeElement === this.#input;
    if (event.key === 'Escape' && (inField || at >= 0)) {
      event.preventDefault();
      this.#input.value = '';
      this.#input.focus();
      void this.#search();
    } else if (event.key === 'ArrowDown' && (inField || at >= 0)) {
      event.preventDefault();
      links[Math.min(at + 1, links.length - 1)]?.focus();
    } else if (event.key === 'ArrowUp' && at >= 0) {
      event.preventDefault();
      (at === 0 ? this.#input : links[at - 1])?.focus();
    } else if (event.key === 'Enter' && inField && links.length > 0) {
      event.preventDefault();
      links[0]?.click();
    }
  }
}

function hitItem(hit: SearchHit): HTMLElement {
  const title = link(hit.url, '', 'title');
  if (hit.code !== undefined) title.append(span('code', hit.code), ' ');
  title.append(hit.title);
  const about = span('meta', '');
  about.append(span('about', hit.about));
  if (hit.section !== undefined) {
    const section = span('section', 'Section: ');
    section.append(link(hit.section.url, hit.section.title));
    about.append(' ', section);
  }
  const nodes: Node[] = [title, document.createTextNode(' '), about];
  if (hit.excerptHtml !== undefined) nodes.push(excerpt(hit.excerptHtml));
  return item(...nodes);
}

/** Only text and marks are taken from the markup that the index gives. */
function excerpt(html: string): HTMLElement {
  const parsed = new DOMParser().parseFromString(html, 'text/html').body;
  const nodes = [...parsed.childNodes].map((node) => {
    if (node.nodeName !== 'MARK') return document.createTextNode(node.textContent ?? '');
    const mark = document.createElement('mark');
    mark.textContent = node.textContent;
    return mark;
  });
  const element = document.createElement('p');
  element.append(...nodes);
  return element;
}

function list(tag: 'ol' | 'ul', className: string, items: readonly HTMLElement[]): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...items);
  return element;
}

function item(...nodes: Node[]): HTMLElement {
  const element = document.createElement('li');
  element.append(...nodes);
  return element;
}

function paragraph(...nodes: (Node | string)[]): HTMLElement {
  const element = document.createElement('p');
  element.append(...nodes);
  return element;
}

function link(href: string, text: string, className?: string): HTMLAnchorElement {
  const element = document.createElement('a');
  element.href = href;
  element.textContent = text;
  if (className !== undefined) element.className = className;
  return element;
}

function span(className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}
