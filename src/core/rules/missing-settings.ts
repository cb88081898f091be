import type { Rule } from './rule.ts';

export const missingSettings: Rule = {
  id: 'missing-settings',
  severity: 'error',
  summary: 'There is no manual.yaml.',
  advice:
    'The file manual.yaml at the top of the content folder says whose manual it is, what it covers and which edition is in force.',
  examples: [
    {
      name: 'no manual.yaml',
      files: { 'manual.yaml': undefined },
      expect: [
        'manual Missing `content/manual.yaml`, expected the institution, the scope and the edition in force in it',
      ],
    },
    { name: 'a manual.yaml', files: {}, expect: [] },
  ],
};
