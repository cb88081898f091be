import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const duplicateHeadingId: Rule = {
  id: 'duplicate-heading-id',
  severity: 'error',
  summary: 'Two headings of a document, or a heading and the page round it, have the same id.',
  advice: 'A link or a claim leads to a heading by its id, so an id may stand only once in a document.',
  examples: [
    {
      name: 'two headings, one id',
      files: {
        'procedures/prc-001.mdx': documentFile(
          {},
          '## Decision {#decision}\n\n## Appeal {#decision}\n\n## Purpose\n',
        ),
      },
      expect: [
        'content/procedures/prc-001.mdx:19:1 Unexpected second heading with id `decision`, expected each id once in a document',
      ],
    },
    {
      name: 'an id each',
      files: {
        'procedures/prc-001.mdx': documentFile(
          {},
          '## Decision {#decision}\n\n## Appeal {#appeal}\n\n## Purpose\n',
        ),
      },
      expect: [],
    },
  ],
};
