import { expect, test } from 'vitest';
import { themeCss } from './theme-css.ts';

test('an accent for light grounds leaves the dark one alone', () => {
  expect(themeCss({ accent: '#7a1f3d', header: '#4a1526', typeScale: 'large' })).toBe(
    ':root:root{--header:#4a1526;--header-soft:#ffffff;--header-line:color-mix(in srgb,var(--header),#ffffff 25%);--type-scale:1.125}\n@media print,(prefers-color-scheme:light){:root:root{--accent:#7a1f3d}}\n',
  );
});

test('nothing set, nothing written', () => {
  expect(themeCss({})).toBe('');
});
