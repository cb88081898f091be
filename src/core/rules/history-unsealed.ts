import { reportChainFaults } from './history-faults.ts';
import type { Rule } from './rule.ts';

export const historyUnsealed: Rule = {
  id: 'history-unsealed',
  severity: 'error',
  summary: 'An entry was typed by hand into a history that the tool keeps.',
  advice:
    'Once a history is sealed, an entry counts only when an act wrote it, with the checks that belong to the act.',
  examples: [],
  shownBy: 'src/testing/cases/control/history-unsealed',
  find: (context) =>
    reportChainFaults(context, 'unsealed', (entry) => ({
      message: `Unexpected entry without a seal (${entry.act} ${entry.version}) above entries that have one, expected entries written by the acts alone`,
      hint: 'Take it out and record the act: eoms approve, review, withdraw and the others write the entry.',
    })),
};
