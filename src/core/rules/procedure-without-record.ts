import { documentFile } from './example-manual.ts';
import { wholeFile } from '../model/place.ts';
import type { Rule } from './rule.ts';

const producing = documentFile({ uses: '[FRM-001]', produces: '[REC-001]' });

export const procedureWithoutRecord: Rule = {
  id: 'procedure-without-record',
  severity: 'warning',
  summary: 'A procedure in force leaves no record behind.',
  advice:
    'What leaves no record cannot be shown to have been done. Name under `produces` the kind of record that following the procedure gives rise to.',
  examples: [
    { name: 'a procedure with its record', files: { 'procedures/prc-001.mdx': producing }, expect: [] },
    {
      name: 'a second one without',
      files: {
        'procedures/prc-001.mdx': producing,
        'procedures/prc-002.mdx': documentFile({
          id: 'PRC-002',
          title: 'Another',
          clauses: '[]',
          noClauses: 'an example',
        }),
      },
      expect: [
        'content/procedures/prc-002.mdx:2:5 Procedure PRC-002 produces no record, expected a kind of record under `produces`',
      ],
    },
  ],
  find: ({ facts }) => {
    const inForce = facts.documents.filter(({ lifecycle }) => lifecycle.state === 'effective');
    if (inForce.every(({ document }) => (document.frontMatter.produces ?? []).length === 0)) return [];
    return inForce
      .filter(
        ({ document, refersTo }) =>
          document.frontMatter.type === 'procedure' &&
          (document.frontMatter.produces ?? []).length === 0 &&
          !refersTo.some(
            (reference) => facts.documentById.get(reference.to)?.document.frontMatter.type === 'record',
          ),
      )
      .map(({ document, control }) => ({
        place: control.working.places['id'] ?? wholeFile(control.working.file),
        message: `Procedure ${document.id} produces no record, expected a kind of record under \`produces\``,
        hint: 'Name the record that shows it was followed.',
      }));
  },
};
