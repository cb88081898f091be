import { documentFile } from './example-manual.ts';
import { componentReferences, referencesIn } from './references.ts';
import type { Rule } from './rule.ts';

export const wrongDocumentType: Rule = {
  id: 'wrong-document-type',
  severity: 'error',
  summary: 'A reference leads to a document of another type than it should.',
  advice:
    'What stands under uses and in <FormLink> is a form; what stands under produces and in <RecordLink> is a record. A filled-in form is a record: describe the kind of record in a document of its own.',
  examples: [
    {
      name: 'a form where a record is meant',
      files: { 'procedures/prc-001.mdx': documentFile({ produces: '[FRM-001]' }) },
      expect: [
        'content/procedures/prc-001.mdx:11:12 Unexpected form `FRM-001` in `produces`, expected a record',
      ],
    },
    {
      name: 'a record',
      files: { 'procedures/prc-001.mdx': documentFile({ produces: '[REC-001]' }) },
      expect: [],
    },
  ],
  find: ({ manual }) =>
    manual.texts.flatMap((document) => {
      const wanted = [
        {
          type: 'form',
          written: [...referencesIn(document, ['uses']), ...componentReferences(document, ['FormLink'])],
        },
        {
          type: 'record',
          written: [
            ...referencesIn(document, ['produces']),
            ...componentReferences(document, ['RecordLink']),
          ],
        },
      ];
      return wanted.flatMap(({ type, written }) =>
        written.flatMap((reference) => {
          const found = manual.documentById.get(reference.id)?.frontMatter.type;
          return found === undefined || found === type
            ? []
            : [
                {
                  place: reference.place,
                  message: `Unexpected ${found} \`${reference.id}\` in ${reference.where}, expected a ${type}`,
                },
              ];
        }),
      );
    }),
};
