import { documentFile } from './example-manual.ts';
import { wholeFile } from '../model/place.ts';
import type { Rule } from './rule.ts';

export const claimsNothing: Rule = {
  id: 'claims-nothing',
  severity: 'warning',
  summary: 'A document claims no clause and does not say why.',
  advice:
    'Most documents of a management system serve a requirement. One that serves none says so: noClauses: "internal house rule".',
  examples: [
    {
      name: 'no clause and no reason',
      files: {
        'forms/frm-001.mdx': documentFile({
          id: 'FRM-001',
          type: 'form',
          clauses: '[]',
          noClauses: undefined,
        }),
      },
      expect: [
        'content/forms/frm-001.mdx:10:10 Unexpected empty `clauses`, expected the clauses that FRM-001 meets, or `noClauses` with the reason why it meets none',
      ],
    },
    {
      name: 'no clause, and why',
      files: {
        'forms/frm-001.mdx': documentFile({
          id: 'FRM-001',
          type: 'form',
          clauses: '[]',
          noClauses: 'house rule',
        }),
      },
      expect: [],
    },
  ],
  find: ({ manual }) =>
    manual.documents
      .filter(
        (document) =>
          document.claims.length === 0 &&
          document.frontMatter.noClauses === undefined &&
          document.frontMatter.status !== 'withdrawn',
      )
      .map((document) => ({
        place: document.places['clauses'] ?? wholeFile(document.file),
        message: `Unexpected empty \`clauses\`, expected the clauses that ${document.id} meets, or \`noClauses\` with the reason why it meets none`,
      })),
};
