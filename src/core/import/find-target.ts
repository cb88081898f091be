/** What a link of the original tree leads to, by the customs of the generators it may have been written for. */

export interface Tree {
  /** Paths of the texts that are imported. */
  readonly texts: ReadonlySet<string>;
  /** Paths of all other files. */
  readonly assets: ReadonlySet<string>;
  /** Texts and assets by their path in lower case. */
  readonly byLowerCase: ReadonlyMap<string, string>;
  /** Texts and assets by their file name in lower case, with and without its ending. */
  readonly byName: ReadonlyMap<string, string>;
  /** Address at which the tree was published, without a trailing slash. */
  readonly site?: string | undefined;
}

export type Target =
  | { readonly kind: 'external'; readonly href: string }
  | { readonly kind: 'refused' | 'empty' | 'missing' }
  | { readonly kind: 'self'; readonly anchor: string }
  /** `found` tells what was found where the address itself names no file. */
  | {
      readonly kind: 'document';
      readonly source: string;
      readonly anchor?: string | undefined;
      readonly found?: string | undefined;
    }
  | { readonly kind: 'asset'; readonly source: string; readonly found?: string | undefined };

export function makeTree(
  texts: readonly string[],
  assets: readonly string[],
  site: string | undefined,
): Tree {
  const all = [...texts, ...assets];
  const byName = new Map<string, string>();
  for (const path of [...all].reverse()) {
    const name = (path.split('/').at(-1) ?? path).toLowerCase();
    byName.set(name, path);
    byName.set(name.replace(/\.\w+$/, ''), path);
  }
  return {
    texts: new Set(texts),
    assets: new Set(assets),
    byLowerCase: new Map(all.map((path) => [path.toLowerCase(), path])),
    byName,
    site: site?.replace(/\/+$/, ''),
  };
}

/** @param from path of the text that holds the link */
export function findTarget(href: string, from: string, tree: Tree): Target {
  const trimmed = href.trim();
  if (trimmed === '' || trimmed === '#') return { kind: 'empty' };
  if (trimmed.startsWith('wiki:')) return findByName(trimmed.slice(5), tree);
  const local =
    tree.site !== undefined && (trimmed === tree.site || trimmed.startsWith(`${tree.site}/`))
      ? trimmed.slice(tree.site.length)
      : undefined;
  if (local === undefined) {
    const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(trimmed)?.[1]?.toLowerCase();
    if (scheme !== undefined) return externalOrRefused(scheme, trimmed);
    if (trimmed.startsWith('//')) return { kind: 'external', href: `https:${trimmed}` };
  }
  const [beforeHash = '', ...afterHash] = (local ?? trimmed).split('#');
  const anchor = afterHash.length === 0 ? undefined : decode(afterHash.join('#'));
  const path = decode(beforeHash.split('?')[0] ?? '');
  if (path === '')
    return local === undefined ? { kind: 'self', anchor: anchor ?? '' } : findPath('/', anchor, from, tree);
  return findPath(path, anchor, from, tree);
}

function externalOrRefused(scheme: string, href: string): Target {
  if (scheme === 'http' || scheme === 'https' || scheme === 'mailto' || scheme === 'tel')
    return { kind: 'external', href };
  if (/^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+$/i.test(href))
    return { kind: 'external', href };
  return { kind: 'refused' };
}

function findPath(path: string, anchor: string | undefined, from: string, tree: Tree): Target {
  const folder = from.split('/').slice(0, -1).join('/');
  const bases = path.startsWith('/')
    ? ['']
    : [folder, from.replace(/(?:\/(?:readme|index|_index))?\.\w+$/i, ''), ''];
  for (const [attempt, base] of bases.entries()) {
    const joined = join(base, path);
    if (joined === undefined) continue;
    for (const candidate of spellings(joined)) {
      const exact = tree.texts.has(candidate) || tree.assets.has(candidate);
      const source = exact ? candidate : tree.byLowerCase.get(candidate.toLowerCase());
      if (source === undefined) continue;
      const found = attempt > 0 || !exact ? source : undefined;
      return tree.texts.has(source)
        ? { kind: 'document', source, anchor, found }
        : { kind: 'asset', source, found };
    }
  }
  return { kind: 'missing' };
}

/** The files that one address may mean: as it stands, without its ending, as a folder with a start page. */
function spellings(path: string): string[] {
  const bare = path.replace(/\/$/, '');
  const stem = bare.replace(/\.(?:html?|mdx?|markdown)$/i, '');
  const within = bare === '' ? '' : `${stem.replace(/(?:^|\/)index$/i, '')}/`.replace(/^\//, '');
  const endings = ['md', 'mdx', 'markdown'];
  return [
    bare,
    ...endings.map((ending) => `${stem}.${ending}`),
    ...['README', 'readme', 'index', '_index'].flatMap((name) =>
      endings.map((ending) => `${within}${name}.${ending}`),
    ),
  ].filter((one) => one !== '');
}

function findByName(written: string, tree: Tree): Target {
  const [name = '', anchor] = written.split('#');
  const wanted = decode(name).toLowerCase();
  const source =
    tree.byLowerCase.get(wanted) ??
    tree.byName.get(wanted) ??
    tree.byName.get(wanted.replaceAll(' ', '-')) ??
    tree.byName.get(wanted.split('/').at(-1) ?? '');
  if (source === undefined) return { kind: 'refused' };
  return tree.texts.has(source)
    ? { kind: 'document', source, anchor: anchor === undefined ? undefined : decode(anchor) }
    : { kind: 'asset', source };
}

function join(base: string, path: string): string | undefined {
  const parts = base === '' ? [] : base.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/') + (path.endsWith('/') && parts.length > 0 ? '/' : '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
