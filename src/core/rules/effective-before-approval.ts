import { documentFile } from './example-manual.ts';
import { wholeFile } from '../model/place.ts';
import type { Rule } from './rule.ts';

export const effectiveBeforeApproval: Rule = {
  id: 'effective-before-approval',
  severity: 'error',
  summary: 'A version is effective before it was approved.',
  advice:
    'A version takes effect on or after the day of its approval. For a text approved before this system, record the act adopted with its source.',
  examples: [
    {
      name: 'effective too early',
      files: { 'procedures/prc-001.mdx': documentFile({ effective: '2025-01-01' }) },
      expect: [
        'content/procedures/prc-001.mdx:9:12 Unexpected date `2025-01-01` in `effective`, expected the day of the approval, 2026-01-10, or later',
      ],
    },
    {
      name: 'effective on the day of approval',
      files: { 'procedures/prc-001.mdx': documentFile({ effective: '2026-01-10' }) },
      expect: [],
    },
  ],
  find: ({ facts }) =>
    facts.documents.flatMap(({ document, lifecycle }) => {
      const { approval } = lifecycle;
      const effective = document.frontMatter.effective;
      if (approval?.act !== 'approved' || effective === undefined || effective >= approval.date) return [];
      return [
        {
          place: document.places['effective'] ?? wholeFile(document.file),
          message: `Unexpected date \`${effective}\` in \`effective\`, expected the day of the approval, ${approval.date}, or later`,
        },
      ];
    }),
};
