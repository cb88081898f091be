import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const unreadLink: Rule = {
  id: 'unread-link',
  severity: 'warning',
  summary: 'Something that was meant as a link is shown as plain text.',
  advice:
    'A link is [text](address) without a space between the brackets, and an address holds no spaces. Links by id, [text](doc:PRC-007), cannot go wrong in this way.',
  examples: [
    {
      name: 'a space in the address',
      files: {
        'procedures/prc-001.mdx': documentFile({}, 'See [the form](../forms/my form.mdx).\n\n## Purpose\n'),
      },
      expect: [
        'content/procedures/prc-001.mdx:17:5 Unexpected `[the form](../forms/my form.mdx)` as plain text, expected a link `[text](address)`',
      ],
    },
    {
      name: 'a link',
      files: {
        'procedures/prc-001.mdx': documentFile(
          {},
          'See [the form](doc:FRM-001), or [1] (below).\n\n## Purpose\n',
        ),
      },
      expect: [],
    },
  ],
};
