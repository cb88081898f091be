/**
 * Makes the cases of files to fill in anew: the example manual with a form and a file for each.
 * `node scripts/make-form-cases.ts && UPDATE_CASES=1 npx vitest run --project core src/testing/cases.test.ts -t forms/`
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { documentFile, exampleFiles } from '../src/core/rules/example-manual.ts';
import { formDocx } from './forms/form-docx.ts';
import { formPdf } from './forms/form-pdf.ts';
import { formXlsx } from './forms/form-xlsx.ts';
import type { FormText } from './forms/form-blocks.ts';

const cases = fileURLToPath(new URL('../src/testing/cases/forms/', import.meta.url));
const college = 'Example College';
const day = new Date('2026-01-10T00:00:00Z');

const form = (version: string, id = 'FRM-001'): FormText => ({
  id,
  version,
  title: 'Application',
  blocks: [
    { kind: 'paragraph', text: 'Hand it in at the desk before 31.12. See clause 1.2 of the rules.' },
    {
      kind: 'table',
      rows: [
        ['Field', 'Your answer'],
        ['Name', ''],
      ],
    },
  ],
});

/** A part that unpacks to a hundred megabytes of one letter. */
const bomb = (): Uint8Array =>
  zipSync({ 'word/document.xml': [new Uint8Array(100_000_000).fill(0x20), { level: 9 }] });

/** By case: the name in the front matter, and the file under its name in `public/forms/`. */
const made: Record<string, { file: string; files: Record<string, Uint8Array> }> = {
  sound: { file: 'FRM-001-1.0.docx', files: { 'FRM-001-1.0.docx': formDocx(form('1.0'), college) } },
  'sound-workbook': {
    file: 'admission/frm-001-v1.0.xlsx',
    files: { 'admission/frm-001-v1.0.xlsx': formXlsx(form('1.0'), college) },
  },
  'sound-pdf': {
    file: 'FRM-001 1.0 Application.pdf',
    files: { 'FRM-001 1.0 Application.pdf': await formPdf(form('1.0'), college, day) },
  },
  'sound-other-kind': { file: 'FRM-001-1.0.odt', files: { 'FRM-001-1.0.odt': strToU8('anything') } },
  'file-of-another-version': {
    file: 'FRM-001-1.0.docx',
    files: { 'FRM-001-1.0.docx': formDocx(form('0.9'), college) },
  },
  'workbook-of-another-version': {
    file: 'FRM-001-1.0.xlsx',
    files: { 'FRM-001-1.0.xlsx': formXlsx(form('1.10'), college) },
  },
  'pdf-of-another-version': {
    file: 'FRM-001-1.0.pdf',
    files: { 'FRM-001-1.0.pdf': await formPdf(form('2.0'), college, day) },
  },
  'file-of-another-form': {
    file: 'FRM-001-1.0.docx',
    files: { 'FRM-001-1.0.docx': formDocx(form('1.0', 'FRM-0011'), college) },
  },
  'name-without-version': {
    file: 'application.docx',
    files: { 'application.docx': formDocx(form('1.0'), college) },
  },
  'name-with-another-version': {
    file: 'FRM-001-1.0.1.docx',
    files: { 'FRM-001-1.0.1.docx': formDocx(form('1.0'), college) },
  },
  'missing-file': {
    file: 'FRM-001-1.0.docx',
    files: { 'frm-001-1.0.docx': formDocx(form('1.0'), college) },
  },
  'damaged-file': { file: 'FRM-001-1.0.docx', files: { 'FRM-001-1.0.docx': strToU8('PK no archive') } },
  'damaged-pdf': { file: 'FRM-001-1.0.pdf', files: { 'FRM-001-1.0.pdf': strToU8('%PDF-1.7 nothing') } },
  'file-that-unpacks-without-end': { file: 'FRM-001-1.0.docx', files: { 'FRM-001-1.0.docx': bomb() } },
};

rmSync(cases, { recursive: true, force: true });
for (const [name, { file, files }] of Object.entries(made)) {
  const put = (path: string, content: string | Uint8Array): void => {
    const target = join(cases, name, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  };
  const manual = {
    ...exampleFiles,
    'procedures/prc-001.mdx': documentFile({ uses: '[FRM-001]', produces: '[REC-001]' }),
    'forms/frm-001.mdx': documentFile(
      { id: 'FRM-001', title: 'Application', type: 'form', file },
      'To apply, fill in the file and hand it in.\n',
    ),
  };
  for (const [path, text] of Object.entries(manual)) put(`content/${path}`, text);
  for (const [path, bytes] of Object.entries(files)) put(`public/forms/${path}`, bytes);
}
