import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const rawHtml: Rule = {
  id: 'raw-html',
  severity: 'error',
  summary: 'A document holds HTML.',
  advice: 'Only Markdown and the components of the manual are read. The finding says what to write instead.',
  examples: [
    {
      name: 'a line break in HTML',
      files: {
        'procedures/prc-001.mdx': documentFile(
          {},
          'Bring your diploma<br/>and a photograph.\n\n## Purpose\n',
        ),
      },
      expect: [
        'content/procedures/prc-001.mdx:17:19 Unexpected HTML `<br/>`, expected Markdown or a component',
      ],
    },
    {
      name: 'a line break in Markdown',
      files: {
        'procedures/prc-001.mdx': documentFile({}, 'Bring your diploma\\\nand a photograph.\n\n## Purpose\n'),
      },
      expect: [],
    },
  ],
};
