import { reportChainFaults } from './history-faults.ts';
import type { Rule } from './rule.ts';

export const historyReordered: Rule = {
  id: 'history-reordered',
  severity: 'error',
  summary: 'Entries of a history changed places.',
  advice:
    'The history is read from the newest act to the first. Each entry names the seal of the one before it.',
  examples: [],
  shownBy: 'src/testing/cases/control/history-reordered',
  find: (context) =>
    reportChainFaults(context, 'reordered', (entry) => ({
      message: `Unexpected order: what stands below the entry of ${entry.date} (${entry.act} ${entry.version}) was not recorded before it`,
      hint: 'Entries stand in the order they were recorded, newest first. Bring the order back as it stands in Git.',
    })),
};
