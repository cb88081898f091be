import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const unescapedAngle: Rule = {
  id: 'unescaped-angle',
  severity: 'error',
  summary: 'The character < stands in the text without a backslash before it.',
  advice:
    'The character < begins a component. Where the character itself is meant, write `\\<`, or say it in words.',
  examples: [
    {
      name: 'less than',
      files: { 'procedures/prc-001.mdx': documentFile({}, 'Groups of <15 learners.\n\n## Purpose\n') },
      expect: [
        'content/procedures/prc-001.mdx:17:11 Unexpected `<` before `15 learners.`, expected a component or text',
      ],
    },
    {
      name: 'the same with a backslash',
      files: { 'procedures/prc-001.mdx': documentFile({}, 'Groups of \\<15 learners.\n\n## Purpose\n') },
      expect: [],
    },
  ],
};
