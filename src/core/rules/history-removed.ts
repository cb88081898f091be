import { reportChainFaults } from './history-faults.ts';
import type { Rule } from './rule.ts';

export const historyRemoved: Rule = {
  id: 'history-removed',
  severity: 'error',
  summary: 'An entry was taken out of a history.',
  advice:
    'The history is the proof of what was approved, by which role and when. Each entry names the seal of the one before; where that one is gone, the chain is broken.',
  examples: [],
  shownBy: 'src/testing/cases/control/history-removed',
  find: (context) =>
    reportChainFaults(context, 'removed', (entry) => ({
      message: `An entry before that of ${entry.date} (${entry.act} ${entry.version}) is missing, expected every entry that was recorded`,
      hint: 'Entries are never removed. Bring it back as it stands in Git.',
    })),
};
