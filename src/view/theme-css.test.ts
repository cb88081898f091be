import { expect, test } from 'vitest';
import { themeCss } from './theme-css.ts';

test('an accent for light grounds leaves the dark one alone', () => {
  expect(themeCss({ accent: '#7a1f3d', header: '#4a1526', typeScale: 'large' })).toBe(
    ':root:root{--header:#4a1526;--type-scale:1.125}\n@media print,(prefers-color-scheme:light){:root:root{--accent:#7a1f3d}}\n',
  );
});

test('nothing set, nothing written', () => {
  expect(themeCss({})).toBe('');
});
