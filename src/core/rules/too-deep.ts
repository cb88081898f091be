import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const tooDeep: Rule = {
  id: 'too-deep',
  severity: 'error',
  summary: 'Lists, quotations, tables or brackets are nested or repeated beyond what a reader can follow.',
  advice:
    'No manual needs more than 32 levels or 64 columns; such a text is nearly always the result of a conversion that went wrong. The limits also keep a damaged file from stopping the whole check.',
  examples: [
    {
      name: 'forty quotations in one another',
      files: {
        'procedures/prc-001.mdx': documentFile(
          {},
          '>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> Why\n\n## Purpose\n',
        ),
      },
      expect: [
        'content/procedures/prc-001.mdx:17:1 Unexpected nesting of more than 32 levels, expected fewer',
      ],
    },
    {
      name: 'two quotations in one another',
      files: { 'procedures/prc-001.mdx': documentFile({}, '>> Why\n\n## Purpose\n') },
      expect: [],
    },
  ],
};
