import type { Rule } from './rule.ts';

export const entryNotSigned: Rule = {
  id: 'entry-not-signed',
  severity: 'error',
  summary: 'A history entry was brought by a commit without the signature that manual.yaml asks for.',
  advice:
    'Names and addresses in commits can be typed by anyone; a signature cannot. manual.yaml says under signatures.acts for which acts the commit must be signed, and registers/people.yaml whose key is whose.',
  examples: [],
  shownBy: 'src/cli/check-signatures.cli.test.ts',
};
