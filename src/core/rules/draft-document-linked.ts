import { documentFile } from './example-manual.ts';
import { reportLinksTo } from './linked-documents.ts';
import type { Rule } from './rule.ts';

const form = (keys: Record<string, string | undefined>): string =>
  documentFile({ id: 'FRM-001', title: 'Application', type: 'form', ...keys }, 'Name and date.\n');

export const draftDocumentLinked: Rule = {
  id: 'draft-document-linked',
  severity: 'warning',
  summary: 'A document in force leads its readers to one that is not in force yet.',
  advice:
    'The published manual shows no drafts, so readers find the name of the document but no page. Approve the other document first, or mention it when it is in force.',
  examples: [
    {
      name: 'a form that is a draft',
      files: {
        'procedures/prc-001.mdx': documentFile({ uses: '[FRM-001]' }),
        'forms/frm-001.mdx': form({ status: 'draft', history: undefined }),
      },
      expect: [
        'content/procedures/prc-001.mdx:11:8 Unexpected entry under `uses` to FRM-001, which is a draft, expected a document in force',
      ],
    },
    {
      name: 'a form that is approved for a later date',
      files: {
        'procedures/prc-001.mdx': documentFile({}, '<FormLink id="FRM-001" />\n\n## Purpose\n'),
        'forms/frm-001.mdx': form({ effective: '2026-06-01' }),
      },
      expect: [
        'content/procedures/prc-001.mdx:17:11 Unexpected `<FormLink>` to FRM-001, which is approved for a later date, 2026-06-01, expected a document in force',
      ],
    },
    {
      name: 'a form in force',
      files: { 'procedures/prc-001.mdx': documentFile({ uses: '[FRM-001]' }) },
      expect: [],
    },
  ],
  find: (context) =>
    reportLinksTo(context, ['draft', 'in-review', 'approved'], (link, { document, lifecycle }) => {
      const state =
        lifecycle.state === 'approved'
          ? `approved for a later date, ${lifecycle.effective ?? ''}`
          : lifecycle.state === 'draft'
            ? 'a draft'
            : 'in review';
      return {
        message: `Unexpected ${link.noun} to ${document.id}, which is ${state}, expected a document in force`,
        hint: `Readers of the published manual will find no page. Approve ${document.id} first, or take the reference out until then.`,
      };
    }),
};
