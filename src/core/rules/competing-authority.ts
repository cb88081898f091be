import { documentFile } from './example-manual.ts';
import type { JudgedClaim } from '../model/facts.ts';
import type { Rule } from './rule.ts';

export const competingAuthority: Rule = {
  id: 'competing-authority',
  severity: 'warning',
  summary: 'Two documents in force of one type both claim a clause in full.',
  advice:
    'Readers then have two documents to obey. Let one of them say extent: partial, name the sections with at, or give the claim up.',
  examples: [
    {
      name: 'two procedures for one clause',
      files: { 'procedures/prc-002.mdx': documentFile({ id: 'PRC-002', clauses: '["1.1"]' }) },
      expect: [
        'content/procedures/prc-002.mdx:10:11 Clause `1.1` is claimed in full by PRC-001 and PRC-002, both a procedure in force',
      ],
    },
    {
      name: 'the second only for a section',
      files: {
        'procedures/prc-002.mdx': documentFile({
          id: 'PRC-002',
          clauses: '[{ clause: "1.1", at: ["#purpose"] }]',
        }),
      },
      expect: [],
    },
  ],
  find: ({ facts }) =>
    (facts.coverage?.clauses ?? []).flatMap((clause) => {
      const firstByType = new Map<string, JudgedClaim>();
      return clause.claims.flatMap((judged) => {
        const whole = judged.extent === 'full' && judged.claim.sections.length === 0 && judged.effective;
        if (!whole) return [];
        const first = firstByType.get(judged.type);
        if (first === undefined) firstByType.set(judged.type, judged);
        if (first === undefined || first.claim.document === judged.claim.document) return [];
        return [
          {
            place: judged.claim.place,
            message: `Clause \`${clause.clause.clause}\` is claimed in full by ${first.claim.document} and ${judged.claim.document}, both a ${judged.type} in force`,
            hint: 'Say in one of them which sections meet it (`at`), or `extent: partial`.',
            related: [{ place: first.claim.place, message: `${first.claim.document} claims it here` }],
          },
        ];
      });
    }),
};
