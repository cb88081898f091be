/**
 * Checks a built site as its readers' browsers will meet it: every address of every page, feed and table leads
 * to a file that is there, in its very letter case, and every fragment to an id. Knows nothing of the source, so
 * that a disagreement with the check of the source shows a fault of the tool.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../fs/list-files.ts';
import { holdsAddresses, readAddresses } from './read-addresses.ts';
import { readPage, type ReadPage } from './read-page.ts';

export type SiteFaultKind =
  | 'broken-address'
  | 'broken-fragment'
  | 'broken-reference'
  | 'letter-case'
  | 'duplicate-id'
  | 'orphan-page'
  | 'inline-code'
  | 'missing-policy'
  | 'third-party'
  | 'colliding-files';

export interface SiteFault {
  readonly kind: SiteFaultKind;
  /** From the folder of the site. */
  readonly file: string;
  readonly message: string;
}

export interface SiteCheck {
  readonly faults: readonly SiteFault[];
  readonly pages: number;
  readonly addresses: number;
}

export interface SiteCheckOptions {
  /** Where the site lies on its host, with a slash at both ends. */
  readonly base: string;
  /** Where it is published, e.g. `https://manual.example.org`: absolute addresses there are checked too. */
  readonly origin?: string | undefined;
  /** Kept for the tests of a single page: no complaint about pages that nothing leads to. */
  readonly allowOrphans?: boolean | undefined;
}

/** Pages that are reached without a link. */
const entrances: ReadonlySet<string> = new Set(['index.html', '404.html', 'offline/index.html']);

/** @throws Error where the folder cannot be read */
export function checkSite(folder: string, options: SiteCheckOptions): SiteCheck {
  const files = new Set(listFiles(folder, () => false).files);
  const pages = new Map<string, ReadPage>();
  for (const file of files)
    if (file.endsWith('.html')) pages.set(file, readPage(readFileSync(join(folder, file), 'utf8')));
  const site: SiteIndex = { files, pages, folded: foldNames(files), ...options };
  const faults: SiteFault[] = [...findCollisions(files)];
  const reached = new Map<string, Set<string>>();
  let addresses = 0;
  for (const [file, page] of pages) {
    const leadsTo = new Set<string>();
    reached.set(file, leadsTo);
    const fault = (kind: SiteFaultKind, message: string): void => void faults.push({ kind, file, message });
    for (const id of new Set(page.duplicateIds))
      fault('duplicate-id', `Unexpected second element with id \`${id}\``);
    for (const inline of new Set(page.inline))
      fault('inline-code', `Unexpected \`${inline}\`, expected code and styles in files of their own`);
    if (page.policy === undefined) fault('missing-policy', 'Missing content security policy');
    const seen = new Set<string>();
    for (const { kind, value, from } of page.references) {
      addresses++;
      const key = `${kind} ${value}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (kind === 'id') {
        if (!page.ids.has(value))
          fault(
            'broken-reference',
            `Unexpected \`${value}\` in \`${from}\`, expected the id of an element of this page`,
          );
        continue;
      }
      const result = resolveAddress(value, file, site);
      if (result.file !== undefined) leadsTo.add(result.file);
      if (result.external === true && kind === 'part')
        fault('third-party', `Unexpected \`${value}\` in \`${from}\`, expected nothing from other hosts`);
      if (result.fault !== undefined)
        fault(result.fault, `Unexpected \`${value}\` in \`${from}\`, expected ${result.expected}`);
    }
  }
  for (const file of files) {
    if (!holdsAddresses(file)) continue;
    for (const { value, from } of readAddresses(file, readFileSync(join(folder, file)), options)) {
      addresses++;
      const result = resolveAddress(value, file, site);
      if (result.fault !== undefined)
        faults.push({
          kind: result.fault,
          file,
          message: `Unexpected \`${value}\` in ${from}, expected ${result.expected}`,
        });
      else if (result.external === true && file.endsWith('.css'))
        faults.push({
          kind: 'third-party',
          file,
          message: `Unexpected \`${value}\` in ${from}, expected nothing from other hosts`,
        });
    }
  }
  if (options.allowOrphans !== true) faults.push(...findOrphans(pages, reached));
  faults.sort((a, b) => compare(a.file, b.file) || compare(a.kind, b.kind) || compare(a.message, b.message));
  return { faults, pages: pages.size, addresses };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface SiteIndex extends SiteCheckOptions {
  readonly files: ReadonlySet<string>;
  readonly pages: ReadonlyMap<string, ReadPage>;
  readonly folded: ReadonlyMap<string, string>;
}

