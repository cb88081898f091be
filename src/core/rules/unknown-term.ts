import { documentFile } from './example-manual.ts';
import { componentReferences, reportUnknown } from './references.ts';
import type { Rule } from './rule.ts';

export const unknownTerm: Rule = {
  id: 'unknown-term',
  severity: 'error',
  summary: 'A term is named that the register does not hold.',
  advice:
    'Documents name a term by its id in registers/glossary.yaml, so that its page can show everything that concerns it. Write an id that is there, or add a row to the register.',
  examples: [
    {
      name: 'a term that the glossary does not hold',
      files: { 'procedures/prc-001.mdx': documentFile({}, 'A <Term id="lerner" /> enrols.\n\n## Purpose\n') },
      expect: [
        'content/procedures/prc-001.mdx:17:9 Unexpected term `lerner` in `<Term>`, expected an id in content/registers/glossary.yaml; did you mean `learner`?',
      ],
    },
    {
      name: 'a term of the glossary',
      files: {
        'procedures/prc-001.mdx': documentFile({}, 'A <Term id="learner" /> enrols.\n\n## Purpose\n'),
      },
      expect: [],
    },
  ],
  find: ({ manual, unreadableRegisters }) => {
    if (unreadableRegisters.has('glossary')) return [];
    const documents = manual.texts.flatMap((document) => [...componentReferences(document, ['Term'])]);
    return reportUnknown(
      documents,
      manual.registers['glossary'].byId,
      'term',
      manual.registers['glossary'].file,
    );
  },
};
