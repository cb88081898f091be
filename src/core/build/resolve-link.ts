/** What a link leads to. Knows files, ids and addresses; opens nothing. */
import type { LinkTarget, RawDocument, RawLink } from '../model/document.ts';
import { joinPath, relativePath } from '../model/content-path.ts';
import { nearest } from '../model/nearest.ts';

export interface LinkIndex {
  /** Documents by file, in NFC. */
  readonly files: ReadonlyMap<string, string | undefined>;
  /** The same in lower case, to tell a slip of letter case from a missing file. */
  readonly filesLowerCase: ReadonlyMap<string, string>;
  /** Ids and earlier ids, to the id in use. */
  readonly ids: ReadonlyMap<string, string>;
  readonly assets: ReadonlySet<string>;
  readonly contentFolder: string;
  /** Where the manual is published, e.g. `https://host/manual/`; undefined where that is not known. */
  readonly home?: string | undefined;
  /** Reads an address of the site, e.g. `/coverage/`; undefined where no such page will exist. */
  readonly resolveAddress: (path: string) => LinkTarget | undefined;
}

const allowedSchemes: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel']);

export function resolveLink(link: RawLink, document: RawDocument, index: LinkIndex): LinkTarget {
  // Browsers drop tabs and line breaks inside a scheme, so they are dropped before it is judged.
  const href = stripControls(link.href).trim();
  if (href === '' || href === '#') return { kind: 'broken', reason: 'empty' };
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(href)?.[1]?.toLowerCase();
  if (scheme === 'doc') return resolveId(href.slice(4), index);
  const below = belowHome(href, index.home);
  if (below !== undefined)
    return resolveLink({ ...link, href: below }, document, { ...index, home: undefined });
  if (scheme !== undefined) return resolveExternal(scheme, href, link);
  if (href.startsWith('//'))
    return link.kind === 'image' ? { kind: 'broken', reason: 'elsewhere' } : { kind: 'external', href };
  if (href.startsWith('#'))
    return { kind: 'document', id: document.id ?? '', anchor: readAnchor(href.slice(1)) };
  const [beforeHash = '', ...afterHash] = href.split('#');
  const anchor = afterHash.length === 0 ? undefined : readAnchor(afterHash.join('#'));
  const path = decode(beforeHash.split('?')[0] ?? '');
  if (path === undefined) return { kind: 'broken', reason: 'malformed' };
  const query = /\?[^#]*/.exec(beforeHash)?.[0] ?? '';
  if (path.startsWith('/')) {
    const target = resolveSiteAddress(path, query, anchor, index);
    // Written with the path where the manual lies on its host, as it stands in the browser.
    const { base } = partsOf(index.home);
    return target.kind === 'broken' && base !== '/' && path.startsWith(base)
      ? resolveSiteAddress(path.slice(base.length - 1), query, anchor, index)
      : target;
  }
  return resolvePath(path.normalize('NFC'), anchor, document.file, index);
}

/** `https://host/manual/` → `https://host` and `/manual/` */
function partsOf(home: string | undefined): { origin: string | undefined; base: string } {
  const [, origin, path = ''] = /^(https?:\/\/[^/?#]+)([^?#]*)/i.exec(home ?? '') ?? [];
  return { origin: origin?.toLowerCase(), base: path.endsWith('/') ? path : `${path}/` };
}

/** The address seen from the manual's first page, where it is written in full: `/coverage/`. */
function belowHome(href: string, home: string | undefined): string | undefined {
  const { origin, base } = partsOf(home);
  if (origin === undefined || !href.toLowerCase().startsWith(origin)) return undefined;
  const rest = href.slice(origin.length);
  if (rest === '' || rest === base.slice(0, -1)) return '/';
  return rest.startsWith(base) ? rest.slice(base.length - 1) : undefined;
}

/** The path is brought into the one form that every host serves: a slash at the end, no `index.html`. */
function resolveSiteAddress(
  path: string,
  query: string,
  anchor: string | undefined,
  index: LinkIndex,
): LinkTarget {
  const tail = `${query}${anchor === undefined ? '' : `#${anchor}`}`;
  const tidy = tidyAddress(path.normalize('NFC'));
  const found = index.resolveAddress(`${tidy}${tail}`);
  if (found !== undefined) return found;
  // Written with the path where the site lies on its host, or in another letter case.
  const candidates = [
    tidy.replace(/^\/[^/]+(?=\/)/, ''),
    tidy.toLowerCase(),
    upperLast(tidy),
    // A past version: its page is no place to lead readers to.
    tidy.replace(/^(\/documents\/[^/]+\/).*$/, '$1'),
  ];
  const candidate = candidates.find(
    (one) => one !== tidy && one !== '/' && index.resolveAddress(one) !== undefined,
  );
  // Without its fragment the page may exist.
  const bare = anchor === undefined ? undefined : index.resolveAddress(tidy);
  return {
    kind: 'broken',
    reason: 'no-page',
    candidate: candidate ?? (bare === undefined ? undefined : tidy),
  };
}

function tidyAddress(path: string): string {
  const folded = `/${path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/')}`.replace(/\/index(?:\.html?)?$/i, '/');
  return /\.[a-z0-9]{2,5}$/i.test(folded) || folded.endsWith('/') ? folded : `${folded}/`;
}

/** `/documents/prc-001/` → `/documents/PRC-001/` */
const upperLast = (path: string): string => path.replace(/[^/]+\/$/, (last) => last.toUpperCase());

const stripControls = (text: string): string =>
  [...text].filter((character) => character.charCodeAt(0) > 31 && character.charCodeAt(0) !== 127).join('');

function resolveId(written: string, index: LinkIndex): LinkTarget {
  const [id = '', ...rest] = written.split('#');
  const wanted = decode(id)?.trim() ?? id;
  const known = index.ids.get(wanted);
  if (known !== undefined)
    return {
      kind: 'document',
      id: known,
      anchor: rest.length === 0 ? undefined : readAnchor(rest.join('#')),
    };
  const candidate = nearest(wanted, index.ids.keys());
  return {
    kind: 'broken',
    reason: 'no-document',
    candidate: candidate === undefined ? undefined : `doc:${candidate}`,
  };
}

function resolveExternal(scheme: string, href: string, link: RawLink): LinkTarget {
  if (
    scheme === 'data' &&
    link.kind === 'image' &&
    /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+$/i.test(href)
  )
    return { kind: 'external', href };
  if (!allowedSchemes.has(scheme)) return { kind: 'broken', reason: 'unsafe' };
  if (scheme === 'mailto' && !/^mailto:[^@\s]+@[^@\s.]+\.[^@\s]+$/i.test(href))
    return { kind: 'broken', reason: 'malformed' };
  if (scheme === 'tel' && !/^tel:\+?[0-9().-]{3,}$/i.test(href))
    return { kind: 'broken', reason: 'malformed' };
  if (scheme.startsWith('http') && !URL_PATTERN.test(href)) return { kind: 'broken', reason: 'malformed' };
  if (link.kind === 'image')
    return { kind: 'broken', reason: scheme.startsWith('http') ? 'elsewhere' : 'unsafe' };
  return { kind: 'external', href };
}

// No name and password before the host: they would be published, and mislead about where the link goes.
const URL_PATTERN = /^https?:\/\/[^\s/?#@]+(?:[/?#]\S*)?$/i;

function resolvePath(path: string, anchor: string | undefined, from: string, index: LinkIndex): LinkTarget {
  const joined = joinPath(from, path);
  if (
    joined === undefined ||
    !(joined === index.contentFolder || joined.startsWith(`${index.contentFolder}/`))
  )
    return { kind: 'broken', reason: 'outside' };
  for (const candidate of [joined, `${joined}.mdx`, joined.replace(/\/$/, '.mdx')]) {
    if (index.files.has(candidate)) return { kind: 'document', id: index.files.get(candidate) ?? '', anchor };
  }
  if (index.assets.has(joined)) return { kind: 'file', path: joined };
  const otherCase = index.filesLowerCase.get(joined.toLowerCase());
  if (otherCase !== undefined)
    return { kind: 'broken', reason: 'letter-case', candidate: relativePath(from, otherCase) };
  // The same file name elsewhere is a moved file; else the nearest name.
  const name = joined.slice(joined.lastIndexOf('/') + 1);
  const all = [...index.files.keys(), ...index.assets];
  const moved = all.find((file) => file.endsWith(`/${name}`));
  const best = moved ?? nearest(joined, all);
  return {
    kind: 'broken',
    reason: 'no-file',
    candidate: best === undefined ? undefined : relativePath(from, best),
  };
}

/** Ids of headings are in NFC; a keyboard may write the other form. */
const readAnchor = (written: string): string => (decode(written) ?? written).normalize('NFC');

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
