import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const wrongType: Rule = {
  id: 'wrong-type',
  severity: 'error',
  summary: 'A value is of another kind than the key takes: a text where a list is meant, for example.',
  advice:
    'A list stands in square brackets, `[registrar, principal]`, or on lines of its own that begin with a hyphen. A group of keys stands in braces or on indented lines.',
  examples: [
    {
      name: 'one role without brackets',
      files: { 'procedures/prc-001.mdx': documentFile({ roles: 'registrar' }) },
      expect: ['content/procedures/prc-001.mdx:11:8 Unexpected `registrar` in `roles`, expected a list'],
    },
    {
      name: 'a list of one role',
      files: { 'procedures/prc-001.mdx': documentFile({ roles: '[registrar]' }) },
      expect: [],
    },
  ],
};
