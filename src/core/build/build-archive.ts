/** The frozen copies that lie in the archive, sorted by document and version. */
import type { Archive, ArchivedFile, FrozenCopy, Hash } from '../model/control.ts';
import type { DocumentId } from '../model/document.ts';
import { compareVersions } from '../model/version.ts';

export const archiveFolder = (contentFolder: string, id: DocumentId, version: string): string =>
  `${contentFolder}/archive/${id}/${version}`;

export function buildArchive(
  files: readonly ArchivedFile[],
  contentFolder: string,
  hash: Hash | undefined,
): Archive {
  const byFolder = new Map<string, ArchivedFile[]>();
  const prefix = `${contentFolder}/archive/`;
  for (const file of files) {
    const [id, version, ...rest] = file.path.slice(prefix.length).split('/');
    if (!file.path.startsWith(prefix) || id === undefined || version === undefined || rest.length === 0)
      continue;
    const folder = `${prefix}${id}/${version}`;
    const list = byFolder.get(folder);
    if (list === undefined) byFolder.set(folder, [file]);
    else list.push(file);
  }
  const archive = new Map<DocumentId, FrozenCopy[]>();
  for (const [folder, held] of byFolder) {
    const [id = '', version = ''] = folder.slice(prefix.length).split('/');
    const documents = held.filter((file) => file.path.endsWith('.mdx'));
    const document = documents.length === 1 ? documents[0] : undefined;
    const copy: FrozenCopy = {
      id,
      version,
      folder,
      document,
      stoodAt: document === undefined ? undefined : contentFolder + document.path.slice(folder.length),
      files: held,
      hash: hash === undefined ? undefined : hashCopy(held, folder, hash),
    };
    const list = archive.get(id);
    if (list === undefined) archive.set(id, [copy]);
    else list.push(copy);
  }
  for (const copies of archive.values()) copies.sort((a, b) => compareVersions(b.version, a.version));
  return archive;
}

/** @param folder the folder of the copy, so that the hash is over paths within it */
export function hashCopy(
  files: readonly { readonly path: string; readonly digest: string }[],
  folder: string,
  hash: Hash,
): string {
  const lines = files.map((file) => `${file.path.slice(folder.length + 1)}\n${file.digest}\n`).sort();
  return `sha256-${hash(lines.join(''))}`;
}
