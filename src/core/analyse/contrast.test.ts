import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrastRatio, findLowContrast, grounds } from './contrast.ts';

const tokens = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = tokens.split('@media');
const token = (text: string, name: string): string =>
  new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(text)?.[1] ?? '';

test('the grounds are those of the style sheet', () => {
  const names = ['paper', 'sheet', 'sunken', 'target', 'tint-attention'];
  const { paper, sheet, sunken, target, attention } = grounds;
  expect([paper, sheet, sunken, target, attention]).toEqual(names.map((name) => token(light, name)));
  const { darkPaper, darkSheet, darkSunken, darkTarget, darkAttention } = grounds;
  expect([darkPaper, darkSheet, darkSunken, darkTarget, darkAttention]).toEqual(
    names.map((name) => token(dark, name)),
  );
  expect(grounds.headerText).toBe(token(light, 'header-ink'));
});

test.each([
  ['light', light],
  ['dark', dark],
])('every text colour of the %s style can be read on every ground', (_, style) => {
  for (const ground of ['paper', 'sheet', 'sunken', 'target', 'tint-attention', 'tint-good', 'tint-bad'])
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

test('a colour that cannot be read is named with its worst ground and a shade that can', () => {
  const theme = { accent: '#7fb7d0', accentDark: '#8fc7e2', header: '#f0b040' };
  const faults = findLowContrast(theme);
  expect(faults.map(({ setting, ground, ratio }) => ({ setting, ground, ratio }))).toEqual([
    { setting: 'accent', ground: grounds.sunken, ratio: 1.9 },
    { setting: 'header', ground: grounds.headerText, ratio: 1.91 },
  ]);
  const [accent, header] = faults.map(({ readable }) => readable);
  expect(findLowContrast({ accent, header })).toEqual([]);
  expect(findLowContrast({})).toEqual([]);
});

test.each(['#000000', '#ffffff', '#808080', '#ff0000', '#00ff00', '#0000ff', '#ffff00'])(
  'from %s there is a way to a colour that can be read everywhere',
  (colour) => {
    const better = findLowContrast({ accent: colour, accentDark: colour, header: colour });
    const mended = Object.fromEntries(better.map(({ setting, readable }) => [setting, readable]));
    expect(findLowContrast(mended)).toEqual([]);
  },
);
