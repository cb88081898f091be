import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const unknownAttribute: Rule = {
  id: 'unknown-attribute',
  severity: 'error',
  summary: 'A component has an attribute that it does not take.',
  advice: 'Each component takes the attributes that its reference page lists.',
  examples: [
    {
      name: 'a misspelt attribute',
      files: {
        'procedures/prc-001.mdx': documentFile(
          {},
          'The <Role ident="registrar" id="registrar" /> decides.\n\n## Purpose\n',
        ),
      },
      expect: ['content/procedures/prc-001.mdx:17:11 Unexpected attribute `ident` in `<Role>`'],
    },
    {
      name: 'the attribute it takes',
      files: {
        'procedures/prc-001.mdx': documentFile({}, 'The <Role id="registrar" /> decides.\n\n## Purpose\n'),
      },
      expect: [],
    },
  ],
};
