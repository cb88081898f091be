/** Which commit the content was built from. */
import { argumentsFor, runGit } from './git.ts';

/**
 * The commit of the repository that holds `folder`, 12 digits, with `-dirty` behind it where files were changed
 * since. Undefined without a repository, without a commit or without Git.
 */
export function readCommit(folder: string): string | undefined {
  // `--exclude` keeps tags out: the name of a tag is not the commit.
  const { status, output } = runGit(
    folder,
    ['describe', '--always', '--dirty', '--abbrev=12', '--exclude=*'],
    { before: argumentsFor(folder) },
  );
  const text = output.toString().trim();
  return status === 0 && text !== '' ? text : undefined;
}
