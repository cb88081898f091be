import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const wrongAttribute: Rule = {
  id: 'wrong-attribute',
  severity: 'error',
  summary: 'An attribute has a value that the component does not take, or is not written as name="value".',
  advice: 'Values stand in quotation marks, each attribute once.',
  examples: [
    {
      name: 'a kind that does not exist',
      files: {
        'procedures/prc-001.mdx': documentFile(
          {},
          '<Callout kind="warning">\n\nBring a photograph.\n\n</Callout>\n\n## Purpose\n',
        ),
      },
      expect: [
        'content/procedures/prc-001.mdx:17:10 Unexpected `warning` in `kind` of `<Callout>`, expected `note`, `important`, `caution` or `learner`',
      ],
    },
    {
      name: 'a kind that exists',
      files: {
        'procedures/prc-001.mdx': documentFile(
          {},
          '<Callout kind="caution">\n\nBring a photograph.\n\n</Callout>\n\n## Purpose\n',
        ),
      },
      expect: [],
    },
  ],
};
