import { expect, test } from 'vitest';
import { analyseFiles } from '../../testing/check-files.ts';
import { exampleFiles } from '../rules/example-manual.ts';
import { formatCodeowners } from './codeowners.ts';

test('each document asks its owner and those who may approve it', () => {
  const { control } = analyseFiles(exampleFiles);
  const text = formatCodeowners(control.working, 'manual/', (role) => `@college/${role}`);
  expect(text.split('\n')).toContain(
    '/manual/content/procedures/prc-001.mdx @college/registrar @college/principal',
  );
  expect(text.split('\n')).toContain(
    '/manual/content/archive/PRC-001/ @college/registrar @college/principal',
  );
});
