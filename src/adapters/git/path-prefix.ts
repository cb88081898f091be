/** Where the content folder lies in its repository, found without starting Git. */
import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/**
 * What to put before a finding's path to see it from the root of the repository, e.g. `docs/`; empty where
 * the content folder lies at the root or in no repository.
 * @param folder the content folder, absolute
 */
export function pathPrefix(folder: string): string {
  const parent = dirname(folder);
  for (let at = parent; ; at = dirname(at)) {
    // A worktree has a file of this name.
    if (existsSync(join(at, '.git'))) {
      const path = relative(at, parent).split(sep).join('/');
      return path === '' ? '' : `${path}/`;
    }
    if (dirname(at) === at) return '';
  }
}
