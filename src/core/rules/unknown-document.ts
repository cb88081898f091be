import { documentFile } from './example-manual.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import type { DocumentType } from '../../../schemas/document.ts';
import type { DocumentId } from '../model/document.ts';
import type { Manual } from '../model/manual.ts';
import { wholeFile } from '../model/place.ts';
import { componentReferences, referencesIn, type WrittenReference } from './references.ts';
import type { Report, Rule } from './rule.ts';

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
        'content/procedures/prc-001.mdx:11:8 Unexpected document `FRM-009` in `uses`, expected the id of a form; did you mean `FRM-001`?',
      ],
    },
    {
      name: 'a form that exists',
      files: { 'procedures/prc-001.mdx': documentFile({ uses: '[FRM-001]' }) },
      expect: [],
    },
  ],
  find: ({ manual }) => [
    ...manual.texts.flatMap((document) =>
      [
        ...referencesIn(document, ['implements', 'uses', 'produces', 'supersedes']),
        ...componentReferences(document, ['FormLink', 'RecordLink']),
      ].flatMap((reference) => report(reference, document.id, manual)),
    ),
    ...manual.registers.findings.rows.flatMap((row, index) =>
      (row.documents ?? []).flatMap((id, position) => {
        const { places, file } = manual.registers.findings;
        const place = places[`rows.${index}.documents.${position}`] ?? wholeFile(file);
        return report({ id, place, where: '`documents`' }, undefined, manual);
      }),
    ),
  ],
};

/** @param from the document that refers: it does not mean itself */
function report(reference: WrittenReference, from: DocumentId | undefined, manual: Manual): Report[] {
  if (manual.knownIds.has(reference.id) || manual.documentByAlias.has(reference.id)) return [];
  const wanted = typeWanted[reference.where];
  const candidates = [...manual.knownIds].filter((id) => {
    const type = manual.documentById.get(id)?.frontMatter.type;
    return id !== from && (wanted === undefined || type === undefined || type === wanted);
  });
  const candidate = nearest(reference.id, candidates);
  return [
    {
      place: reference.place,
      message: `Unexpected document \`${reference.id}\` in ${reference.where}, expected the id of a ${wanted ?? 'document'}${didYouMean(candidate)}`,
      hint: candidate === undefined ? 'Write the document first, or remove the reference.' : undefined,
    },
  ];
}

const typeWanted: Readonly<Record<string, DocumentType>> = {
  '`uses`': 'form',
  '`<FormLink>`': 'form',
  '`produces`': 'record',
  '`<RecordLink>`': 'record',
};
