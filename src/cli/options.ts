/** Flags that several commands take, each described once. */
import { InvalidArgumentError, Option } from 'commander';
import { parseCalendarDate, type CalendarDate } from '../core/model/calendar-date.ts';

export interface ContentOptions {
  readonly content: string;
  readonly today?: CalendarDate | undefined;
}

/** What decides where a site lies and what it shows. */
export interface SiteOptions extends ContentOptions {
  readonly drafts?: boolean;
  readonly base?: string;
  readonly url?: string;
}

export const contentOption = (): Option =>
  new Option('--content <folder>', 'the folder with manual.yaml and the documents').default('content');

export const todayOption = (): Option =>
  new Option(
    '--today <date>',
    'look at the manual as of this day, YYYY-MM-DD (default: today where the institution is)',
  ).argParser(calendarDateArgument);

export function calendarDateArgument(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === undefined) throw new InvalidArgumentError('Expected a date that exists, written YYYY-MM-DD.');
  return date;
}

export const outOption = (): Option =>
  new Option('--out <folder>', 'the folder of the built site').default('dist');

export const baseOption = (): Option =>
  new Option(
    '--base <path>',
    'where the site will lie on its host, such as /manual/ (default: the path of institution.url in manual.yaml)',
  ).argParser((text: string): string => {
    const base = `/${text}/`.replaceAll(/\/{2,}/g, '/');
    if (/^[\w./~-]+$/.test(base) && !base.includes('..')) return base;
    throw new InvalidArgumentError('Expected a path such as /manual/.');
  });

export const urlOption = (): Option =>
  new Option(
    '--url <address>',
    'the address where the manual is published (default: institution.url in manual.yaml)',
  ).argParser((text: string): string => {
    if (/^https?:/.test(text) && URL.canParse(text)) return text;
    throw new InvalidArgumentError('Expected an address such as https://manual.example.org/.');
  });

export const hostOption = (): Option =>
  new Option('--host <host>', 'the address to listen on; 0.0.0.0 lets other machines in').default(
    'localhost',
  );

/** A whole number within bounds, both included. */
export const wholeNumber =
  (lowest: number, highest: number) =>
  (text: string): number => {
    const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (number >= lowest && number <= highest) return number;
    throw new InvalidArgumentError(`Expected a whole number from ${lowest} to ${highest}.`);
  };

/** Lines that stand below the help of a command. */
export const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`;
