import type { History, HistoryEntry } from '../../../schemas/history.ts';

/** The newest entry that binds this version to a text. */
export const sealedApproval = (history: History, version: string): HistoryEntry | undefined =>
  history.find(
    (entry) =>
      entry.version === version &&
      entry.fingerprint !== undefined &&
      (entry.act === 'approved' || entry.act === 'adopted'),
  );
