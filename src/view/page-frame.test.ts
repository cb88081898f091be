import { expect, test } from 'vitest';
import { exampleFiles } from '../core/rules/example-manual.ts';
import { analyseFiles } from '../testing/check-files.ts';
import { createContext } from './context.ts';
import { pageFrame } from './page-frame.ts';

const frameOf = (todayOverridden: boolean) => {
  const analysis = analyseFiles(exampleFiles, '2026-03-31');
  const context = createContext({
    analysis,
    build: { today: analysis.facts.today, todayOverridden, toolVersion: '0', drafts: false, base: '/' },
  });
  return pageFrame(context, { titleText: 'Register', nav: 'documents' }, '/register/');
};

test('every page says as of which day it was built, on screen and on paper', () => {
  const { builtText, overriddenText, printText } = frameOf(false);
  expect(builtText).toBe('As of 31 March 2026');
  expect(overriddenText).toBeUndefined();
  expect(printText).toContain('As of 31 March 2026');
  expect(printText).not.toContain('given by hand');
});

test('a day that was given by hand is said to be', () => {
  const { overriddenText, printText } = frameOf(true);
  expect(overriddenText).toBe('The date was given by hand.');
  expect(printText).toContain('The date was given by hand');
});
