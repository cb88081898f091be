import { documentFile } from './example-manual.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import { wholeFile } from '../model/place.ts';
import type { Rule } from './rule.ts';

export const unknownClause: Rule = {
  id: 'unknown-clause',
  severity: 'error',
  summary: 'A clause is named that the standard does not have.',
  advice:
    'A claim names a clause by its number, as text. Look the number up on the coverage page; a claim of another standard says so: { clause: "8.2.1", standard: "iso-9001:2015" }.',
  examples: [
    {
      name: 'a number that does not exist',
      files: { 'procedures/prc-001.mdx': documentFile({ clauses: '["1.3"]' }) },
      expect: [
        'content/procedures/prc-001.mdx:10:11 Unexpected clause `1.3`, expected a clause of Demo 1; did you mean `1.1`?',
      ],
    },
    { name: 'a clause of the standard', files: {}, expect: [] },
  ],
  find: ({ manual }) => {
    const claimed = manual.texts.flatMap((document) =>
      document.claims.map((claim) => ({ edition: claim.edition, label: claim.clause, place: claim.place })),
    );
    const declared = (manual.settings.notApplicable ?? []).map((entry, index) => ({
      edition: entry.standard ?? manual.settings.edition,
      label: entry.clause,
      place: manual.settingsPlaces[`notApplicable.${index}.clause`] ?? wholeFile(manual.settingsFile),
    }));
    const found = manual.registers.findings.rows.map((row, index) => ({
      edition: manual.settings.edition,
      label: row.clause,
      place:
        manual.registers.findings.places[`rows.${index}.clause`] ?? wholeFile(manual.registers.findings.file),
    }));
    return [...claimed, ...declared, ...found].flatMap(({ edition, label, place }) => {
      const standard = manual.standards.get(edition);
      if (standard === undefined || standard.byLabel.has(label)) return [];
      const candidate = nearest(label, standard.byLabel.keys());
      const title = candidate === undefined ? undefined : standard.byLabel.get(candidate)?.title;
      return [
        {
          place,
          message: `Unexpected clause \`${label}\`, expected a clause of ${standard.name}${didYouMean(candidate)}`,
          hint:
            title === undefined
              ? 'The coverage page lists all its clauses, and so does `eoms coverage`.'
              : `${candidate ?? ''} is "${title}".`,
        },
      ];
    });
  },
};
