/** The day of an act: not to come, and not before what the history already tells. */
import type { HistoryEntry } from '../../../schemas/history.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { ActRequest } from './act.ts';
import { Refused } from './refused.ts';

/**
 * @param history newest first
 * @throws Refused, which `planAct` turns into a value
 */
export function requireDay(
  { act, date }: ActRequest,
  history: readonly HistoryEntry[],
  today: CalendarDate,
): void {
  if (date > today)
    throw new Refused(
      `Unexpected day \`${date}\` of an act, expected ${today}, which is today, or earlier`,
      'An act is recorded on the day it is done. A later day from which a version holds is given with --effective.',
    );
  const [newest] = history;
  // What is adopted was approved before this history began.
  if (act !== 'adopt' && newest !== undefined && date < newest.date)
    throw new Refused(
      `Unexpected day \`${date}\` of an act, expected ${newest.date}, the day of the newest entry (${newest.act} ${newest.version}), or later`,
      'Entries stand in the order of their days. Say in the summary when it was done, where that was earlier.',
    );
}
