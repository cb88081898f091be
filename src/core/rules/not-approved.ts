import { documentFile } from './example-manual.ts';
import { findApproval, mayApprove } from '../analyse/lifecycle.ts';
import { wholeFile } from '../model/place.ts';
import type { Rule } from './rule.ts';

export const notApproved: Rule = {
  id: 'not-approved',
  severity: 'error',
  fixed: true,
  summary: 'A document is marked approved, but no valid approval of this version stands in its history.',
  advice:
    'The status approved is written by the act of approving. It holds when the history has an entry approved or adopted for this very version, by a role that may approve this type and that is not the author.',
  examples: [
    {
      name: 'approved without an entry',
      files: { 'procedures/prc-001.mdx': documentFile({ version: '"2.0"' }) },
      expect: [
        'content/procedures/prc-001.mdx:6:9 Unexpected status `approved`, expected an entry `approved` or `adopted` for version 2.0 in `history`',
      ],
    },
    { name: 'approved with its entry', files: {}, expect: [] },
  ],
  find: ({ manual }) =>
    manual.documents.flatMap((document) => {
      const { frontMatter } = document;
      if (frontMatter.status !== 'approved' || findApproval(document, manual.settings) !== undefined)
        return [];
      const index = (frontMatter.history ?? []).findIndex(
        (entry) =>
          (entry.act === 'approved' || entry.act === 'adopted') && entry.version === frontMatter.version,
      );
      const entry = frontMatter.history?.[index];
      if (entry === undefined) {
        return [
          {
            place: document.places['status'] ?? wholeFile(document.file),
            message: `Unexpected status \`approved\`, expected an entry \`approved\` or \`adopted\` for version ${frontMatter.version} in \`history\``,
            hint: 'Write `status: draft` until it is approved.',
          },
        ];
      }
      const place = document.places[`history.${index}.by`] ?? wholeFile(document.file);
      if (entry.by === frontMatter.author)
        return [
          {
            place,
            message: `Unexpected approval of ${document.id} by its author \`${entry.by}\`, expected another role`,
          },
        ];
      if (mayApprove(entry.by, document, manual.settings)) return [];
      return [
        {
          place,
          message: `Unexpected approval of ${document.id} by \`${entry.by}\`, expected a role that may approve a ${frontMatter.type}: ${(manual.settings.approvals?.[frontMatter.type] ?? []).map((role) => `\`${role}\``).join(', ')}`,
        },
      ];
    }),
};
