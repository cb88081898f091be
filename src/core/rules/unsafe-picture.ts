import type { Rule } from './rule.ts';

export const unsafePicture: Rule = {
  id: 'unsafe-picture',
  severity: 'error',
  summary: 'A drawing (SVG) holds a program, a handler or the address of something outside it.',
  advice:
    'A picture that is opened by its own address is a page of the manual, and what it holds runs with the rights of the manual. Save it as plain SVG, or as PNG.',
  examples: [],
  shownBy: 'src/testing/cases/hostile/svg-script',
};
