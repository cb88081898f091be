import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const duplicateDocumentId: Rule = {
  id: 'duplicate-document-id',
  severity: 'error',
  summary: 'Two documents have the same id, or ids that differ by letter case alone.',
  advice: 'An id is given once and never used again: links, claims, records and people refer to it.',
  examples: [
    {
      name: 'one id twice',
      files: { 'procedures/prc-002.mdx': documentFile({ clauses: '[]', noClauses: 'an example' }) },
      expect: ['content/procedures/prc-002.mdx:2:5 Unexpected second document with id `PRC-001`'],
    },
    {
      name: 'an id each',
      files: {
        'procedures/prc-002.mdx': documentFile({ id: 'PRC-002', clauses: '[]', noClauses: 'an example' }),
      },
      expect: [],
    },
  ],
};
