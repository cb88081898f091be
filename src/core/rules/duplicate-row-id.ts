import type { Rule } from './rule.ts';

export const duplicateRowId: Rule = {
  id: 'duplicate-row-id',
  severity: 'error',
  summary: 'Two rows of a register have the same id.',
  advice: 'Documents refer to a row by its id, so an id may stand only once in a register.',
  examples: [
    {
      name: 'one unit twice',
      files: {
        'registers/units.yaml':
          'rows:\n  - { id: admissions, title: Admissions office }\n  - { id: admissions, title: Entry office }\n',
      },
      expect: [
        'content/registers/units.yaml:3:11 Unexpected second row with id `admissions`, expected each id once',
      ],
    },
    {
      name: 'an id each',
      files: {
        'registers/units.yaml':
          'rows:\n  - { id: admissions, title: Admissions office }\n  - { id: entry, title: Entry office }\n',
      },
      expect: [],
    },
  ],
};
