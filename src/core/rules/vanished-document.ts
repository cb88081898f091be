import { wholeFile } from '../model/place.ts';
import type { Rule } from './rule.ts';

export const vanishedDocument: Rule = {
  id: 'vanished-document',
  severity: 'error',
  summary: 'A document with approved versions has lost its file without being withdrawn.',
  advice:
    'A document leaves the manual by the act of withdrawing, with a reason. Its file stays and says so: the id is never used again.',
  examples: [],
  shownBy: 'src/testing/cases/control/vanished-document',
  find: ({ manual, control }) =>
    [...control.archive].flatMap(([id, copies]) => {
      const [copy] = copies;
      if (manual.knownIds.has(id) || copy === undefined) return [];
      return [
        {
          place: wholeFile(copy.document?.path ?? copy.folder),
          message: `Missing document ${id}, of which version ${copy.version} is kept here, expected its file${copy.stoodAt === undefined ? '' : ` ${copy.stoodAt}`}`,
          hint: `Bring the file back as it stands in Git. To take the document out of force, run eoms withdraw ${id} --reason "…".`,
        },
      ];
    }),
};
