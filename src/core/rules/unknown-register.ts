import type { Rule } from './rule.ts';

export const unknownRegister: Rule = {
  id: 'unknown-register',
  severity: 'error',
  summary: 'A file in registers/ is none of the registers that the manual knows.',
  advice:
    'What stands in registers/ is used all over the manual; a misspelt file name would be left out of account in silence.',
  examples: [
    {
      name: 'a misspelt file name',
      files: { 'registers/role.yaml': 'rows: []\n' },
      expect: [
        'content/registers/role.yaml Unexpected register `role`, expected `roles`, `units`, `processes`, `glossary`, `interested-parties`, `objectives`, `risks`, `findings` or `people`; did you mean `roles`?',
      ],
    },
    { name: 'a register that is known', files: { 'registers/risks.yaml': 'rows: []\n' }, expect: [] },
  ],
};
