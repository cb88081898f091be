import { findLowContrast } from '../analyse/contrast.ts';
import { wholeFile } from '../model/place.ts';
import { settingsFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

const kinds = {
  accent: 'links on a light ground',
  accentDark: 'links on a dark ground',
  header: 'the white text of the page header on it',
} as const;

export const lowContrast: Rule = {
  id: 'low-contrast',
  severity: 'error',
  summary: 'A colour of the institution leaves text that many people cannot read.',
  advice:
    'Text needs a contrast of 4.5 to 1 with its ground (WCAG 2.2, 1.4.3). theme.accent is the colour of links on light grounds, theme.accentDark that on dark ones, theme.header the ground under white text. Take the shade that the finding names, or leave the key out for the colour the manual comes with. The logo keeps its colours.',
  examples: [
    {
      name: 'a light blue for links, a yellow under white text',
      files: { 'manual.yaml': settingsFile('theme: { accent: "#7fb7d0", header: "#f2c500" }\n') },
      expect: [
        'content/manual.yaml:11:18 Unexpected colour `#7fb7d0` for theme.accent, whose contrast for links on a light ground is 1.9 to 1 where it is lowest, expected at least 4.5 to 1',
        'content/manual.yaml:11:37 Unexpected colour `#f2c500` for theme.header, whose contrast for the white text of the page header on it is 1.64 to 1 where it is lowest, expected at least 4.5 to 1',
      ],
    },
    {
      name: 'a dark blue',
      files: { 'manual.yaml': settingsFile('theme: { accent: "#1d4f6e", header: "#1d4f6e" }\n') },
      expect: [],
    },
  ],
  find: ({ manual }) =>
    findLowContrast(manual.settings.theme ?? {}).map(({ setting, colour, ratio, readable }) => ({
      place: manual.settingsPlaces[`theme.${setting}`] ?? wholeFile(manual.settingsFile),
      message: `Unexpected colour \`${colour}\` for theme.${setting}, whose contrast for ${kinds[setting]} is ${ratio} to 1 where it is lowest, expected at least 4.5 to 1`,
      hint: `The nearest shade of it that can be read is "${readable}".`,
    })),
};
