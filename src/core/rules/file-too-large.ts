import type { Rule } from './rule.ts';

export const fileTooLarge: Rule = {
  id: 'file-too-large',
  severity: 'error',
  summary: 'A file, or the front matter of a document, is too large to be what a person wrote.',
  advice:
    'A document has at most 2 MB and 50,000 lines, cells, marks and links, its front matter at most 200 kB, a picture or form at most 100 MB. Divide it into several documents, and keep pictures and tables of data in files of their own.',
  examples: [],
  shownBy: 'src/testing/cases/reading/front-matter-too-large',
};
