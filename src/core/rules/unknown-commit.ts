import type { Rule } from './rule.ts';

export const unknownCommit: Rule = {
  id: 'unknown-commit',
  severity: 'error',
  summary: 'manual.yaml begins the verification of entries at a commit that is not part of the history.',
  advice:
    'signatures.after names the commit up to which entries are taken as they are. It must be one that the present state was built on; otherwise every entry is verified.',
  examples: [],
  shownBy: 'src/cli/check-signatures.cli.test.ts',
};
