import type { Rule } from './rule.ts';

export const unexpectedFile: Rule = {
  id: 'unexpected-file',
  severity: 'warning',
  summary: 'A file looks like a document or a register, but lies or is named so that it is not read.',
  advice:
    'Documents end in .mdx; YAML stands in manual.yaml, registers/ and standards/. A file that nobody reads should not look like one that counts.',
  examples: [],
  shownBy: 'src/testing/cases/reading/unexpected-files',
};
