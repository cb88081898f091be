/** Every rule's examples are its tests: what it reports, and that it stays silent where it should. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findingsOf } from '../../testing/check-files.ts';
import { formatPlace } from '../report/report.ts';
import { exampleFiles } from './example-manual.ts';
import { rules } from './index.ts';
import { parserRules } from './parser-rules.ts';

const root = new URL('../../../', import.meta.url);
const ids = rules.map((rule) => rule.id);

test('the example manual is without a finding', () => {
  expect(findingsOf({})).toEqual([]);
});

test('rule names are permanent, unique and spelt in kebab case', () => {
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  expect(Object.keys(exampleFiles)).toContain('manual.yaml');
});

test('every rule is a file of its own, named after it', () => {
  for (const id of ids)
    expect(readFileSync(new URL(`${id}.ts`, import.meta.url), 'utf8')).toContain(`id: '${id}'`);
});

test('every rule named by the reader, the parser and the builder is known, and the other way round', () => {
  const sources = readdirSync(new URL('src/', root), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) =>
      /^(?:core\/(?:parse|build)|adapters\/(?:fs|parse|links))\/[^/]+(?<!\.test)\.ts$/.test(path),
    )
    .map((path) => readFileSync(new URL(`src/${path}`, root), 'utf8'));
  const named = new Set(
    sources.flatMap((text) =>
      [
        ...text.matchAll(
          /(?:\brule: |\b(?:fault|finding|refuse)\(\s*(?:[^'"`()]*[,?]\s*)?)'([a-z]+(?:-[a-z]+)+)'/g,
        ),
      ].map((match) => match[1] ?? ''),
    ),
  );
  expect([...named].filter((id) => !ids.includes(id))).toEqual([]);
  const all = sources.join('\n');
  expect(parserRules.filter((rule) => !all.includes(`'${rule.id}'`)).map((rule) => rule.id)).toEqual([]);
  expect(parserRules.filter((rule) => rule.find !== undefined)).toEqual([]);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test('has an example that speaks and one that stays silent, or says where it is shown', () => {
    if (rule.shownBy !== undefined) {
      expect(textOf(rule.shownBy)).toContain(rule.id);
      return;
    }
    expect(rule.examples.some((example) => example.expect.length > 0)).toBe(true);
    expect(rule.examples.some((example) => example.expect.length === 0)).toBe(true);
  });
  test.each(rule.examples.map((example) => [example.name, example] as const))('%s', (_name, example) => {
    const own = findingsOf(example.files).filter((finding) => finding.rule === rule.id);
    expect(own.map((finding) => `${formatPlace(finding.place)} ${finding.message}`)).toEqual(example.expect);
    for (const finding of own) expect(finding.severity).toBe(rule.severity);
  });
});

/** The test, or the expected output of the case. */
function textOf(path: string): string {
  const url = new URL(path, root);
  const isFolder = statSync(fileURLToPath(url)).isDirectory();
  return readFileSync(isFolder ? new URL(`${path}/expected.txt`, root) : url, 'utf8');
}
