/** Changes as a version-control system recorded them, with roles in the place of persons. */
import type { PersonRow } from '../../../schemas/registers.ts';
import { indexHolders } from '../control/role-holders.ts';
import { parseCalendarDate } from '../model/calendar-date.ts';
import type { ChangeLog, FileChanges, SourceFileHistory, SourceHistory } from '../model/source-history.ts';

/**
 * @param people rows of `registers/people.yaml`; without any, authors are counted and not named
 * @param files what is asked for, by path; a file that the log does not know was never committed
 */
export function analyseSourceHistory(
  log: ChangeLog,
  people: readonly PersonRow[],
  files: readonly string[],
): SourceHistory {
  const { trouble, prefix } = log;
  if (trouble !== undefined) return { trouble, prefix, files: new Map() };
  const { rolesOf } = indexHolders(people);
  const describe = (changes: FileChanges, uncommitted: boolean): SourceFileHistory => {
    const roles = new Set<string>();
    const others = new Set<string>();
    for (const { email, date } of changes.contributions) {
      const held = rolesOf(email, date);
      for (const role of held) roles.add(role);
      if (held.length === 0) others.add(email);
    }
    const date = parseCalendarDate(changes.lastChange.date);
    return {
      lastChange: date === undefined ? undefined : { commit: changes.lastChange.commit.slice(0, 10), date },
      uncommitted,
      roles: [...roles].sort(),
      others: others.size,
    };
  };
  return {
    prefix,
    files: new Map(
      files.map((path) => {
        const key = path.normalize('NFC');
        const changes = log.files.get(key);
        return [
          path,
          changes === undefined
            ? { uncommitted: true, roles: [], others: 0 }
            : describe(changes, log.uncommitted.has(key)),
        ] as const;
      }),
    ),
  };
}