type Resolved =
  | {
      readonly file?: string;
      readonly external?: true;
      readonly fault?: undefined;
      readonly expected?: undefined;
    }
  | {
      readonly file?: string;
      readonly external?: undefined;
      readonly fault: SiteFaultKind;
      readonly expected: string;
    };

function resolveAddress(written: string, from: string, site: SiteIndex): Resolved {
  const value = written.trim();
  if (value === '') return { fault: 'broken-address', expected: 'an address' };
  if (/^(?:mailto|tel):/i.test(value) || /^data:image\//i.test(value)) return {};
  const home = site.origin ?? 'https://site.invalid';
  const here = `${home}${site.base}${from.split('/').map(encodeURIComponent).join('/')}`;
  if (!URL.canParse(value, here)) return { fault: 'broken-address', expected: 'an address that can be read' };
  const url = new URL(value, here);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return { fault: 'broken-address', expected: 'http or https' };
  if (url.origin !== new URL(home).origin) return { external: true };
  let path: string;
  let fragment: string;
  try {
    path = decodeURIComponent(url.pathname);
    fragment = decodeURIComponent(url.hash.slice(1));
  } catch {
    return { fault: 'broken-address', expected: 'an address that can be read' };
  }
  // Another site on the same host, named in full.
  if (!path.startsWith(site.base) && /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(value)) return { external: true };
  if (!path.startsWith(site.base))
    return { fault: 'broken-address', expected: `an address below \`${site.base}\`` };
  const below = path.slice(site.base.length);
  const file = below === '' || below.endsWith('/') ? `${below}index.html` : below;
  if (!site.files.has(file)) {
    const otherCase = site.folded.get(fold(file));
    if (otherCase !== undefined)
      return { fault: 'letter-case', expected: `the letter case of \`${otherCase}\`` };
    return site.files.has(`${below}/index.html`)
      ? {
          file: `${below}/index.html`,
          fault: 'broken-address',
          expected: 'a slash at its end, which not every host adds',
        }
      : { fault: 'broken-address', expected: 'a file of this site' };
  }
  const page = site.pages.get(file);
  if (
    page !== undefined &&
    fragment !== '' &&
    fragment !== 'top' &&
    !fragment.startsWith(':~:') &&
    !page.ids.has(fragment)
  )
    return { file, fault: 'broken-fragment', expected: `an id of \`${file}\`` };
  return { file };
}

const fold = (path: string): string => path.normalize('NFC').toLowerCase();

function foldNames(files: ReadonlySet<string>): Map<string, string> {
  return new Map([...files].map((file) => [fold(file), file]));
}

/** Two names that are one on many disks. */
function findCollisions(files: ReadonlySet<string>): SiteFault[] {
  const first = new Map<string, string>();
  const faults: SiteFault[] = [];
  for (const file of files) {
    const known = first.get(fold(file));
    if (known === undefined) first.set(fold(file), file);
    else
      faults.push({
        kind: 'colliding-files',
        file,
        message: `Unexpected file that differs from \`${known}\` by letter case or Unicode form alone`,
      });
  }
  return faults;
}

/**
 * Pages that no way leads to from the first page. Redirect pages are for those who come from outside, pages that
 * verify a printed sheet for those who hold it, and a type without documents has a page that waits for them.
 */
function findOrphans(
  pages: ReadonlyMap<string, ReadPage>,
  reached: ReadonlyMap<string, ReadonlySet<string>>,
): SiteFault[] {
  const found = new Set<string>();
  const waiting = [...pages.keys()].filter((file) => entrances.has(file));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    waiting.push(...(reached.get(file) ?? []));
  }
  return [...pages]
    .filter(
      ([file, page]) => !found.has(file) && page.redirect === undefined && !/^(?:types|verify)\//.test(file),
    )
    .map(([file]) => ({
      kind: 'orphan-page' as const,
      file,
      message: 'Unexpected page that no link leads to from the first page',
    }));
}
