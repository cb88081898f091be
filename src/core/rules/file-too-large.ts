import type { Rule } from './rule.ts';

export const fileTooLarge: Rule = {
  id: 'file-too-large',
  severity: 'error',
  summary: 'A file, or the front matter of a document, is too large to be a text that a person wrote.',
  advice:
    'A document has at most 2 MB, its front matter at most 200 kB. Divide it into several documents, and keep pictures and tables of data in files of their own.',
  examples: [],
  shownBy: 'src/testing/cases/reading/front-matter-too-large',
};
