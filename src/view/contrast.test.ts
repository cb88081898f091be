import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrastRatio, findLowContrast, grounds } from './contrast.ts';

const tokens = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = tokens.split('@media');
const token = (text: string, name: string): string =>
  new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(text)?.[1] ?? '';

test('the grounds are those of the style sheet', () => {
  expect([grounds.paper, grounds.sheet, grounds.sunken]).toEqual(
    ['paper', 'sheet', 'sunken'].map((name) => token(light, name)),
  );
  expect([grounds.darkPaper, grounds.darkSheet, grounds.darkSunken]).toEqual(
    ['paper', 'sheet', 'sunken'].map((name) => token(dark, name)),
  );
  expect(grounds.headerText).toBe(token(light, 'header-ink'));
});

test.each([
  ['light', light],
  ['dark', dark],
])('every text colour of the %s style can be read on every ground', (_, style) => {
  for (const ground of ['paper', 'sheet', 'sunken'])
    for (const colour of ['ink', 'ink-soft', 'accent', 'good', 'attention', 'bad', 'quiet'])
      expect({
        colour,
        ground,
        enough: contrastRatio(token(style, colour), token(style, ground)) >= 4.5,
      }).toEqual({ colour, ground, enough: true });
});

test('black on white is 21, a colour on itself 1', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrastRatio('#17506b', '#17506b')).toBe(1);
});

test('a colour that cannot be read is named with its worst ground', () => {
  expect(findLowContrast({ accent: '#7fb7d0', accentDark: '#8fc7e2', header: '#183443' })).toEqual([
    { setting: 'accent', colour: '#7fb7d0', ground: grounds.sunken, ratio: 1.9 },
  ]);
  expect(findLowContrast({})).toEqual([]);
});
