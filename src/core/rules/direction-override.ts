import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const directionOverride: Rule = {
  id: 'direction-override',
  severity: 'error',
  summary: 'An invisible character makes the text appear in another order than it is written.',
  advice:
    'With such a character a text can show one thing to its approver and mean another to a search or a screen reader. Right-to-left languages do not need it: browsers know the direction of each script.',
  examples: [
    {
      name: 'an override in the text',
      files: { 'procedures/prc-001.mdx': documentFile({}, 'Pay \u202e001\u202c euro.\n\n## Purpose\n') },
      expect: [
        'content/procedures/prc-001.mdx:17:5 Unexpected invisible character `U+202E` (right-to-left override), expected text that is shown in the order in which it is written',
        'content/procedures/prc-001.mdx:17:9 Unexpected invisible character `U+202C` (end of a direction override), expected text that is shown in the order in which it is written',
      ],
    },
    {
      name: 'Arabic text, and a phrase set apart',
      files: {
        'procedures/prc-001.mdx': documentFile(
          {},
          'The word \u2067\u062a\u0642\u064a\u064a\u0645\u2069 means assessment.\n\n## Purpose\n',
        ),
      },
      expect: [],
    },
  ],
};
