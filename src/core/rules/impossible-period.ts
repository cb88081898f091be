import { wholeFile } from '../model/place.ts';
import type { Rule } from './rule.ts';
import { peopleFile } from './people-example.ts';

export const impossiblePeriod: Rule = {
  id: 'impossible-period',
  severity: 'error',
  fixed: true,
  summary: 'Someone is said to have held a role until a day before the first.',
  advice:
    'registers/people.yaml decides whose commits count as those of a role. A period that ends before it begins covers no day; correct one of the two dates.',
  examples: [
    {
      name: 'an end before the beginning',
      files: { 'registers/people.yaml': peopleFile('from: 2025-09-01, until: 2025-08-31') },
      expect: [
        'content/registers/people.yaml:3:99 Unexpected date `2025-08-31` in `until`, expected 2025-09-01, the first day, or later',
      ],
    },
    {
      name: 'a single day',
      files: { 'registers/people.yaml': peopleFile('from: 2025-09-01, until: 2025-09-01') },
      expect: [],
    },
  ],
  find: ({ people }) =>
    people.rows.flatMap(({ from, until }, index) =>
      until === undefined || until >= from
        ? []
        : [
            {
              place: people.places[`rows.${index}.until`] ?? wholeFile(people.file),
              message: `Unexpected date \`${until}\` in \`until\`, expected ${from}, the first day, or later`,
            },
          ],
    ),
};
