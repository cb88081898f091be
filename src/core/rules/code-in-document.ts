import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const codeInDocument: Rule = {
  id: 'code-in-document',
  severity: 'error',
  summary: 'A document holds code: an import, an export or an expression in braces.',
  advice:
    'Documents are data, never programs: nothing in them is run. Write the value itself. A brace as a character is written with a backslash before it, and a comment as `{/* … */}`.',
  examples: [
    {
      name: 'an expression',
      files: { 'procedures/prc-001.mdx': documentFile({}, 'There are {4 + 4} places.\n\n## Purpose\n') },
      expect: ['content/procedures/prc-001.mdx:17:11 Unexpected expression `{4 + 4}`, expected text'],
    },
    {
      name: 'a brace as a character, and a comment',
      files: {
        'procedures/prc-001.mdx': documentFile(
          {},
          'The set \\{1, 2\\} has two members. {/* checked in May */}\n\n## Purpose\n',
        ),
      },
      expect: [],
    },
  ],
};
