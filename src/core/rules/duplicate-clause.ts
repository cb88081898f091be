import { exampleFiles } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const duplicateClause: Rule = {
  id: 'duplicate-clause',
  severity: 'error',
  summary: 'A standard has two clauses with the same number.',
  advice: 'Claims refer to a clause by its number, so a number may stand only once in an edition.',
  examples: [
    {
      name: 'one number twice',
      files: { 'standards/demo.yaml': exampleFiles['standards/demo.yaml']?.replace('"1.2"', '"1.1"') },
      expect: ['content/standards/demo.yaml:7:15 Unexpected second clause `1.1`, expected each number once'],
    },
    { name: 'a number each', files: {}, expect: [] },
  ],
};
