import type { Rule } from './rule.ts';

export const externalLinkMoved: Rule = {
  id: 'external-link-moved',
  severity: 'note',
  summary: 'A page of another site has moved, and its old address leads on.',
  advice: 'Redirects are taken away sooner or later. Write the address where the page is now.',
  examples: [],
  shownBy: 'src/cli/check-external.cli.test.ts',
};
