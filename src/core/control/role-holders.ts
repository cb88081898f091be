/** Who held which role on a day, by what Git knows of a person. */
import type { PersonRow } from '../../../schemas/registers.ts';

/** Rows of `registers/people.yaml`, asked by e-mail address. */
export interface RoleHolders {
  /** Roles held on that day by whoever commits with this address, by id; none where it is not known. */
  readonly rolesOf: (email: string, day: string) => readonly string[];
  /** Rows of one role whose period holds that day. */
  readonly holdersOf: (role: string, day: string) => readonly PersonRow[];
}

export function indexHolders(rows: readonly PersonRow[]): RoleHolders {
  const byEmail = Map.groupBy(
    rows.flatMap((row) => row.emails.map((email) => ({ email: email.toLowerCase(), row }))),
    ({ email }) => email,
  );
  const byRole = Map.groupBy(rows, ({ role }) => role);
  return {
    rolesOf: (email, day) => [
      ...new Set(
        (byEmail.get(email.toLowerCase()) ?? [])
          .filter(({ row }) => holds(row, day))
          .map(({ row }) => row.role),
      ),
    ],
    holdersOf: (role, day) => (byRole.get(role) ?? []).filter((row) => holds(row, day)),
  };
}

const holds = ({ from, until }: PersonRow, day: string): boolean =>
  from <= day && (until === undefined || day <= until);
