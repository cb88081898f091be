/** From a folder to an analysed manual: read, parse, analyse. */
import { analyseManual, type Analysis, type ManualSources } from '../core/analyse-manual.ts';
import { parseCalendarDate, type CalendarDate } from '../core/model/calendar-date.ts';
import type { RawDocument } from '../core/model/document.ts';
import { readManual, type ManualFiles } from './fs/read-manual.ts';
import { parseDocuments, type ParseOptions } from './parse/parse-documents.ts';
import { standInDocument } from './parse/stand-in-document.ts';

export interface LoadOptions extends ParseOptions {
  /** The content folder, absolute or seen from the working directory. */
  readonly content: string;
  /** The day the manual is looked at; default today where the institution is. */
  readonly today?: CalendarDate | undefined;
}

export interface LoadedManual extends Analysis {
  readonly files: ManualFiles;
  /** By path. Handed in as `earlier` next time, what has not changed is not parsed again. */
  readonly parsed: ReadonlyMap<string, RawDocument>;
}

/** Throws `CannotRun` where the folder cannot be read. Faults of the content are findings. */
export async function loadManual(options: LoadOptions): Promise<LoadedManual> {
  const files = readManual(options.content);
  const documents = await parseDocuments(files.documents, options);
  const parsed = new Map(documents.map((document) => [document.file, document]));
  const sources: ManualSources = {
    ...files,
    documents: [...documents, ...files.unread.map((file) => standInDocument(file, []))],
    readFindings: files.findings,
  };
  return { ...analyse(sources, options.today), files, parsed };
}

/** The time zone stands in the manual itself, so today is known for certain only after a first look. */
function analyse(sources: ManualSources, given: CalendarDate | undefined): Analysis {
  if (given !== undefined) return analyseManual(sources, { today: given, todayOverridden: true });
  const now = new Date();
  const first = dateIn('UTC', now);
  const analysis = analyseManual(sources, { today: first, todayOverridden: false });
  const there = dateIn(analysis.manual.settings.institution.timeZone ?? 'UTC', now);
  return there === first ? analysis : analyseManual(sources, { today: there, todayOverridden: false });
}

/** The calendar date at `moment` in a time zone; in UTC where the zone is unknown. */
function dateIn(timeZone: string, moment: Date): CalendarDate {
  const write = (zone: string): string =>
    new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(moment);
  let text: string;
  try {
    text = write(timeZone);
  } catch {
    text = write('UTC');
  }
  const date = parseCalendarDate(text);
  if (date === undefined) throw new Error(`Unexpected date ${text} from the system's calendar`);
  return date;
}
