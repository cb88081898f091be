import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packagesPage } from './list-packages.ts';

const page = packagesPage();

test('docs/packages.md says what the lock file says', () => {
  expect(readFileSync(new URL('../docs/packages.md', import.meta.url), 'utf8')).toBe(page);
});

test('every package states its licence, and none asks for a script but those known', () => {
  expect(page).not.toContain('not stated');
  expect(/## Scripts at installation\n\n(.*)\n/.exec(page)?.[1]).toMatch(/^`esbuild` [\d.]+: /);
});
