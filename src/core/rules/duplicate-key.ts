import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const duplicateKey: Rule = {
  id: 'duplicate-key',
  severity: 'error',
  summary: 'A key is written twice.',
  advice:
    'Of two lines with one key only one can count, and nobody can tell which was meant. Keep the one that is right.',
  examples: [
    {
      name: 'two titles',
      files: { 'procedures/prc-001.mdx': documentFile({ title: 'Admission\ntitle: Enrolment' }) },
      expect: ['content/procedures/prc-001.mdx:4:1 Unexpected second `title`, expected each key once'],
    },
    { name: 'one title', files: {}, expect: [] },
  ],
};
