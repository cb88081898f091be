import type { Rule } from './rule.ts';

export const externalLinkUnchecked: Rule = {
  id: 'external-link-unchecked',
  severity: 'note',
  summary: 'Whether a page of another site is there could not be told.',
  advice:
    'Some sites turn programs away, ask them not to look, or lie in a private network. Open the link in a browser once in a while, or list it under `externalLinks.ignore` in manual.yaml.',
  examples: [],
  shownBy: 'src/cli/check-external.cli.test.ts',
};
