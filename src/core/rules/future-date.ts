import { documentFile } from './example-manual.ts';
import { wholeFile } from '../model/place.ts';
import type { Rule } from './rule.ts';

export const futureDate: Rule = {
  id: 'future-date',
  severity: 'error',
  summary: 'An act is dated after the day the manual is looked at.',
  advice:
    'An act is recorded on the day it is done. To let a version take effect later, approve it today with a later date in `effective`.',
  examples: [
    {
      name: 'an approval of tomorrow',
      files: {
        'procedures/prc-001.mdx': documentFile({
          effective: '2026-04-01',
          history:
            '[{ act: approved, version: "1.0", date: 2026-04-01, by: principal, edition: "demo:1", summary: "First issue" }]',
        }),
      },
      expect: [
        'content/procedures/prc-001.mdx:14:50 Unexpected date `2026-04-01` of an act, expected 2026-03-31 or earlier',
      ],
    },
    {
      name: 'approved today for a later day',
      files: { 'procedures/prc-001.mdx': documentFile({ effective: '2026-12-01' }) },
      expect: [],
    },
  ],
  find: ({ manual, facts }) =>
    manual.documents.flatMap((document) =>
      (document.frontMatter.history ?? []).flatMap((entry, index) =>
        entry.date <= facts.today
          ? []
          : [
              {
                place: document.places[`history.${index}.date`] ?? wholeFile(document.file),
                message: `Unexpected date \`${entry.date}\` of an act, expected ${facts.today} or earlier`,
                hint: 'An act is recorded on the day it is done. A later day from which a version holds is written under `effective`.',
              },
            ],
      ),
    ),
};
