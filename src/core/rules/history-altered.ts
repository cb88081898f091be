import { reportChainFaults } from './history-faults.ts';
import type { Rule } from './rule.ts';

export const historyAltered: Rule = {
  id: 'history-altered',
  severity: 'error',
  summary: 'An entry of a history was changed after it was recorded.',
  advice:
    'The history is the proof of what was approved, by which role and when. Each entry carries a seal over itself and all before; a seal that does not fit shows that something was changed.',
  examples: [],
  shownBy: 'src/testing/cases/control/history-altered',
  find: (context) =>
    reportChainFaults(context, 'altered', (entry) => ({
      message: `Unexpected change of the entry of ${entry.date} (${entry.act} ${entry.version}), expected it as it was recorded`,
      hint: 'Entries are never changed. Bring it back as it stands in Git, and record a new act where something was wrong.',
    })),
};
