import { documentFile } from './example-manual.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import type { Rule } from './rule.ts';

export const danglingClaim: Rule = {
  id: 'dangling-claim',
  severity: 'error',
  summary: 'A claim names a section that the document does not have.',
  advice:
    'Under at stand ids of headings with their hash sign. Give the heading an id of its own, ## Decision {#decision}, so that the claim survives a rewording.',
  examples: [
    {
      name: 'a section that does not exist',
      files: {
        'procedures/prc-001.mdx': documentFile({ clauses: '[{ clause: "1.1", at: ["#purposes"] }, "1.2"]' }),
      },
      expect: [
        'content/procedures/prc-001.mdx:10:33 Unexpected section `#purposes` in the claim of 1.1, expected a heading of PRC-001; did you mean `#purpose`?',
      ],
    },
    {
      name: 'a section that exists',
      files: {
        'procedures/prc-001.mdx': documentFile({ clauses: '[{ clause: "1.1", at: ["#purpose"] }, "1.2"]' }),
      },
      expect: [],
    },
  ],
  find: ({ manual }) =>
    manual.texts.flatMap((document) => {
      if (!document.body.complete) return [];
      const anchors = new Set(document.body.headings.map((heading) => heading.id));
      return (document.frontMatter.clauses ?? []).flatMap((written, index) =>
        (typeof written === 'string' ? [] : (written.at ?? [])).flatMap((anchor, position) => {
          if (anchors.has(anchor.slice(1)) || typeof written === 'string') return [];
          const candidate = nearest(anchor.slice(1), anchors);
          const place =
            document.places[`clauses.${index}.at.${position}`] ?? document.places[`clauses.${index}`];
          return place === undefined
            ? []
            : [
                {
                  place,
                  message: `Unexpected section \`${anchor}\` in the claim of ${written.clause}, expected a heading of ${document.id ?? 'this document'}${didYouMean(candidate === undefined ? undefined : `#${candidate}`)}`,
                },
              ];
        }),
      );
    }),
};
