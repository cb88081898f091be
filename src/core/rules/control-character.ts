import type { Rule } from './rule.ts';

export const controlCharacter: Rule = {
  id: 'control-character',
  severity: 'error',
  summary: 'A file holds a control character.',
  advice:
    'Control characters cannot be seen, come from faulty conversions, and change how a line is shown or read. Delete the character.',
  examples: [],
  shownBy: 'src/testing/cases/reading/control-character',
};
