import type { Rule } from './rule.ts';

export const entryByAnother: Rule = {
  id: 'entry-by-another',
  severity: 'error',
  summary:
    'A history entry was brought by a commit of someone who did not hold the role that the entry names.',
  advice:
    'An entry names a role; the commit that brought it shows who acted. With \`eoms check --signatures\` the two are compared through registers/people.yaml, which says who held which role when. The role must have been held on the day of the entry and on the day of the commit; for what was adopted, on the day of the commit.',
  examples: [],
  shownBy: 'src/cli/check-signatures.cli.test.ts',
};
