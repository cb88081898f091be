import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const unknownField: Rule = {
  id: 'unknown-field',
  severity: 'error',
  summary: 'A key is not known here.',
  advice: 'A misspelt key would be left out of account in silence. Correct its spelling, or remove it.',
  examples: [
    {
      name: 'a misspelt key',
      files: { 'procedures/prc-001.mdx': documentFile({ efective: '2026-01-15' }) },
      expect: [
        'content/procedures/prc-001.mdx:15:1 Unexpected key `efective` in front matter; did you mean `effective`?',
      ],
    },
    {
      name: 'the key as it is spelt',
      files: { 'procedures/prc-001.mdx': documentFile({ effective: '2026-01-15' }) },
      expect: [],
    },
  ],
};
