import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const componentPlacement: Rule = {
  id: 'component-placement',
  severity: 'error',
  summary: 'A component that makes a block of its own stands inside a paragraph.',
  advice:
    'Callouts, steps, figures, diagrams and definition tables stand on lines of their own, with an empty line before and after.',
  examples: [
    {
      name: 'in the middle of a sentence',
      files: {
        'procedures/prc-001.mdx': documentFile(
          {},
          'See <Callout kind="note">the form</Callout> first.\n\n## Purpose\n',
        ),
      },
      expect: [
        'content/procedures/prc-001.mdx:17:5 Unexpected `<Callout>` inside a paragraph, expected it on lines of its own',
      ],
    },
    {
      name: 'on lines of its own',
      files: {
        'procedures/prc-001.mdx': documentFile(
          {},
          '<Callout kind="note">\n\nSee the form first.\n\n</Callout>\n\n## Purpose\n',
        ),
      },
      expect: [],
    },
  ],
};
