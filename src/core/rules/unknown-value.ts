import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const unknownValue: Rule = {
  id: 'unknown-value',
  severity: 'error',
  summary: 'A value is not one of those the key takes.',
  advice: 'Some keys take one of a few words. The finding lists them.',
  examples: [
    {
      name: 'a status that does not exist',
      files: { 'procedures/prc-001.mdx': documentFile({ status: 'aproved' }) },
      expect: [
        'content/procedures/prc-001.mdx:6:9 Unexpected `aproved` in `status`, expected `draft`, `in-review`, `approved` or `withdrawn`; did you mean `approved`?',
      ],
    },
    {
      name: 'a status that exists',
      files: { 'procedures/prc-001.mdx': documentFile({ status: 'approved' }) },
      expect: [],
    },
  ],
};
