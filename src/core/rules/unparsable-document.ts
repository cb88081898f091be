import type { Rule } from './rule.ts';

export const unparsableDocument: Rule = {
  id: 'unparsable-document',
  severity: 'error',
  summary: 'The text of a document stops the program that reads it.',
  advice:
    'The document is left out of the check as a whole, and the other documents are still checked. Take out half of the text at a time until the passage is found, and report it to the makers of the tool.',
  examples: [],
  shownBy: 'src/adapters/parse/parse-documents.cli.test.ts',
};
