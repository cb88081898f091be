/** Follows each file of today back through its names. */
import type { LoggedChange, LoggedCommit } from './parse-log.ts';

export interface Collector<File> {
  /** @param position counts up as the log goes back */
  readonly begin: (commit: LoggedCommit, position: number) => File;
  readonly add: (file: File, change: LoggedChange, commit: LoggedCommit, position: number) => void;
  /** Takes over what was gathered under an older name. */
  readonly join: (file: File, earlier: File) => void;
}

/**
 * Changes under an older name that come first in the log were made on another branch; they wait under that name
 * until the commit that renamed it is reached.
 * @returns by the path of today, and by names that no file has today
 */
export function followFiles<File extends object>(
  commits: Iterable<LoggedCommit>,
  collector: Collector<File>,
): Map<string, File> {
  const byLatestName = new Map<string, File>();
  const byName = new Map<string, File>();
  let position = 0;
  for (const commit of commits) {
    position += 1;
    for (const change of commit.changes) {
      const { path, from, kind, before, after } = change;
      // Under another name in one of the branches, and otherwise as it was there.
      if (before.length > 1 && before.includes(after)) continue;
      let file = byName.get(path);
      if (file === undefined) {
        file = collector.begin(commit, position);
        byName.set(path, file);
        // The first time a name is met it is the one of today, unless another file once had it.
        if (!byLatestName.has(path)) byLatestName.set(path, file);
      }
      collector.add(file, change, commit, position);
      // What was before belongs to another file of this name.
      if (kind === 'added' || kind === 'renamed') byName.delete(path);
      if (from === undefined) continue;
      const waiting = byName.get(from);
      if (waiting !== undefined) collector.join(file, waiting);
      byName.set(from, file);
    }
  }
  return byLatestName;
}
