/**
 * Cases: one folder a behaviour, with a manual and every word that the check says about it.
 *
 * `cases/<area>/<behaviour>/content/` is the manual, `expected.txt` the whole output and, on the last line, the
 * exit code. A file `options.json` beside them may set the date or, for what only the command line can show,
 * its arguments. `UPDATE_CASES=1` writes what comes out: read it before you commit it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadManual } from '../adapters/load-manual.ts';
import { parseCalendarDate } from '../core/model/calendar-date.ts';
import { formatText } from '../core/report/format-text.ts';
import { reaches, type Report } from '../core/report/report.ts';

export interface CaseOptions {
  /** The day the manual is looked at. */
  readonly today?: string;
  /** Arguments of `eoms`, run in the folder of the case. Such a case is run as a process, not in this one. */
  readonly args?: readonly string[];
}

export interface Case extends CaseOptions {
  /** `<area>/<behaviour>` */
  readonly name: string;
  readonly folder: string;
}

/** The day of all cases that do not name another. */
export const caseToday = '2026-03-31';

const casesFolder = fileURLToPath(new URL('cases/', import.meta.url));

/** All cases, by name. */
export function listCases(): Case[] {
  const folders = (path: string): string[] =>
    readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  return folders(casesFolder).flatMap((area) =>
    folders(join(casesFolder, area)).map((behaviour) => {
      const folder = join(casesFolder, area, behaviour);
      const file = join(folder, 'options.json');
      const options = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as CaseOptions) : {};
      return { ...options, name: `${area}/${behaviour}`, folder };
    }),
  );
}

/** What `eoms check` prints about the case's manual, and the report it was made from. */
export async function runCase(one: Case): Promise<{ output: string; report: Report }> {
  const today = parseCalendarDate(one.today ?? caseToday);
  if (today === undefined) throw new Error(`${one.name}: no such day`);
  const loaded = await loadManual({ content: join(one.folder, 'content'), today, where: 'here' });
  const report: Report = {
    findings: loaded.findings,
    counts: loaded.counts,
    documents: loaded.files.documents.length + loaded.files.unread.length,
    clauses: loaded.manual.standard?.clauses.length ?? 0,
  };
  return { output: closeOutput(formatText(report), reaches(report, 'error') ? 1 : 0), report };
}

/** The exit code on a line of its own at the end. */
export const closeOutput = (output: string, exitCode: number): string =>
  `${output.trimEnd()}\n\nexit ${exitCode}\n`;

/** What the case expects, after writing it where that was asked for. */
export function expectedOutput(one: Case, output: string): string {
  const file = join(one.folder, 'expected.txt');
  if (process.env['UPDATE_CASES'] === '1') writeFileSync(file, output);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
