import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const misplacedHeadingId: Rule = {
  id: 'misplaced-heading-id',
  severity: 'error',
  summary: 'An id in braces stands elsewhere than at the end of a heading, or is not an id.',
  advice: 'A heading gets an id of its own by `{#id}` at the end of its line, once.',
  examples: [
    {
      name: 'in a paragraph',
      files: { 'procedures/prc-001.mdx': documentFile({}, 'The decision. {#decision}\n\n## Purpose\n') },
      expect: [
        'content/procedures/prc-001.mdx:17:15 Unexpected `{#decision}`, expected one heading id at the end of a heading',
      ],
    },
    {
      name: 'at the end of a heading',
      files: { 'procedures/prc-001.mdx': documentFile({}, '## Decision {#decision}\n\n## Purpose\n') },
      expect: [],
    },
  ],
};
