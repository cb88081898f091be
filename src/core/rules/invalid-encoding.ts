import type { Rule } from './rule.ts';

export const invalidEncoding: Rule = {
  id: 'invalid-encoding',
  severity: 'error',
  summary: 'A file is not text in UTF-8.',
  advice:
    'Documents, registers and settings are text in UTF-8, the usual encoding today. In any other, accented letters would be shown wrongly. Open the file in an editor and save it with the encoding UTF-8.',
  examples: [],
  shownBy: 'src/testing/cases/reading/older-encoding',
};
