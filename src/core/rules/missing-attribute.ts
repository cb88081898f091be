import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const missingAttribute: Rule = {
  id: 'missing-attribute',
  severity: 'error',
  summary: 'A component lacks an attribute that it needs.',
  advice: 'Without it the component does not know what to show.',
  examples: [
    {
      name: 'which role',
      files: { 'procedures/prc-001.mdx': documentFile({}, 'The <Role /> decides.\n\n## Purpose\n') },
      expect: ['content/procedures/prc-001.mdx:17:5 Missing `id` in `<Role>`'],
    },
    {
      name: 'the role named',
      files: {
        'procedures/prc-001.mdx': documentFile({}, 'The <Role id="registrar" /> decides.\n\n## Purpose\n'),
      },
      expect: [],
    },
  ],
};
