import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const impossibleDate: Rule = {
  id: 'impossible-date',
  severity: 'error',
  summary: 'A date does not exist or is not written as year, month and day.',
  advice:
    'A date is written YYYY-MM-DD and must exist in the calendar. Other spellings are read differently in different countries.',
  examples: [
    {
      name: 'the thirtieth of February',
      files: { 'procedures/prc-001.mdx': documentFile({ nextReview: '2027-02-30' }) },
      expect: [
        'content/procedures/prc-001.mdx:15:13 Unexpected date `2027-02-30` in `nextReview`, expected a date that exists, written YYYY-MM-DD',
      ],
    },
    {
      name: 'a day that exists',
      files: { 'procedures/prc-001.mdx': documentFile({ nextReview: '2027-02-28' }) },
      expect: [],
    },
  ],
};
