/** Files to fill in: what is read from them, what hostile ones do, and that an approval binds their bytes. */
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findRetiredFiles } from '../../core/forms/find-retired-files.ts';
import type { CalendarDate } from '../../core/model/calendar-date.ts';
import { loadManual, type LoadedManual } from '../load-manual.ts';
import { readFormFiles } from './read-form-files.ts';
import { readOfficeFile } from './read-office-file.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const cases = join(root, 'src/testing/cases/forms');
let work: string;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'eoms-forms-'));
  cpSync(join(root, 'content'), join(work, 'content'), { recursive: true });
  cpSync(join(root, 'public'), join(work, 'public'), { recursive: true });
});
afterAll(() => {
  rmSync(work, { recursive: true });
});

const load = (): Promise<LoadedManual> =>
  loadManual({ content: join(work, 'content'), today: '2026-11-02' as CalendarDate, where: 'here' });

test('the forms of the sample manual say in properties and in text which form and version they are', async () => {
  const { manual, findings } = await load();
  const says = [...manual.formFiles.values()].map(({ path, says }) => [
    path,
    ...(says ?? []).map(
      ({ where, text }) => `${where}: ${/FRM-\d{3}, version \d\.\d/.exec(text)?.[0] ?? ''}`,
    ),
  ]);
  expect(says).toEqual([
    ['FRM-002-1.2.xlsx', 'properties: FRM-002, version 1.2', 'text: FRM-002, version 1.2'],
    ['FRM-004-1.3.docx', 'properties: FRM-004, version 1.3', 'text: FRM-004, version 1.3'],
    ['FRM-008-1.1.pdf', 'properties: FRM-008, version 1.1', 'text: FRM-008, version 1.1'],
  ]);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('a file that was replaced after the approval is a change of the form', async () => {
  const file = join(work, 'public/forms/FRM-008-1.1.pdf');
  appendFileSync(file, '%\n');
  try {
    const { findings } = await load();
    expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([
      'Unexpected change of FRM-008 since version 1.1 was approved on 2026-10-13: the file `FRM-008-1.1.pdf` was replaced',
    ]);
  } finally {
    cpSync(join(root, 'public/forms/FRM-008-1.1.pdf'), file);
  }
});

test('a file of a version that is not in force is no longer offered', async () => {
  expect(findRetiredFiles(await load(), false)).toEqual(new Set());
  const before = await loadManual({
    content: join(work, 'content'),
    today: '2026-10-15' as CalendarDate,
    where: 'here',
  });
  // Approved, in force from the 19th.
  const all = ['FRM-002-1.2.xlsx', 'FRM-004-1.3.docx', 'FRM-008-1.1.pdf'];
  expect(findRetiredFiles(before, false)).toEqual(new Set(all));
  expect(findRetiredFiles(before, true)).toEqual(new Set());
});

describe('hostile files', () => {
  const docx = readFile('sound/public/forms/FRM-001-1.0.docx');
  const xlsx = readFile('sound-workbook/public/forms/admission/frm-001-v1.0.xlsx');

  test('an office file damaged anywhere is data, never an exception', () => {
    for (const [kind, bytes] of [
      ['docx', docx],
      ['xlsx', xlsx],
    ] as const)
      for (let at = 0; at < bytes.length; at += 7) {
        const damaged = Uint8Array.from(bytes);
        damaged[at] = (damaged[at] ?? 0) ^ 0xff;
        const { says, unreadable } = readOfficeFile(damaged, kind);
        expect(says !== undefined || unreadable !== undefined).toBe(true);
        readOfficeFile(damaged.subarray(0, at), kind);
      }
  });

  test('a PDF that is damaged, or too large, is told and the next one is read', async () => {
    const pdf = readFile('sound-pdf/public/forms/FRM-001 1.0 Application.pdf');
    const folder = join(work, 'hostile/public');
    mkdirSync(join(folder, 'forms'), { recursive: true });
    const names = ['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf'];
    writeFileSync(join(folder, 'forms/a.pdf'), pdf.subarray(0, 200));
    writeFileSync(join(folder, 'forms/b.pdf'), new Uint8Array(20_000_001));
    writeFileSync(join(folder, 'forms/c.pdf'), '');
    writeFileSync(join(folder, 'forms/d.pdf'), pdf);
    const read = await readFormFiles({ folder, paths: names.map((name) => `forms/${name}`) }, new Set(names));
    expect(read.map(({ path, unreadable }) => `${path}: ${unreadable ?? 'read'}`)).toEqual([
      'a.pdf: it is no PDF file, or damaged',
      'b.pdf: it has 21 MB, of at most 20',
      'c.pdf: it is no PDF file, or damaged',
      'd.pdf: read',
    ]);
  });
});

function readFile(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(cases, path)));
}
