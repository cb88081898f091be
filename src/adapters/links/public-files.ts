/** The files in `public/` beside the content folder, which are published under their own names: forms to download and the like. */
import { lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AddressBook } from '../../core/build/build-manual.ts';
import type { LinkTarget } from '../../core/model/document.ts';
import type { Finding } from '../../core/model/finding.ts';
import { resolveAddress } from '../../view/urls.ts';
import { listFiles } from '../fs/list-files.ts';
import { isSmall, unportable, unreadable } from '../fs/read-manual.ts';
import { readingLimits } from '../fs/reading-limits.ts';

export interface PublicFiles {
  /** Absolute; it need not exist. */
  readonly folder: string;
  /** From the folder, with forward slashes. */
  readonly paths: readonly string[];
  /** Links, pipes and devices in it, and files too large: none of them is published. */
  readonly findings?: readonly Finding[] | undefined;
}

/** @param content absolute path of the content folder */
export function listPublicFiles(content: string): PublicFiles {
  const folder = join(dirname(content), 'public');
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found?.isSymbolicLink() === true)
    return { folder, paths: [], findings: [unreadable('public', 'symbolic link', 'folder')] };
  if (found?.isDirectory() !== true) return { folder, paths: [], findings: [] };
  const listing = listFiles(folder, (path) => /(?:^|\/)(?:\.[^/]*|node_modules)$/.test(path));
  const findings: Finding[] = listing.others.map(({ path, kind }) => unreadable(`public/${path}`, kind));
  for (const path of listing.files) findings.push(...unportable(`public/${path}`, path));
  const paths = listing.files.filter((path) =>
    isSmall(join(folder, path), `public/${path}`, readingLimits.otherFile, findings),
  );
  return { folder, paths, findings };
}

/** Addresses of pages and of the files in `public/`. */
export function siteAddresses(
  files: PublicFiles,
): (path: string, book: AddressBook) => LinkTarget | undefined {
  const addresses = new Set(files.paths.map((path) => `/${path}`.normalize('NFC')));
  return (path, book) => {
    const address = (path.split(/[?#]/, 1)[0] ?? '').normalize('NFC');
    return addresses.has(address) ? { kind: 'page', path } : resolveAddress(path, book);
  };
}
