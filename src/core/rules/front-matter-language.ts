import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const frontMatterLanguage: Rule = {
  id: 'front-matter-language',
  severity: 'error',
  summary: 'The front matter is written in another language than YAML.',
  advice:
    'Some tools run front matter written in a programming language. A document is data: the first line is `---` alone.',
  examples: [
    {
      name: 'a program in the front matter',
      files: {
        'procedures/prc-002.mdx': documentFile({
          id: 'PRC-002',
          clauses: '[]',
          noClauses: 'an example',
        }).replace('---', '---js'),
      },
      expect: ['content/procedures/prc-002.mdx:1:4 Unexpected front matter language `js`, expected YAML'],
    },
    { name: 'YAML', files: {}, expect: [] },
  ],
};
