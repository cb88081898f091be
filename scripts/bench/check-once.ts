/** One check in this process; tells the parent what it cost. The first argument is the content folder. */
import { loadManual } from '../../src/adapters/load-manual.ts';
import { parseCalendarDate } from '../../src/core/model/calendar-date.ts';
import { formatText } from '../../src/core/report/format-text.ts';

export interface CheckCost {
  /** Processor time of this process from its start, of all its threads. */
  readonly seconds: number;
  /** Highest resident size. */
  readonly megabytes: number;
  readonly findings: number;
}

const loaded = await loadManual({
  content: process.argv[2] ?? 'content',
  today: parseCalendarDate('2026-03-31'),
  where: 'here',
});
const text = formatText({
  findings: loaded.findings,
  counts: loaded.counts,
  documents: loaded.files.documents.length,
  clauses: 0,
});
const { user, system } = process.cpuUsage();
const cost: CheckCost = {
  seconds: (user + system) / 1_000_000,
  megabytes: process.resourceUsage().maxRSS / 1000,
  findings: text === '' ? 0 : loaded.findings.length,
};
process.send?.(cost);
