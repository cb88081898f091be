import { findChainFaults } from '../control/history-chain.ts';
import { findUnfinished, findUnnamedCopies } from '../control/unfinished.ts';
import type { Manual } from '../model/manual.ts';
import { type Place, wholeFile } from '../model/place.ts';
import type { Report, Rule } from './rule.ts';

export const idReused: Rule = {
  id: 'id-reused',
  severity: 'error',
  summary: 'An id was given to another document.',
  advice:
    'Records, letters and habits refer to an id for decades. It stays with its document for ever, also after the document is withdrawn.',
  examples: [],
  shownBy: 'src/testing/cases/control/id-reused',
  find: ({ manual, control }) => [
    ...[...control.byId.values()].flatMap((one) => {
      const unfinished = new Set(findUnfinished(one, control));
      const [copy] = findUnnamedCopies(one, control).filter((unnamed) => !unfinished.has(unnamed));
      // A history from which an entry was taken is named by itself.
      const isBroken =
        control.hash !== undefined &&
        findChainFaults(one.working.frontMatter.history ?? [], control.hash).length > 0;
      if (copy === undefined || isBroken) return [];
      const place = wholeFile(copy.document?.path ?? copy.folder);
      return [
        {
          place: one.working.places['id'] ?? wholeFile(one.working.file),
          message: `Unexpected id \`${one.id}\`: ${copy.folder} keeps a version that this history does not know, expected an id that was never used`,
          hint: 'Give the new document an id of its own, or bring the history of the earlier one back as it stands in Git.',
          related: [{ place, message: `${one.id} ${copy.version} is kept here` }],
        },
      ];
    }),
    ...manual.documents.flatMap((document) =>
      (document.frontMatter.aliases ?? []).flatMap((alias, index) => {
        const other = manual.documentById.get(alias);
        return other === undefined || other.id === document.id
          ? []
          : [
              {
                place: other.places['id'] ?? wholeFile(other.file),
                message: `Unexpected id \`${alias}\`, which ${document.id} had before, expected an id that was never used`,
                hint: 'Give the new document another id.',
                related: [
                  {
                    place: document.places[`aliases.${index}`] ?? wholeFile(document.file),
                    message: `the earlier id of ${document.id}`,
                  },
                ],
              },
            ];
      }),
    ),
    ...findSharedAliases(manual),
  ],
};

/** Earlier ids that lead to more than one document, or that only letter case tells from an id in use. */
function findSharedAliases({ documents }: Manual): Report[] {
  const fold = (id: string): string => id.normalize('NFKC').toLowerCase();
  const inUse = new Map(documents.map(({ id }) => [fold(id), id]));
  const first = new Map<string, { id: string; place: Place }>();
  return documents.flatMap((document) =>
    (document.frontMatter.aliases ?? []).flatMap((alias, index): Report[] => {
      const place = document.places[`aliases.${index}`] ?? wholeFile(document.file);
      const id = inUse.get(fold(alias));
      if (id === alias && id !== document.id) return [];
      if (id !== undefined)
        return [
          {
            place,
            message: `Unexpected earlier id \`${alias}\`, which is ${id === document.id ? 'the id that this document has' : `the id ${id} but for its letter case`}, expected an id that is no longer used`,
            hint: 'Readers with the earlier id could not be led here.',
          },
        ];
      const other = first.get(fold(alias));
      if (other === undefined) {
        first.set(fold(alias), { id: document.id, place });
        return [];
      }
      return [
        {
          place,
          message: `Unexpected earlier id \`${alias}\`, which ${other.id === document.id ? 'stands here twice' : `${other.id} had too`}, expected each earlier id once`,
          hint: 'An address leads to one document. Keep it where the text went; mention the other document there.',
          related: [{ place: other.place, message: `${other.id} has it here` }],
        },
      ];
    }),
  );
}
