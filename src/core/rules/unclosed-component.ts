import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const unclosedComponent: Rule = {
  id: 'unclosed-component',
  severity: 'error',
  summary: 'The tag of a component has no end, or an end without a beginning.',
  advice: 'A component is closed by its end tag, `</Callout>`, or by `/>` when nothing stands in it.',
  examples: [
    {
      name: 'without its end tag',
      files: {
        'procedures/prc-001.mdx': documentFile(
          {},
          '<Callout kind="note">\n\nBring a photograph.\n\n## Purpose\n',
        ),
      },
      expect: [
        'content/procedures/prc-001.mdx:17:1 Unexpected `<Callout>` without an end, expected `</Callout>`',
      ],
    },
    {
      name: 'with its end tag',
      files: {
        'procedures/prc-001.mdx': documentFile(
          {},
          '<Callout kind="note">\n\nBring a photograph.\n\n</Callout>\n\n## Purpose\n',
        ),
      },
      expect: [],
    },
  ],
};
