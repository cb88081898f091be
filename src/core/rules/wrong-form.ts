import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const wrongForm: Rule = {
  id: 'wrong-form',
  severity: 'error',
  summary: 'A value does not have the form that the key takes.',
  advice:
    'Periods, versions, clause numbers, ids and languages have a form of their own; the finding shows it with an example.',
  examples: [
    {
      name: 'a period in words',
      files: { 'procedures/prc-001.mdx': documentFile({ review: 'yearly' }) },
      expect: [
        'content/procedures/prc-001.mdx:15:9 Unexpected `yearly` in `review`, expected a period such as P12M (months), P2Y (years) or P30D (days)',
      ],
    },
    { name: 'a period', files: { 'procedures/prc-001.mdx': documentFile({ review: 'P12M' }) }, expect: [] },
  ],
};
