import { documentFile } from './example-manual.ts';
import { wholeFile } from '../model/place.ts';
import type { Rule } from './rule.ts';

const uses = documentFile({ uses: '[FRM-001]', produces: '[REC-001]' });

export const unusedForm: Rule = {
  id: 'unused-form',
  severity: 'warning',
  summary: 'No document in force uses a form.',
  advice:
    'A form that nothing asks for is filled in by nobody, or by habit. Name it under `uses` of the procedure it belongs to, or withdraw it.',
  examples: [
    {
      name: 'a form that a procedure uses',
      files: { 'procedures/prc-001.mdx': uses },
      expect: [],
    },
    {
      name: 'a second form that none uses',
      files: {
        'procedures/prc-001.mdx': uses,
        'forms/frm-002.mdx': documentFile({ id: 'FRM-002', title: 'Old form', type: 'form' }, 'Name.\n'),
      },
      expect: [
        'content/forms/frm-002.mdx:2:5 Unused form FRM-002, expected a procedure or work instruction that names it under `uses`',
      ],
    },
  ],
  find: ({ facts }) => {
    const inForce = facts.documents.filter(({ lifecycle }) => lifecycle.state === 'effective');
    // A manual that links no form to anything has not begun to; it is not told form by form.
    if (inForce.every(({ document }) => (document.frontMatter.uses ?? []).length === 0)) return [];
    return inForce
      .filter(
        ({ document, referredToBy }) => document.frontMatter.type === 'form' && referredToBy.length === 0,
      )
      .map(({ document, control }) => ({
        place: control.working.places['id'] ?? wholeFile(control.working.file),
        message: `Unused form ${document.id}, expected a procedure or work instruction that names it under \`uses\``,
        hint: 'Name it where it is filled in, or withdraw it.',
      }));
  },
};
