/** Frozen copies that no entry names, told apart: left by an act that was interrupted, or signs of tampering. */
import type { Archive, DocumentControl, FrozenCopy } from '../model/control.ts';
import { sealedApproval } from './sealed-approval.ts';

interface Means {
  readonly archive: Archive;
}

/** Copies of this document's versions for which its history holds no entry with a fingerprint. */
export function findUnnamedCopies(control: DocumentControl, { archive }: Means): FrozenCopy[] {
  const history = control.working.frontMatter.history ?? [];
  return (archive.get(control.id) ?? []).filter(
    (copy) => sealedApproval(history, copy.version) === undefined,
  );
}

/**
 * Those among them that were made of this very file with this very history: the act stopped after the copy and
 * before the entry. Such a copy counts for nothing and may be taken away.
 */
export function findUnfinished(control: DocumentControl, means: Means): FrozenCopy[] {
  const newest = control.working.frontMatter.history?.find((entry) => entry.seal !== undefined)?.seal;
  const unnamed = findUnnamedCopies(control, means);
  const isUnfinished = (copy: FrozenCopy): boolean => {
    const text = copy.document?.text;
    if (text === undefined || copy.stoodAt !== control.working.file) return false;
    // The first seal in a text is that of the newest entry.
    return /^[ \t{-]*.*\bseal: "?(sha256-[\w-]+={0,2})/m.exec(text)?.[1] === newest;
  };
  // An act leaves one copy at most; more of them, or others, are no trace of an interruption.
  return unnamed.length === 1 ? unnamed.filter(isUnfinished) : [];
}
