/**
 * Calendar dates and ISO 8601 periods as branded text. No time of day and no zone exist here: the reader's
 * "today" is an argument, so that no date moves by a day on the way.
 */

declare const brand: unique symbol;
/** `YYYY-MM-DD`, a day that exists. Compares correctly as text. */
export type CalendarDate = string & { readonly [brand]: 'CalendarDate' };
/** ISO 8601 duration of whole years, months, weeks, days. */
export type Period = string & { readonly [brand]: 'Period' };

const DAY = 86_400_000;
const toUtc = (date: CalendarDate): number =>
  Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10));
const fromUtc = (time: number): CalendarDate => new Date(time).toISOString().slice(0, 10) as CalendarDate;

/** The text as a date, or undefined where no such day exists (`2025-02-30`). */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || fromUtc(time) !== text ? undefined : (text as CalendarDate);
}

/** The text as a period, or undefined. */
export function parsePeriod(text: string): Period | undefined {
  return /^P(?=\d)(?:\d{1,3}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,5}D)?$/.test(text)
    ? (text as Period)
    : undefined;
}

/** Years and months (the last day of a shorter month), then weeks and days. `sign` -1 goes back. */
export function addPeriod(date: CalendarDate, period: Period, sign: 1 | -1 = 1): CalendarDate {
  const amount = (unit: string): number => sign * Number(new RegExp(`(\\d+)${unit}`).exec(period)?.[1] ?? 0);
  const year = +date.slice(0, 4);
  const month = +date.slice(5, 7) - 1 + amount('Y') * 12 + amount('M');
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const moved = Date.UTC(year, month, Math.min(+date.slice(8, 10), lastDay));
  return fromUtc(moved + (amount('W') * 7 + amount('D')) * DAY);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((toUtc(to) - toUtc(from)) / DAY);
}
