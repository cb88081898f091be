/** The files in `public/` beside the content folder, which are published under their own names: forms to download and the like. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AddressBook } from '../../core/build/build-manual.ts';
import type { LinkTarget } from '../../core/model/document.ts';
import { resolveAddress } from '../../view/urls.ts';
import { listFiles } from '../fs/list-files.ts';

export interface PublicFiles {
  /** Absolute; it need not exist. */
  readonly folder: string;
  /** From the folder, with forward slashes. */
  readonly paths: readonly string[];
}

/** @param content absolute path of the content folder */
export function listPublicFiles(content: string): PublicFiles {
  const folder = join(dirname(content), 'public');
  if (!existsSync(folder)) return { folder, paths: [] };
  return { folder, paths: listFiles(folder, (path) => /(?:^|\/)(?:\.[^/]*|node_modules)$/.test(path)).files };
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
