/** Settings, registers and standards of nothing but faults: said a thousand times a file at most, and never died of. */
import { expect, test } from 'vitest';
import { analyseFiles } from '../../testing/check-files.ts';
import { worstFiles } from '../../testing/fuzz/worst-files.ts';
import { exampleFiles } from '../rules/example-manual.ts';
import { mostFindings } from '../model/first-findings.ts';

const inputs = Object.entries(worstFiles(100_000)).filter(([, { path }]) => path.endsWith('.yaml'));

test.each(inputs)('%s', (_, { path, text }) => {
  const { findings } = analyseFiles({ ...exampleFiles, [path]: text });
  const here = findings.filter(({ place }) => place.kind !== 'manual' && place.file === `content/${path}`);
  // Rules that look at rows add theirs.
  expect(here.length).toBeLessThanOrEqual(7 * mostFindings);
});

test('more faults than a call takes arguments', () => {
  const text = `rows:\n${'  - {}\n'.repeat(130_000)}`;
  const { findings } = analyseFiles({ ...exampleFiles, 'registers/glossary.yaml': text });
  expect(findings.map(({ message }) => message)).toContain(
    `Unexpected number of more than ${mostFindings} faults in one file, expected fewer: the others are not listed`,
  );
}, 60_000);

test('a standard of too many clauses, each within the one before', () => {
  const clauses = Array.from({ length: 2001 }, (_, at) => {
    const parent = at === 0 ? '' : `, parent: "c${at - 1}"`;
    return `  - { clause: "c${at}", title: Doing${parent} }\n`;
  });
  const text = `edition: demo:1\nname: Demo\ntitle: Demo\nclauses:\n${clauses.join('')}`;
  const said = analyseFiles({ ...exampleFiles, 'standards/demo.yaml': text }).findings.map(
    ({ rule, message }) => `${rule}: ${message}`,
  );
  expect(said).toContain(
    'file-too-large: Unexpected number of 2001 clauses, expected at most 2000 in one standard',
  );
  expect(said).toContain('too-deep: Unexpected clause `c12` on level 13, expected at most 12 levels');
});

test('an id that Windows keeps for a device makes no page', () => {
  const text = `${exampleFiles['registers/roles.yaml'] ?? ''}  - { id: aux, title: Auxiliary }\n`;
  const { findings } = analyseFiles({ ...exampleFiles, 'registers/roles.yaml': text });
  expect(findings.map(({ message }) => message)).toEqual([
    'Unexpected `aux` in `rows.id`, expected another word',
  ]);
});

const glossaryFaults = (text: string): string[] =>
  analyseFiles({ ...exampleFiles, 'registers/glossary.yaml': text })
    .findings.filter(({ rule }) => rule === 'invalid-yaml')
    .map(({ message }) => message);

test.each([
  ['quotation marks', '"'],
  ['words in quotation marks', '"a" '],
  ['closed brackets', '[], '],
  ['colons', ': '],
])('a line of nothing but %s is not given to the parser', (_, unit) => {
  expect(glossaryFaults(`rows: ${unit.repeat(25_000)}\n`)).toEqual([
    'Unexpected line with more than 20,000 quotation marks, brackets, commas and colons, expected fewer',
  ]);
});

test('rows in one line, as programs write them, are read', () => {
  const rows = Array.from({ length: 900 }, (_, at) => ({
    id: `t${at}`,
    term: `Term ${at}`,
    definition: 'Words.',
  }));
  expect(glossaryFaults(JSON.stringify({ rows }))).toEqual([]);
});

test('tags beyond number are not given to the parser, and exclamation marks in sentences are none', () => {
  expect(glossaryFaults(`rows:\n${'  - !a b\n'.repeat(300)}`)).toEqual([
    'Unexpected exclamation mark at the beginning of a value in `- !a b`, expected a plain value',
  ]);
  const definition = 'Look here !now, a !=b. '.repeat(300);
  expect(glossaryFaults(`rows:\n  - { id: a, term: A, definition: "${definition}" }\n`)).toEqual([]);
});
