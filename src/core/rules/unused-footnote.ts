import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const unusedFootnote: Rule = {
  id: 'unused-footnote',
  severity: 'warning',
  summary: 'The text of a footnote is shown nowhere, because no mark refers to it.',
  advice: 'Put the mark [^1] where the note belongs, or delete its text.',
  examples: [
    {
      name: 'a note without its mark',
      files: {
        'procedures/prc-001.mdx': documentFile({}, 'By Friday.\n\n[^1]: In term time.\n\n## Purpose\n'),
      },
      expect: [
        'content/procedures/prc-001.mdx:19:1 Unexpected text of a footnote `[^1]` that nothing refers to, expected the mark `[^1]` in the text',
      ],
    },
    {
      name: 'a note with its mark',
      files: {
        'procedures/prc-001.mdx': documentFile({}, 'By Friday.[^1]\n\n[^1]: In term time.\n\n## Purpose\n'),
      },
      expect: [],
    },
  ],
};
