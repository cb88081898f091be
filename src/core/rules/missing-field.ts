import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const missingField: Rule = {
  id: 'missing-field',
  severity: 'error',
  summary: 'A key that must be there is missing.',
  advice:
    'Each type of document has keys that it must have. The reference page of the front matter lists them by type.',
  examples: [
    {
      name: 'no owner',
      files: { 'procedures/prc-001.mdx': documentFile({ owner: undefined }) },
      expect: ['content/procedures/prc-001.mdx:1:1 Missing `owner` in front matter'],
    },
    {
      name: 'an owner',
      files: { 'procedures/prc-001.mdx': documentFile({ owner: 'registrar' }) },
      expect: [],
    },
  ],
};
