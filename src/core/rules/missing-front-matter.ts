import type { Rule } from './rule.ts';

export const missingFrontMatter: Rule = {
  id: 'missing-front-matter',
  severity: 'error',
  summary: 'A document does not begin with front matter.',
  advice:
    'A controlled document begins with a block of `key: value` lines between two lines `---`. It says what the document is, which version, in which status, and who answers for it.',
  examples: [
    {
      name: 'no front matter',
      files: { 'procedures/prc-002.mdx': '# Admission\n\nWho decides.\n' },
      expect: [
        'content/procedures/prc-002.mdx:1:1 Unexpected beginning of the document, expected front matter between two lines `---`',
      ],
    },
    { name: 'front matter between its two lines', files: {}, expect: [] },
  ],
};
