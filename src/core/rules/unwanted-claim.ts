import { documentFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const unwantedClaim: Rule = {
  id: 'unwanted-claim',
  severity: 'warning',
  summary: 'A claim names a heading, or a clause that is declared not applicable.',
  advice:
    'A heading holds no requirement of its own: claim the clauses under it. A clause that does not apply needs no claim; if it does apply after all, remove it from notApplicable in manual.yaml.',
  examples: [
    {
      name: 'a claim on a heading',
      files: { 'procedures/prc-001.mdx': documentFile({ clauses: '["1", "1.1", "1.2"]' }) },
      expect: [
        'content/procedures/prc-001.mdx:10:11 Unexpected claim of `1`: 1 is a heading; its requirements are in 1.1, 1.2',
      ],
    },
    { name: 'claims on its clauses', files: {}, expect: [] },
  ],
  find: ({ facts }) =>
    facts.coverages.flatMap((coverage) =>
      coverage.strayClaims
        .filter((stray) => stray.standing === 'unwanted' && stray.claim.edition === coverage.standard.edition)
        .map((stray) => ({
          place: stray.claim.place,
          message: `Unexpected claim of \`${stray.claim.clause}\`: ${stray.standingReason}`,
          hint: stray.standingReason.includes('not applicable')
            ? 'Remove the claim, or the declaration in manual.yaml.'
            : 'Claim the clauses that this document meets, one by one.',
        })),
    ),
};
