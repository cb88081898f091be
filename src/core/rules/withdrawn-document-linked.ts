import { documentFile } from './example-manual.ts';
import { reportLinksTo } from './linked-documents.ts';
import type { Rule } from './rule.ts';

export const withdrawnDocumentLinked: Rule = {
  id: 'withdrawn-document-linked',
  severity: 'warning',
  summary: 'A document in force leads its readers to one that was withdrawn.',
  advice: 'A withdrawn document must not be followed. Name what applies instead, or take the reference out.',
  examples: [
    {
      name: 'a form that was withdrawn',
      files: {
        'procedures/prc-001.mdx': documentFile({}, 'Use [the form](doc:FRM-001).\n\n## Purpose\n'),
        'forms/frm-001.mdx': documentFile({ id: 'FRM-001', type: 'form', status: 'withdrawn' }),
      },
      expect: [
        'content/procedures/prc-001.mdx:17:5 Unexpected link to FRM-001, which is withdrawn, expected a document in force',
      ],
    },
    {
      name: 'a form in force',
      files: { 'procedures/prc-001.mdx': documentFile({}, 'Use [the form](doc:FRM-001).\n\n## Purpose\n') },
      expect: [],
    },
  ],
  find: (context) =>
    reportLinksTo(context, ['withdrawn'], (link, { document }) => ({
      message: `Unexpected ${link.noun} to ${document.id}, which is withdrawn, expected a document in force`,
      hint: 'Name what applies instead, or take the reference out.',
    })),
};
