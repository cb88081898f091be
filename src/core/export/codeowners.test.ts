import { expect, test } from 'vitest';
import { analyseFiles } from '../../testing/check-files.ts';
import { documentFile, exampleFiles, settingsFile } from '../rules/example-manual.ts';
import { formatCodeowners } from './codeowners.ts';

const lines = (files: Readonly<Record<string, string>> = {}): string[] => {
  const { control } = analyseFiles({ ...exampleFiles, ...files });
  return formatCodeowners(control.working, 'manual/', (role) => `@college/${role}`).split('\n');
};

test('each document asks its owner and those who may approve it, and so do its frozen copies', () => {
  expect(lines()).toContain('/manual/content/procedures/prc-001.mdx @college/registrar @college/principal');
  expect(lines()).toContain('/manual/content/archive/PRC-001/ @college/registrar @college/principal');
});

test('settings, registers, people among them, and standards ask those who may approve registers', () => {
  const settings = settingsFile().replace('approvals:', 'approvals:\n  register: [principal]');
  expect(settings).toContain('register: [principal]');
  const written = lines({ 'manual.yaml': settings });
  for (const path of ['manual.yaml', 'registers/', 'standards/'])
    expect(written).toContain(`/manual/content/${path} @college/principal`);
});

test('the file of a form asks like the form', () => {
  const form = documentFile({ id: 'FRM-001', type: 'form', file: 'FRM-001-1.0.docx' }, 'Name and date.\n');
  expect(lines({ 'forms/frm-001.mdx': form })).toContain(
    '/manual/public/forms/FRM-001-1.0.docx @college/registrar @college/principal',
  );
});

test('what a pattern would read otherwise is taken as it is written', () => {
  const text = documentFile({ id: 'PRC-002' });
  expect(lines({ 'procedures/a b#[c]*?.mdx': text })).toContain(
    String.raw`/manual/content/procedures/a\ b\#\[c\]\*\?.mdx @college/registrar @college/principal`,
  );
});
