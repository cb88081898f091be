/** Dates as readers see them. The machine-readable form stays in the `datetime` attribute. */
import type { CalendarDate } from '../core/model/calendar-date.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();
const written = new Map<string, string>();

/** `2026-09-01` → `1 September 2026`, in the language given. */
export function formatDate(date: CalendarDate | string, language: string): string {
  const key = language + date;
  let text = written.get(key);
  if (text === undefined)
    written.set(
      key,
      (text = formatterFor(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(utc(date))),
    );
  return text;
}

/** `2026-09-01` → `September 2026`. */
export function formatMonth(date: CalendarDate | string, language: string): string {
  return formatterFor(language, { month: 'long', year: 'numeric' }).format(utc(date));
}

/** `P3Y6M` → `3 years 6 months`. */
export function formatPeriod(period: string): string {
  const words = {
    Y: ['year', 'years'],
    M: ['month', 'months'],
    W: ['week', 'weeks'],
    D: ['day', 'days'],
  } as const;
  return [...period.matchAll(/(\d+)([YMWD])/g)]
    .map(([, amount, unit]) => `${amount ?? ''} ${words[unit as keyof typeof words][amount === '1' ? 0 : 1]}`)
    .join(' ');
}

const utc = (date: string): number => Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10));

function formatterFor(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // British order for plain `en`: the day first, as in most of the world.
  const locale = language === 'en' ? 'en-GB' : language;
  const key = `${locale} ${Object.keys(options).join()}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatters.set(
      key,
      (formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' })),
    );
  }
  return formatter;
}
