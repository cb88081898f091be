/**
 * Makes the files to fill in of the sample manual from the texts of its forms: `node scripts/make-form-files.ts`.
 * The same text and version give the same bytes. Run it after the version of such a form was raised and before it
 * is approved, since the approval binds the version to the bytes.
 */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { formDocx } from './forms/form-docx.ts';
import { formPdf } from './forms/form-pdf.ts';
import { formXlsx } from './forms/form-xlsx.ts';
import { readForm, type FormText } from './forms/form-blocks.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const out = join(root, 'public/forms');
const { institution } = parse(readFileSync(join(root, 'content/manual.yaml'), 'utf8')) as {
  institution: { name: string };
};
const { rows: roles } = parse(readFileSync(join(root, 'content/registers/roles.yaml'), 'utf8')) as {
  rows: { id: string; title: string }[];
};
const nameOf = (_component: string, id: string): string => roles.find((role) => role.id === id)?.title ?? id;

mkdirSync(out, { recursive: true });
for (const path of globSync('content/forms/*.mdx', { cwd: root }).sort()) {
  const source = readFileSync(join(root, path), 'utf8');
  const file = /^file: *["']?([^"'\n]+)/m.exec(source)?.[1];
  if (file === undefined) continue;
  const bytes = await make(readForm(source, nameOf), file, source);
  writeFileSync(join(out, file), bytes);
  console.log(`public/forms/${file}: ${bytes.length} bytes`);
}

function make(form: FormText, file: string, source: string): Uint8Array | Promise<Uint8Array> {
  if (file.endsWith('.docx')) return formDocx(form, institution.name);
  if (file.endsWith('.xlsx')) return formXlsx(form, institution.name);
  const effective = /^effective: *(\d{4}-\d{2}-\d{2})/m.exec(source)?.[1] ?? '2026-01-01';
  return formPdf(form, institution.name, new Date(`${effective}T00:00:00Z`));
}
