import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const emptyField: Rule = {
  id: 'empty-field',
  severity: 'error',
  summary: 'A key is there, but nothing is written after it.',
  advice: 'Write the value, or take the whole line out where the key may be left away.',
  examples: [
    {
      name: 'nothing after the colon',
      files: { 'procedures/prc-001.mdx': documentFile({ process: '' }) },
      expect: ['content/procedures/prc-001.mdx:13:1 Nothing is written after `process`, expected text'],
    },
    {
      name: 'the line taken out',
      files: { 'procedures/prc-001.mdx': documentFile({ process: undefined }) },
      expect: [],
    },
  ],
};
