import { exampleFiles } from './example-manual.ts';
import type { Rule } from './rule.ts';

const withoutDocuments = Object.fromEntries(
  Object.keys(exampleFiles).flatMap((path) => (path.endsWith('.mdx') ? [[path, undefined]] : [])),
);

export const emptyManual: Rule = {
  id: 'empty-manual',
  severity: 'error',
  summary: 'The content folder holds no document.',
  advice:
    'Documents are files that end in .mdx, anywhere below the content folder. When none is found, the folder is usually not the one that was meant: name it with --content.',
  examples: [
    {
      name: 'no document',
      files: withoutDocuments,
      expect: ['manual No document found below `content`, expected at least one file that ends in `.mdx`'],
    },
    { name: 'some documents', files: {}, expect: [] },
  ],
  find: ({ manual }) =>
    manual.texts.length > 0
      ? []
      : [
          {
            place: { kind: 'manual' as const },
            message: `No document found below \`${manual.contentFolder}\`, expected at least one file that ends in \`.mdx\``,
            hint: 'Look whether the folder is the one you meant, or write the first document.',
          },
        ],
};
