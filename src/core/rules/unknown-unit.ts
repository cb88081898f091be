import { documentFile } from './example-manual.ts';
import { referencesIn, reportUnknown } from './references.ts';
import { wholeFile } from '../model/place.ts';
import type { Rule } from './rule.ts';

export const unknownUnit: Rule = {
  id: 'unknown-unit',
  severity: 'error',
  summary: 'A unit is named that the register does not hold.',
  advice:
    'Documents name a unit by its id in registers/units.yaml, so that its page can show everything that concerns it. Write an id that is there, or add a row to the register.',
  examples: [
    {
      name: 'an id that the register does not hold',
      files: { 'procedures/prc-001.mdx': documentFile({ units: '[admisions]' }) },
      expect: [
        'content/procedures/prc-001.mdx:12:9 Unexpected unit `admisions` in `units`, expected an id in content/registers/units.yaml; did you mean `admissions`?',
      ],
    },
    {
      name: 'an id of the register',
      files: { 'procedures/prc-001.mdx': documentFile({ units: '[admissions]' }) },
      expect: [],
    },
  ],
  find: ({ manual, unreadableRegisters }) => {
    if (unreadableRegisters.has('units')) return [];
    const documents = manual.texts.flatMap((document) => [...referencesIn(document, ['units'])]);
    const roles = manual.registers.roles.rows.flatMap((row, index) =>
      row.unit === undefined
        ? []
        : [
            {
              id: row.unit,
              place:
                manual.registers.roles.places[`rows.${index}.unit`] ?? wholeFile(manual.registers.roles.file),
              where: '`unit`',
            },
          ],
    );

    const { units } = manual.registers;
    const parents = units.rows.flatMap((row, index) =>
      row.parent === undefined
        ? []
        : [
            {
              id: row.parent,
              place: units.places[`rows.${index}.parent`] ?? wholeFile(units.file),
              where: '`parent`',
            },
          ],
    );

    return reportUnknown(
      [...documents, ...roles, ...parents],
      manual.registers['units'].byId,
      'unit',
      manual.registers['units'].file,
    );
  },
};
