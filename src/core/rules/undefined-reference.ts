import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const undefinedReference: Rule = {
  id: 'undefined-reference',
  severity: 'error',
  summary: 'A link names a label, or a footnote mark a note, that is defined nowhere.',
  advice:
    'In [text][label] the address stands in a line [label]: address of the same document, and in the same way the text of a footnote. Without that line readers see the brackets as they are.',
  examples: [
    {
      name: 'a label without its line',
      files: {
        'procedures/prc-001.mdx': documentFile(
          {},
          'See [the form][form].\n\n[forms]: doc:FRM-001\n\n## Purpose\n',
        ),
      },
      expect: [
        'content/procedures/prc-001.mdx:17:5 Unexpected link to the label `form`, expected a line `[form]: address`; did you mean `forms`?',
      ],
    },
    {
      name: 'a footnote without its text',
      files: { 'procedures/prc-001.mdx': documentFile({}, 'By Friday.[^1]\n\n## Purpose\n') },
      expect: [
        'content/procedures/prc-001.mdx:17:11 Unexpected footnote `[^1]` without its text, expected a line `[^1]: …`',
      ],
    },
    {
      name: 'both with their lines',
      files: {
        'procedures/prc-001.mdx': documentFile(
          {},
          'See [the form][form] by Friday.[^1]\n\n[form]: doc:FRM-001\n\n[^1]: In term time.\n\n## Purpose\n',
        ),
      },
      expect: [],
    },
  ],
};
