/** From a folder to an analysed manual: read, parse, analyse. */
import { dirname } from 'node:path';
import {
  analyseManual,
  type AnalyseOptions,
  type Analysis,
  type ManualSources,
} from '../core/analyse-manual.ts';
import { parseCalendarDate, type CalendarDate } from '../core/model/calendar-date.ts';
import type { RawDocument } from '../core/model/document.ts';
import { digestFiles, hashText, readArchive } from './fs/read-archive.ts';
import { readManual, type ManualFiles } from './fs/read-manual.ts';
import { readFormFiles } from './forms/read-form-files.ts';
import { findUnsafePictures } from './links/read-pictures.ts';
import { listPublicFiles, siteAddresses, type PublicFiles } from './links/public-files.ts';
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
  /** Files published under their own names, from `public/` beside the content folder. */
  readonly publicFiles: PublicFiles;
  /** By path. Handed in as `earlier` next time, what has not changed is not parsed again. */
  readonly parsed: ReadonlyMap<string, RawDocument>;
}

/** Throws `CannotRun` where the folder cannot be read. Faults of the content are findings. */
export async function loadManual(options: LoadOptions): Promise<LoadedManual> {
  const files = readManual(options.content);
  const documents = await parseDocuments(files.documents, options);
  const parsed = new Map(documents.map((document) => [document.file, document]));
  const publicFiles = listPublicFiles(files.folder);
  const archive = readArchive(files.folder);
  const sources: ManualSources = {
    ...files,
    archive: archive.files,
    assetDigests: digestFiles(files.folder, files.assets),
    formFiles: await readFormFiles(publicFiles, namedForms(documents)),
    hash: hashText,
    documents: [...documents, ...files.unread.map((file) => standInDocument(file, []))],
    readFindings: [
      ...files.findings,
      ...archive.findings,
      ...(publicFiles.findings ?? []),
      ...findUnsafePictures(dirname(files.folder), [
        ...files.assets,
        ...publicFiles.paths.map((path) => `public/${path}`),
      ]),
    ],
  };
  return { ...analyse(sources, options.today, siteAddresses(publicFiles)), files, publicFiles, parsed };
}

const namedForms = (documents: readonly RawDocument[]): Set<string> =>
  new Set(
    documents.flatMap(({ frontMatter }) =>
      frontMatter?.type === 'form' && frontMatter.file !== undefined
        ? [frontMatter.file.normalize('NFC')]
        : [],
    ),
  );

/** The time zone stands in the manual itself, so today is known for certain only after a first look. */
function analyse(
  sources: ManualSources,
  given: CalendarDate | undefined,
  resolveAddress: AnalyseOptions['resolveAddress'],
): Analysis {
  if (given !== undefined)
    return analyseManual(sources, { today: given, todayOverridden: true, resolveAddress });
  const now = new Date();
  const first = dateIn('UTC', now);
  const analysis = analyseManual(sources, { today: first, todayOverridden: false, resolveAddress });
  const there = dateIn(analysis.manual.settings.institution.timeZone ?? 'UTC', now);
  return there === first
    ? analysis
    : analyseManual(sources, { today: there, todayOverridden: false, resolveAddress });
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
