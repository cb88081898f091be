import { documentFile } from './example-manual.ts';
import { reportLinksTo } from './linked-documents.ts';
import type { Rule } from './rule.ts';

const second = documentFile({
  id: 'PRC-002',
  title: 'New admission',
  supersedes: '[PRC-001]',
  clauses: '[]',
  noClauses: 'an example',
});

export const supersededDocumentLinked: Rule = {
  id: 'superseded-document-linked',
  severity: 'warning',
  summary: 'A document in force leads its readers to one that another has replaced.',
  advice:
    'Staff follow links and act on what they find. Link to the document that took the place of the old one; the old page stays, and says what replaced it.',
  examples: [
    {
      name: 'a procedure that was replaced',
      files: {
        'procedures/prc-002.mdx': second,
        'forms/frm-001.mdx': documentFile({ id: 'FRM-001', type: 'form' }, 'See [how](doc:PRC-001).\n'),
      },
      expect: [
        'content/forms/frm-001.mdx:18:5 Unexpected link to PRC-001, which is superseded, expected a document in force; did you mean PRC-002?',
      ],
    },
    {
      name: 'the procedure that replaced it',
      files: {
        'procedures/prc-002.mdx': second,
        'forms/frm-001.mdx': documentFile({ id: 'FRM-001', type: 'form' }, 'See [how](doc:PRC-002).\n'),
      },
      expect: [],
    },
  ],
  find: (context) =>
    reportLinksTo(context, ['superseded'], (link, { document, lifecycle }) => ({
      message: `Unexpected ${link.noun} to ${document.id}, which is superseded, expected a document in force${lifecycle.supersededBy === undefined ? '' : `; did you mean ${lifecycle.supersededBy}?`}`,
      hint: 'Read the newer document before changing the link: the passage meant may have moved.',
    })),
};
