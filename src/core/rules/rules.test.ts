/** Every rule's examples are its tests: what it reports, and that it stays silent where it should. */
import { describe, expect, test } from 'vitest';
import { findingsOf } from '../../testing/check-files.ts';
import { exampleFiles } from './example-manual.ts';
import { rules } from './index.ts';

test('the example manual is without a finding', () => {
  expect(findingsOf({})).toEqual([]);
});

test('rule names are permanent, unique and spelt in kebab case', () => {
  const ids = rules.map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  expect(Object.keys(exampleFiles)).toContain('manual.yaml');
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test('has an example that speaks and one that stays silent', () => {
    expect(rule.examples.some((example) => example.expect.length > 0)).toBe(true);
    expect(rule.examples.some((example) => example.expect.length === 0)).toBe(true);
  });
  test.each(rule.examples.map((example) => [example.name, example] as const))('%s', (_name, example) => {
    const said = findingsOf(example.files)
      .filter((finding) => finding.rule === rule.id)
      .map(
        (finding) =>
          `${finding.place.kind === 'span' ? `${finding.place.file}:${finding.place.start.line}:${finding.place.start.column}` : finding.place.kind === 'file' ? finding.place.file : 'manual'} ${finding.message}`,
      );
    expect(said).toEqual(example.expect);
  });
});
