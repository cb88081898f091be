import { documentFile } from './example-manual.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import { componentReferences, referencesIn } from './references.ts';
import type { Rule } from './rule.ts';

export const unknownDocument: Rule = {
  id: 'unknown-document',
  severity: 'error',
  summary: 'A document is named that does not exist.',
  advice:
    'The ids under implements, uses, produces and supersedes, and in <FormLink> and <RecordLink>, are ids of documents of this manual. Write one that exists, or remove the reference.',
  examples: [
    {
      name: 'a form that does not exist',
      files: { 'procedures/prc-001.mdx': documentFile({ uses: '[FRM-009]' }) },
      expect: [
        'content/procedures/prc-001.mdx:11:8 Unexpected document `FRM-009` in `uses`, expected the id of a document; did you mean `FRM-001`?',
      ],
    },
    {
      name: 'a form that exists',
      files: { 'procedures/prc-001.mdx': documentFile({ uses: '[FRM-001]' }) },
      expect: [],
    },
  ],
  find: ({ manual }) =>
    manual.texts.flatMap((document) =>
      [
        ...referencesIn(document, ['implements', 'uses', 'produces', 'supersedes']),
        ...componentReferences(document, ['FormLink', 'RecordLink']),
      ]
        .filter(
          (reference) => !manual.knownIds.has(reference.id) && !manual.documentByAlias.has(reference.id),
        )
        .map((reference) => {
          const candidate = nearest(reference.id, manual.knownIds);
          return {
            place: reference.place,
            message: `Unexpected document \`${reference.id}\` in ${reference.where}, expected the id of a document${didYouMean(candidate)}`,
            hint: candidate === undefined ? 'Write the document first, or remove the reference.' : undefined,
          };
        }),
    ),
};
