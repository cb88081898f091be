/** What a version-control system says beside the history entries. It supports them and never takes their place. */
import type { CalendarDate } from './calendar-date.ts';

/** Why there is nothing to be said. */
export type HistoryTrouble =
  | 'no-git'
  | 'no-repository'
  | 'no-commit'
  | 'shallow-clone'
  | 'partial-clone'
  | 'untrusted-folder'
  | 'failed';

/** As read. E-mail addresses go no further than to the function that turns them into roles. */
export interface FileChanges {
  readonly lastChange: { readonly commit: string; readonly date: string };
  readonly contributions: readonly { readonly email: string; readonly date: string }[];
}

export interface ChangeLog {
  /** Where it is set, the rest is empty. */
  readonly trouble?: HistoryTrouble | undefined;
  /** By path as in findings, e.g. `content/procedures/prc-007.mdx`. */
  readonly files: ReadonlyMap<string, FileChanges>;
  /** Files that differ from the last commit. */
  readonly uncommitted: ReadonlySet<string>;
  /** What to put before a path to see it from the top of the repository, empty or with a slash at the end. */
  readonly prefix: string;
}

/** The same without persons: what pages may show. */
export interface SourceHistory {
  readonly trouble?: HistoryTrouble | undefined;
  readonly files: ReadonlyMap<string, SourceFileHistory>;
  readonly prefix: string;
}

export interface SourceFileHistory {
  /** Undefined where the file was never committed. */
  readonly lastChange?: { readonly commit: string; readonly date: CalendarDate } | undefined;
  /** True where the text differs from the last commit. */
  readonly uncommitted: boolean;
  /** Roles that those who changed it held on the day, by id. */
  readonly roles: readonly string[];
  /** How many authors held no role that is known. */
  readonly others: number;
}
