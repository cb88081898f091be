import type { Rule } from './rule.ts';

export const externalLinkBroken: Rule = {
  id: 'external-link-broken',
  severity: 'warning',
  summary: 'A page of another site that is linked to is not there.',
  advice:
    'Readers who follow the link find nothing. Sites change without telling; look for the page anew, or name it in words. Only `eoms check --external` asks, and what it finds fails no build unless you say so.',
  examples: [],
  shownBy: 'src/cli/check-external.cli.test.ts',
};
