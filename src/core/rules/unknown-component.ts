import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const unknownComponent: Rule = {
  id: 'unknown-component',
  severity: 'error',
  summary: 'A component is used that does not exist.',
  advice: 'Only the components of the manual can be used; the reference page shows them with examples.',
  examples: [
    {
      name: 'a misspelt component',
      files: {
        'procedures/prc-001.mdx': documentFile(
          {},
          '<Calout kind="note">\n\nBring a photograph.\n\n</Calout>\n\n## Purpose\n',
        ),
      },
      expect: [
        "content/procedures/prc-001.mdx:17:1 Unexpected component `<Calout>`, expected one of the manual's components; did you mean `Callout`?",
      ],
    },
    {
      name: 'a component that exists',
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
