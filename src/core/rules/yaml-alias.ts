import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const yamlAlias: Rule = {
  id: 'yaml-alias',
  severity: 'error',
  summary: 'A value is an alias that stands for a value written elsewhere.',
  advice:
    'YAML can name a value with `&` and repeat it with `*`. A controlled text is read by people who should not have to look elsewhere, so each value is written out.',
  examples: [
    {
      name: 'an alias',
      files: { 'procedures/prc-001.mdx': documentFile({ owner: '&who registrar', author: '*who' }) },
      expect: ['content/procedures/prc-001.mdx:8:9 Unexpected alias `*who`, expected the value itself'],
    },
    {
      name: 'the value itself',
      files: { 'procedures/prc-001.mdx': documentFile({ owner: 'registrar', author: 'registrar' }) },
      expect: [],
    },
  ],
};
