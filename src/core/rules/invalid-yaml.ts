import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const invalidYaml: Rule = {
  id: 'invalid-yaml',
  severity: 'error',
  summary: 'A line of front matter, of manual.yaml, of a register or of a standard is not valid YAML.',
  advice:
    'YAML is a list of `key: value` lines. A value with a colon, a hash sign or a quotation mark in it stands in quotation marks; what belongs to a key is indented by two spaces. Nothing else of the block can be checked until it can be read.',
  examples: [
    {
      name: 'a colon in a value',
      files: { 'procedures/prc-001.mdx': documentFile({ title: 'Admission: who decides' }) },
      expect: [
        'content/procedures/prc-001.mdx:3:8 Unexpected second colon in `title: Admission: who decides`, expected one `key: value`',
      ],
    },
    {
      name: 'the same value in quotation marks',
      files: { 'procedures/prc-001.mdx': documentFile({ title: '"Admission: who decides"' }) },
      expect: [],
    },
  ],
};
