import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const invisibleCharacter: Rule = {
  id: 'invisible-character',
  severity: 'error',
  summary: 'An id, a title or another name holds a character that nobody can see.',
  advice:
    'Two names that differ by such a character are different names to the manual and the same to every reader. The joiners that Persian, Hindi and other scripts need are allowed.',
  examples: [
    {
      name: 'in a title',
      files: { 'procedures/prc-001.mdx': documentFile({ title: 'Ad\u200bmission' }) },
      expect: [
        'content/procedures/prc-001.mdx:3:10 Unexpected invisible character `U+200B` (zero-width space), expected only characters that can be seen',
      ],
    },
    {
      name: 'in a heading',
      files: { 'procedures/prc-001.mdx': documentFile({}, '## Pur\u00adpose\n') },
      expect: [
        'content/procedures/prc-001.mdx:17:7 Unexpected invisible character `U+00AD` (soft hyphen), expected only characters that can be seen',
      ],
    },
    {
      name: 'a joiner in a Persian title, and a soft hyphen in the running text',
      files: {
        'procedures/prc-001.mdx': documentFile(
          { title: '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645' },
          '## Purpose\n\nA long inter\u00adnational word.\n',
        ),
      },
      expect: [],
    },
  ],
};
