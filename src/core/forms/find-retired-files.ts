/** Files to fill in that belong to no version in force: the site must not offer them. */
import type { Analysis } from '../analyse-manual.ts';

/**
 * Paths from `public/forms/` of files that some version of a form names, and none that is shown.
 * Other files in that folder are left to whoever put them there.
 */
export function findRetiredFiles(
  { manual, control }: Pick<Analysis, 'manual' | 'control'>,
  drafts: boolean,
): Set<string> {
  const named = new Set<string>();
  const shown = new Set<string>();
  for (const [, copies] of control.archive)
    for (const { document } of copies) {
      const file = fileIn(document?.text);
      if (file !== undefined) named.add(file);
    }
  for (const { frontMatter } of control.working.documents)
    if (frontMatter.type === 'form' && frontMatter.file !== undefined) {
      named.add(frontMatter.file.normalize('NFC'));
      if (drafts) shown.add(frontMatter.file.normalize('NFC'));
    }
  for (const { id, frontMatter } of manual.documents) {
    const isInForce = control.byId.get(id)?.versions.some(({ state }) => state === 'effective') === true;
    if (
      isInForce &&
      frontMatter.type === 'form' &&
      frontMatter.file !== undefined &&
      frontMatter.status === 'approved'
    )
      shown.add(frontMatter.file.normalize('NFC'));
  }
  return new Set([...named].filter((file) => !shown.has(file)));
}

/** Read without parsing: every version of every document passes here. */
const fileIn = (text: string | undefined): string | undefined =>
  text === undefined || !/^type:[ \t]*["']?form["']?[ \t]*$/m.test(text)
    ? undefined
    : /^file:[ \t]*["']?([^"'\r\n]+?)["']?[ \t]*$/m.exec(text)?.[1]?.normalize('NFC');
