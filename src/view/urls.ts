/** Addresses of the site. No other file knows them. */
import { documentTypes } from '../../schemas/document.ts';
import type { LinkTarget } from '../core/model/document.ts';
import { anchorOfClause, anchorsOfPage, fixedFiles } from './page-anchors.ts';
import type { ClauseState } from '../core/model/facts.ts';

/** What a link in a text may lead to, beyond what links in Markdown can name. */
export type HrefTarget =
  | LinkTarget
  | { readonly kind: 'role'; readonly id: string }
  | { readonly kind: 'term'; readonly id: string }
  | { readonly kind: 'clause'; readonly id: string; readonly edition?: string | undefined };

export interface MatrixFilter {
  readonly state?: ClauseState;
  readonly within?: string;
  readonly documented?: 'yes' | 'no';
  readonly evidenced?: 'yes' | 'no';
}

export type Urls = ReturnType<typeof createUrls>;

/**
 * @param base where the site lies on its host, with a slash at both ends
 * @param editionInForce clauses of this edition have the short addresses
 * @param contentFolder the first part of the paths of files, e.g. `content`
 */
export function createUrls(base: string, editionInForce: string | undefined, contentFolder: string) {
  const at = (path: string): string => base + path;
  const fragment = (anchor: string | undefined): string =>
    anchor === undefined || anchor === '' ? '' : `#${anchor}`;
  const document = (id: string, anchor?: string): string =>
    at(`documents/${segment(id)}/${fragment(anchor)}`);
  const clause = (label: string, edition?: string): string =>
    edition === undefined || edition === editionInForce
      ? at(`clauses/${segment(label)}/`)
      : at(`clauses/${editionSegment(edition)}/${segment(label)}/`);
  const role = (id: string): string => at(`roles/${id}/`);
  const glossary = (id?: string): string => at(`glossary/${fragment(id)}`);
  const asset = (path: string): string => at(`files/${encodeURI(path)}`);

  return {
    base,
    home: at(''),
    document,
    /** The next version of a document, in a draft build. */
    draft: (id: string): string => at(`documents/${segment(id)}/draft/`),
    /** One version of a document, past or present. */
    version: (id: string, version: string): string => at(`documents/${segment(id)}/${version}/`),
    comparison: (id: string, from: string, to: string): string =>
      at(`documents/${segment(id)}/compare/${from}..${to}/`),
    /** Where the code on a printed sheet leads: whether that version is still in force. */
    verify: (id: string, version: string): string => at(`verify/${segment(id)}/${version}/`),
    records: at('records/'),
    reviews: at('reviews/'),
    clause,
    clauses: (edition?: string): string =>
      edition === undefined || edition === editionInForce
        ? at('clauses/')
        : at(`clauses/${editionSegment(edition)}/`),
    coverage: at('coverage/'),
    /** The matrix with only the matching rows. Without scripts the fragment leads to the list of the members. */
    matrix: (filter: MatrixFilter, anchor?: string): string => {
      const query = new URLSearchParams(Object.entries(filter) as [string, string][]).toString();
      return at(`coverage/${query === '' ? '' : `?${query}`}${fragment(anchor)}`);
    },
    coverageByDocument: at('coverage/documents/'),
    register: at('register/'),
    type: (type: string): string => at(`types/${type}/`),
    roles: at('roles/'),
    role,
    units: at('units/'),
    unit: (id: string): string => at(`units/${id}/`),
    processes: at('processes/'),
    process: (id: string): string => at(`processes/${id}/`),
    glossary,
    scope: at('scope/'),
    changes: (year?: string): string => at(year === undefined ? 'changes/' : `changes/${year}/`),
    search: (query?: string): string =>
      at(query === undefined ? 'search/' : `search/?q=${encodeURIComponent(query)}`),
    searchLookup: at('search/lookup.json'),
    links: at('links/'),
    /** @param part of a list too long for one page, from 1 on */
    linksPart: (part: number): string => at(part === 1 ? 'links/' : `links/${part}/`),
    about: at('about/'),
    stageOne: at('audit/stage-1/'),
    auditFindings: at('audit/findings/'),
    buildFindings: at('findings/'),
    guide: (page?: 'owners' | 'auditors'): string => at(page === undefined ? 'guide/' : `guide/${page}/`),
    theme: at('theme.css'),
    icon: at('icon.svg'),
    /** @param path of a file that the build writes beside the pages */
    download: (path: string): string => at(path),
    /** @param path below the content folder */
    asset,
    /** @param path below `public/forms/` */
    formFile: (path: string): string => at(`forms/${encodeURI(path)}`),
    /** Where a link of a text leads; an empty text where it leads nowhere. */
    hrefOf: (target: HrefTarget): string => {
      switch (target.kind) {
        case 'document':
          return document(target.id, target.anchor);
        case 'file':
          return asset(belowContent(target.path, contentFolder));
        case 'page':
          return at(target.path.replace(/^\//, ''));
        case 'external':
          return target.href;
        case 'role':
          return role(target.id);
        case 'term':
          return glossary(target.id);
        case 'clause':
          return clause(target.id, target.edition);
        case 'broken':
          return '';
      }
    },
  };
}

/** `content/figures/map.svg` → `figures/map.svg` */
export const belowContent = (path: string, contentFolder: string): string =>
  path.startsWith(`${contentFolder}/`) ? path.slice(contentFolder.length + 1) : path;

/** What the manual knows when links are resolved, before any page exists. */
export interface AddressBook {
  readonly ids: ReadonlySet<string>;
  readonly aliases: ReadonlyMap<string, string>;
  readonly standards: ReadonlyMap<string, { readonly byLabel: ReadonlyMap<string, unknown> }>;
  readonly registers: Readonly<
    Record<'roles' | 'units' | 'processes' | 'glossary', { readonly byId: ReadonlyMap<string, unknown> }>
  >;
  readonly edition: string;
}

const fixedPages: ReadonlySet<string> = new Set([
  '',
  'clauses',
  'coverage',
  'coverage/documents',
  'register',
  'roles',
  'units',
  'processes',
  'glossary',
  'scope',
  'records',
  'reviews',
  'changes',
  'search',
  'links',
  'about',
  'audit/stage-1',
  'audit/findings',
  'guide',
  'guide/owners',
  'guide/auditors',
  ...documentTypes.map((type) => `types/${type}`),
]);

/**
 * What an address of the site, as written in a text, leads to.
 * @param path from the first slash on, with its fragment, without the base
 * @returns undefined where no such page will exist
 */
export function resolveAddress(path: string, book: AddressBook): LinkTarget | undefined {
  const [beforeHash = '', anchor] = path.split('#', 2);
  const parts = (beforeHash.split('?')[0] ?? '').split('/').filter((one) => one !== '');
  const [first, second, third] = parts;
  const name = parts.join('/');
  const page: LinkTarget | undefined = hasAnchor(name, anchor, book) ? { kind: 'page', path } : undefined;
  if (fixedPages.has(name)) return page;
  if (fixedFiles.has(name)) return anchor === undefined ? page : undefined;
  if (second === undefined || parts.length > 3) return undefined;
  switch (first) {
    case 'documents': {
      const id =
        parts.length > 2
          ? undefined
          : (find(book.ids, second) ?? book.aliases.get(find(book.aliases.keys(), second) ?? ''));
      return id === undefined ? undefined : { kind: 'document', id, anchor };
    }
    case 'roles':
    case 'units':
    case 'processes':
      return third === undefined && book.registers[first].byId.has(second) ? page : undefined;
    case 'clauses': {
      const edition = third === undefined ? undefined : find(book.standards.keys(), second);
      const standard = book.standards.get(third === undefined ? book.edition : (edition ?? ''));
      return standard?.byLabel.has(third ?? second) === true ? page : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether a page, which exists, has this section for certain. */
function hasAnchor(page: string, anchor: string | undefined, book: AddressBook): boolean {
  if (anchor === undefined || anchor === '' || anchorsOfPage(page).includes(anchor)) return true;
  if (page === 'glossary') return book.registers.glossary.byId.has(anchor);
  if (page !== 'coverage' || !anchor.startsWith('clause-')) return false;
  const labels = book.standards.get(book.edition)?.byLabel.keys() ?? [];
  return [...labels].some((label) => anchor === anchorOfClause(label));
}

function find(keys: Iterable<string>, wanted: string): string | undefined {
  for (const key of keys) if (key === wanted || segment(key) === wanted) return key;
  return undefined;
}

/** The part of an address that stands for an id: letters, digits, `.`, `_` and `-` of any script are kept. */
export function segment(id: string): string {
  const kept = id.replaceAll(/[^\p{L}\p{N}\p{M}._-]+/gu, '-');
  return /^\.+$/.test(kept) ? `-${kept}` : kept;
}

/** `iso-21001:2025` → `iso-21001-2025`: a colon cannot stand in a file name everywhere. */
export function editionSegment(edition: string): string {
  return segment(edition);
}
