import { documentFile } from './example-manual.ts';
import { wholeFile } from '../model/place.ts';
import { referencesIn, reportUnknown } from './references.ts';
import type { Rule } from './rule.ts';

export const unknownProcess: Rule = {
  id: 'unknown-process',
  severity: 'error',
  summary: 'A process is named that the register does not hold.',
  advice:
    'Documents name a process by its id in registers/processes.yaml, so that its page can show everything that concerns it. Write an id that is there, or add a row to the register.',
  examples: [
    {
      name: 'an id that the register does not hold',
      files: { 'procedures/prc-001.mdx': documentFile({ process: 'admision' }) },
      expect: [
        'content/procedures/prc-001.mdx:13:10 Unexpected process `admision` in `process`, expected an id in content/registers/processes.yaml; did you mean `admission`?',
      ],
    },
    {
      name: 'an id of the register',
      files: { 'procedures/prc-001.mdx': documentFile({ process: 'admission' }) },
      expect: [],
    },
  ],
  find: ({ manual, unreadableRegisters }) => {
    if (unreadableRegisters.has('processes')) return [];
    const documents = manual.texts.flatMap((document) => [...referencesIn(document, ['process'])]);
    const { objectives } = manual.registers;
    const named = objectives.rows.flatMap((row, index) =>
      row.process === undefined
        ? []
        : [
            {
              id: row.process,
              place: objectives.places[`rows.${index}.process`] ?? wholeFile(objectives.file),
              where: '`process`',
            },
          ],
    );
    return reportUnknown(
      [...documents, ...named],
      manual.registers['processes'].byId,
      'process',
      manual.registers['processes'].file,
    );
  },
};
