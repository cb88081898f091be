import { documentFile } from './example-manual.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import { wholeFile } from '../model/place.ts';
import type { Rule } from './rule.ts';

export const unknownEdition: Rule = {
  id: 'unknown-edition',
  severity: 'error',
  summary: 'A standard or edition is named for which there is no data.',
  advice:
    "Built in are ISO 21001:2018, ISO 21001:2025 and ISO 9001:2015. An institution's own standard is a file below content/standards/.",
  examples: [
    {
      name: 'an edition that does not exist',
      files: {
        'procedures/prc-001.mdx': documentFile({ clauses: '[{ clause: "1.1", standard: "demo:2" }]' }),
      },
      expect: [
        'content/procedures/prc-001.mdx:10:21 Unexpected standard `demo:2`, expected `demo:1`, `iso-21001:2018`, `iso-21001:2025` or `iso-9001:2015`; did you mean `demo:1`?',
      ],
    },
    { name: 'a known edition', files: {}, expect: [] },
  ],
  find: ({ manual }) => {
    const known = [...new Set([...manual.standards.keys()])].sort();
    const listed = known.map((one) => `\`${one}\``);
    const settings = (path: string): { place: ReturnType<typeof wholeFile> } => ({
      place: manual.settingsPlaces[path] ?? wholeFile(manual.settingsFile),
    });
    const written = [
      { edition: manual.settings.edition, ...settings('edition') },
      ...(manual.settings.alsoShow ?? []).map((edition, index) => ({
        edition,
        ...settings(`alsoShow.${index}`),
      })),
      ...(manual.settings.notApplicable ?? []).flatMap((entry, index) =>
        entry.standard === undefined
          ? []
          : [{ edition: entry.standard, ...settings(`notApplicable.${index}.standard`) }],
      ),
      // A claim that names no standard means the one in force, whose fault is already said.
      ...manual.texts.flatMap((document) =>
        document.claims
          .filter((claim) => claim.edition !== manual.settings.edition)
          .map((claim) => ({ edition: claim.edition, place: claim.place })),
      ),
    ];
    return written
      .filter(({ edition }) => !manual.standards.has(edition) && !manual.brokenEditions.has(edition))
      .map(({ edition, place }) => ({
        place,
        message: `Unexpected standard \`${edition}\`, expected ${listed.slice(0, -1).join(', ')} or ${listed.at(-1) ?? ''}${didYouMean(nearest(edition, known))}`,
      }));
  },
};
