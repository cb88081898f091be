import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const emptyLinkText: Rule = {
  id: 'empty-link-text',
  severity: 'error',
  summary: 'A link has no words, so nobody can see or hear it.',
  advice: 'Write between the square brackets what the link leads to.',
  examples: [
    {
      name: 'no words',
      files: { 'procedures/prc-001.mdx': documentFile({}, 'See [](doc:FRM-001).\n\n## Purpose\n') },
      expect: [
        'content/procedures/prc-001.mdx:17:5 Unexpected link to `doc:FRM-001` without words, expected words that say where it leads',
      ],
    },
    {
      name: 'a picture with a description as the link',
      files: {
        'procedures/prc-001.mdx': documentFile(
          {},
          'See [![The form](../figures/form.png)](doc:FRM-001).\n\n## Purpose\n',
        ),
        'figures/form.png': '',
      },
      expect: [],
    },
  ],
  find: ({ manual }) =>
    manual.documents.flatMap((document) =>
      document.links.flatMap((link) =>
        link.kind === 'link' && !/[^\s\p{Cf}]/u.test(link.text)
          ? [
              {
                place: link.place,
                message: `Unexpected link to \`${link.href.slice(0, 60)}\` without words, expected words that say where it leads`,
                hint: 'Write the words between the square brackets; a picture needs its description there.',
              },
            ]
          : [],
      ),
    ),
};
