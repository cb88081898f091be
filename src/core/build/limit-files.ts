/** Which of the files in `public/` an audience gets. Pure: paths are from that folder, with forward slashes. */
import type { ControlledDocument } from '../model/document.ts';
import type { Manual } from '../model/manual.ts';

/**
 * A file to fill in goes with its form. Any other file that documents lead to goes with them; one that none leads to
 * is the institution's own business.
 */
export function limitFiles(paths: readonly string[], full: Manual, shown: Manual): string[] {
  const kept = filesOf(shown.documents);
  const known = filesOf(full.documents);
  return paths.filter((path) => {
    const name = path.normalize('NFC');
    return kept.has(name) || (!name.startsWith('forms/') && !known.has(name));
  });
}

function filesOf(documents: readonly ControlledDocument[]): Set<string> {
  return new Set(
    documents.flatMap(({ frontMatter, links }) => [
      ...(frontMatter.type === 'form' && frontMatter.file !== undefined
        ? [`forms/${frontMatter.file.normalize('NFC')}`]
        : []),
      ...links.flatMap(({ target }) => (target.kind === 'page' ? [pathOf(target.path)] : [])),
    ]),
  );
}

function pathOf(address: string): string {
  const path = (address.split(/[?#]/, 1)[0] ?? '').replace(/^\/+/, '');
  try {
    return decodeURI(path).normalize('NFC');
  } catch {
    return path;
  }
}
