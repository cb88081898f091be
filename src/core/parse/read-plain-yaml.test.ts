import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { bothReadings } from '../../testing/yaml-readings.ts';
import { LineIndex } from '../model/place.ts';
import { splitFrontMatter } from './split-front-matter.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Front matter of the documents below the folder, and its files of YAML. */
const yamlBelow = (folder: string): string[] =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).flatMap((path) => {
    if (!/\.(?:mdx|ya?ml)$/.test(path)) return [];
    const text = readFileSync(`${root}${folder}/${path}`, 'utf8');
    if (!path.endsWith('.mdx')) return [text];
    const { yaml } = splitFrontMatter(text, path, new LineIndex(text));
    return yaml === undefined ? [] : [yaml.text];
  });

test('the sample manual is plain, every file of it', () => {
  const texts = yamlBelow('content');
  expect(texts.length).toBeGreaterThan(200);
  for (const text of texts) {
    const { quick, library, isPlain } = bothReadings(text);
    expect(isPlain, text.slice(0, 200)).toBe(true);
    expect(quick).toEqual(library);
  }
});

test('the standards that come with the tool are plain', () => {
  const texts = yamlBelow('schemas/standards');
  expect(texts.map((text) => bothReadings(text).isPlain)).toEqual([true, true, true]);
});

test('faulty and hostile texts are read as the library reads them', () => {
  for (const text of [...yamlBelow('src/testing/cases'), ...yamlBelow('schemas')]) {
    const { quick, library } = bothReadings(text);
    expect(quick, text.slice(0, 200)).toEqual(library);
  }
});

test.each([
  ['words, dates, numbers of clauses', 'a: b c\nd: 2026-11-02\ne: 9.2.1\n'],
  ['truth and whole numbers, with their source', 'a: true\nb: FALSE\nc: 007\n'],
  ['words that others take for truth', 'a: yes\nb: [off, On]\n'],
  ['quoted words', 'a: "b: c # d"\ne: \'f "g"\'\n'],
  ['lists, deeper and not', 'a:\n  - b\n  - "c"\nd:\n- e\nf: g'],
  ['groups in lists', 'a:\n  - b: c\n    d:\n      - e\n\n  - b: f\ng: h\n\n'],
  ['lists and groups on one line', 'a: [b, "c", [d]]\ne: { f: g, h: { i: [j] } }\nk: []\n'],
  ['folded texts', 'a: >-\n  b c\n  # d\ne:\n  - f: >-\n      g\n    h: >-\n     i: j\n     k'],
  ['a comment at the beginning', '# a\n\n# b: c\nd: e\n'],
])('plain: %s', (_, text) => {
  const { quick, library, isPlain } = bothReadings(text);
  expect(isPlain).toBe(true);
  expect(quick).toEqual(library);
});

test.each([
  ['comments', 'a: b # c\n'],
  ['comments on lines of their own', 'a: b\n# c\nd: e\n'],
  ['texts over several lines', 'a: |\n  b\nc: d\n  e\n'],
  ['folded texts with parts', 'a: >-\n  b\n\n  c\n'],
  ['folded texts with lines that stand deeper', 'a: >-\n  b\n    c\n'],
  ['folded texts with spaces at the end', 'a: >-\n  b \n  c\n'],
  ['folded texts of nothing', 'a: >-\nb: c\n'],
  ['anchors, aliases, tags', 'a: &b c\nd: *b\ne: !f g\n'],
  ['escapes', 'a: "b\\nc"\n'],
  ['keys that are no words', '"a": b\n'],
  ['keys that stand twice', 'a: b\na: c\n'],
  ['nothing', 'a:\nb: null\n'],
  ['other numbers', 'a: 8.10\n'],
  ['several documents', 'a: b\n---\nc: d\n'],
  ['carriage returns and tabs', 'a: b\r\nc:\td\n'],
  ['lists in lists', '- - a\n'],
  ['a slip of the indent', 'a:\n    - b\n  - c\n'],
  ['a word alone', 'a\n'],
  ['no text', ''],
])('left to the library: %s', (_, text) => {
  const { quick, library, isPlain } = bothReadings(text);
  expect(isPlain).toBe(false);
  expect(quick).toEqual(library);
});

test('a long text is read in time that grows with it', () => {
  // Ten times as long, ten times the places: one for every key and value, none twice.
  const places = (rows: number): number => {
    const text = `rows:\n${Array.from({ length: rows }, (_, at) => `  - { id: r${String(at)}, title: "Row" }\n`).join('')}`;
    const { quick, isPlain } = bothReadings(text);
    expect(isPlain).toBe(true);
    return (quick as { places: unknown[] }).places.length;
  };
  expect([places(10), places(100)]).toEqual([32, 302]);
});
