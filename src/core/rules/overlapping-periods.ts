import type { PersonRow } from '../../../schemas/registers.ts';
import { wholeFile } from '../model/place.ts';
import { peopleFile } from './people-example.ts';
import type { Rule } from './rule.ts';

export const overlappingPeriods: Rule = {
  id: 'overlapping-periods',
  severity: 'warning',
  summary: 'Two rows give one role for the same days: to one person twice, or to two who may each approve.',
  advice:
    'On each day it should be clear who acted for a role that approves. End the period of the predecessor on the day before the successor begins. Where a role is held by several persons on purpose, write `shared: true` in their rows.',
  examples: [
    {
      name: 'a successor who begins before the predecessor ends',
      files: {
        'registers/people.yaml': peopleFile('from: 2024-09-01, until: 2025-08-31', 'from: 2025-08-01'),
      },
      expect: [
        'content/registers/people.yaml:4:81 Unexpected beginning of `principal-2` on 2025-08-01, expected a day on which `principal-1` no longer is `principal`',
      ],
    },
    {
      name: 'one person twice',
      files: {
        'registers/people.yaml': peopleFile(
          'from: 2024-09-01',
          'from: 2025-08-01, shared: true',
          'First@college.example',
        ),
      },
      expect: [
        'content/registers/people.yaml:4:80 Unexpected beginning of `principal-2` on 2025-08-01, expected a day on which `principal-1` no longer is `principal`',
      ],
    },
    {
      name: 'one after the other',
      files: {
        'registers/people.yaml': peopleFile('from: 2024-09-01, until: 2025-07-31', 'from: 2025-08-01'),
      },
      expect: [],
    },
    {
      name: 'held by two on purpose',
      files: {
        'registers/people.yaml': peopleFile(
          'from: 2024-09-01, shared: true',
          'from: 2025-08-01, shared: true',
        ),
      },
      expect: [],
    },
  ],
  find: ({ manual, people }) => {
    const approving = new Set(Object.values(manual.settings.approvals ?? {}).flat());
    return people.rows.flatMap((row, index) => {
      const other = people.rows.find(
        (one, at) =>
          at !== index &&
          one.role === row.role &&
          (one.from < row.from || (one.from === row.from && at < index)) &&
          (one.until === undefined || one.until >= row.from) &&
          (row.until === undefined || row.until >= row.from) &&
          (isSamePerson(one, row) ||
            (approving.has(row.role) && !(one.shared === true && row.shared === true))),
      );
      if (other === undefined) return [];
      const otherIndex = people.rows.indexOf(other);
      return [
        {
          place: people.places[`rows.${index}.from`] ?? wholeFile(people.file),
          message: `Unexpected beginning of \`${row.id}\` on ${row.from}, expected a day on which \`${other.id}\` no longer is \`${row.role}\``,
          hint: 'End the earlier period with `until:`, or write `shared: true` in both rows where two persons hold the role on purpose.',
          related: [
            {
              place: people.places[`rows.${otherIndex}.from`] ?? wholeFile(people.file),
              message: `the period of \`${other.id}\` is this`,
            },
          ],
        },
      ];
    });
  },
};

function isSamePerson(one: PersonRow, other: PersonRow): boolean {
  const addresses = new Set(one.emails.map((email) => email.toLowerCase()));
  return other.emails.some((email) => addresses.has(email.toLowerCase()));
}
