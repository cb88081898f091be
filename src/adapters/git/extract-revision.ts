/** The content folder as it stood at a revision, laid out in a temporary folder. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { CannotRun } from '../fs/system-error.ts';
import { runGit } from './git.ts';

export interface ExtractedRevision {
  /** The content folder at that revision. */
  readonly content: string;
  /** Short hash of the commit. */
  readonly commit: string;
  readonly remove: () => void;
}

/**
 * Only regular files are laid out: a symbolic link in the history leads nowhere here.
 * @throws CannotRun where there is no repository or no such revision, or the revision has no such folder
 */
export function extractRevision(content: string, revision: string): ExtractedRevision {
  const folder = resolve(content);
  const git = (args: readonly string[], input?: string): Buffer => {
    const { status, output, complaint } = runGit(folder, args, { input });
    if (status === undefined)
      throw new CannotRun('Git could not be started; `eoms diff` reads the earlier state from it.');
    if (status !== 0)
      throw new CannotRun(
        `Git does not know the revision ${revision} of ${content}: ${complaint.split('\n')[0] ?? ''}`,
      );
    return output;
  };
  // A revision that begins with a dash would be read as a flag.
  const commit = git(['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`])
    .toString()
    .trim();
  const entries = git(['ls-tree', '-r', '-z', '--full-tree', `${commit}:${prefixOf(git)}`])
    .toString()
    .split('\0');
  const files = entries.flatMap((entry) => {
    const match = /^100\d{3} blob ([0-9a-f]+)\t([\s\S]+)$/.exec(entry);
    return match?.[1] === undefined || match[2] === undefined ? [] : [{ hash: match[1], path: match[2] }];
  });
  const blobs = git(['cat-file', '--batch'], files.map((file) => `${file.hash}\n`).join(''));
  const base = mkdtempSync(join(tmpdir(), 'eoms-revision-'));
  const target = join(base, basename(folder));
  let at = 0;
  for (const file of files) {
    const end = blobs.indexOf(10, at);
    const size = Number(blobs.subarray(at, end).toString().split(' ')[2]);
    const path = join(target, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, blobs.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  mkdirSync(target, { recursive: true });
  return {
    content: target,
    commit: commit.slice(0, 12),
    remove: () => {
      rmSync(base, { recursive: true, force: true });
    },
  };
}

/** The content folder seen from the root of the repository, without a slash at the end. */
function prefixOf(git: (args: readonly string[]) => Buffer): string {
  return git(['rev-parse', '--show-prefix']).toString().trim().replace(/\/$/, '');
}
