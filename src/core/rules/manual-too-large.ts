import type { Rule } from './rule.ts';

export const manualTooLarge: Rule = {
  id: 'manual-too-large',
  severity: 'error',
  summary: 'The content folder holds more than a manual does.',
  advice:
    'A manual has at most 100,000 files and 250 MB of text, which is room for twenty thousand long documents. Look for a folder or file that came in by mistake.',
  examples: [],
  shownBy: 'src/adapters/fs/read-manual.cli.test.ts',
};
