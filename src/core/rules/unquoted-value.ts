import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const unquotedValue: Rule = {
  id: 'unquoted-value',
  severity: 'error',
  summary: 'A value without quotation marks is read as a number or as true or false, where text is meant.',
  advice:
    'YAML reads 8.10 as the number 8.1, 1.0 as 1 and no as a truth value in some tools. Versions and clause numbers are text and stand in quotation marks.',
  examples: [
    {
      name: 'a clause number as a number',
      files: { 'procedures/prc-001.mdx': documentFile({ clauses: '[1.10, "1.1", "1.2"]' }) },
      expect: ['content/procedures/prc-001.mdx:10:11 Unexpected number `1.10` in `clauses`, expected text'],
    },
    {
      name: 'a word that is a truth value elsewhere',
      files: { 'procedures/prc-001.mdx': documentFile({ title: 'No' }) },
      expect: [
        'content/procedures/prc-001.mdx:3:8 Unexpected true-or-false word `No` in `title`, expected text',
      ],
    },
    {
      name: 'clause numbers as text',
      files: { 'procedures/prc-001.mdx': documentFile({ clauses: '["1.1", "1.2"]' }) },
      expect: [],
    },
  ],
};
