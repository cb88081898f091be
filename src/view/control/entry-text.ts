import type { HistoryEntry } from '../../../schemas/history.ts';

/** What an entry says beside its dates: what changed, and why where a reason was asked for. Undefined where it says nothing. */
export function entryText({ summary, reason }: HistoryEntry): string | undefined {
  const said = [summary, reason].filter((line) => line !== undefined);
  return said.length === 0 ? undefined : said.join(' · ');
}
