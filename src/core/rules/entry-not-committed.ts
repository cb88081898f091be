import type { Rule } from './rule.ts';

export const entryNotCommitted: Rule = {
  id: 'entry-not-committed',
  severity: 'note',
  summary: 'A history entry is not committed yet, so nobody can tell who brought it.',
  advice:
    'An act counts at once; who did it shows in Git. Commit what the act wrote, the frozen copy included.',
  examples: [],
  shownBy: 'src/cli/check-signatures.cli.test.ts',
};
