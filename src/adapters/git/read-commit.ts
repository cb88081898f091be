/** Which commit the content was built from. */
import { spawnSync } from 'node:child_process';

/**
 * The commit of the repository that holds `folder`, 12 digits, with `-dirty` behind it where files were changed
 * since. Undefined without a repository, without a commit or without Git.
 */
export function readCommit(folder: string): string | undefined {
  // `--exclude` keeps tags out: the name of a tag is not the commit.
  const { status, stdout } = spawnSync(
    'git',
    ['describe', '--always', '--dirty', '--abbrev=12', '--exclude=*'],
    {
      cwd: folder,
      encoding: 'utf8',
      timeout: 10_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  return status === 0 && stdout !== '' ? stdout.trim() : undefined;
}
