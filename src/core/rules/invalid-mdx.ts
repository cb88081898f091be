import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const invalidMdx: Rule = {
  id: 'invalid-mdx',
  severity: 'error',
  summary: 'A component begins in one paragraph, list item or table cell and ends in another.',
  advice:
    'Begin and end a component in the same paragraph, list item or table cell; or put both its tags on lines of their own, with an empty line before and after and the same space before them.',
  examples: [
    {
      name: 'a component that begins in a list and ends after it',
      files: {
        'procedures/prc-001.mdx': documentFile(
          {},
          '- First <Term id="learner">\n\nlearner</Term>\n\n## Purpose\n',
        ),
      },
      expect: [
        'content/procedures/prc-001.mdx:17:9 Unexpected end of the paragraph, list item or table cell inside `<Term>`, expected `</Term>` before it',
      ],
    },
    {
      name: 'begins and ends in one place',
      files: {
        'procedures/prc-001.mdx': documentFile(
          {},
          '- First <Term id="learner">learner</Term>\n\n## Purpose\n',
        ),
      },
      expect: [],
    },
  ],
};
