import { findUnfinished } from '../control/unfinished.ts';
import { wholeFile } from '../model/place.ts';
import type { Rule } from './rule.ts';

export const unfinishedAct: Rule = {
  id: 'unfinished-act',
  severity: 'warning',
  summary: 'An act stopped halfway and left a frozen copy that counts for nothing.',
  advice:
    'The copy is written first and the entry last, so that no approval is ever half recorded. Run the act again; it takes the copy away.',
  examples: [],
  shownBy: 'src/testing/cases/control/unfinished-act',
  find: ({ control }) =>
    [...control.byId.values()].flatMap((one) =>
      findUnfinished(one, control).map((copy) => ({
        place: wholeFile(copy.document?.path ?? copy.folder),
        message: `Unexpected frozen copy of ${one.id} ${copy.version} without an entry in its history: it counts as not approved`,
        hint: `Run the act again, for example eoms approve ${one.id}, or remove ${copy.folder}.`,
      })),
    ),
};
