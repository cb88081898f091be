/** The fast parser reads documents as the reference grammar does: the same headings, links, lists, tables and words. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { guardedText, readFast, readReference } from '../../testing/reference-tree.ts';
import { knownDifferences, trickySnippets } from '../../testing/tricky-snippets.ts';
import { parseDocument } from './parse-document.ts';

const root = new URL('../../../', import.meta.url);
const documentsBelow = (folder: string): (readonly [string, string])[] =>
  readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.mdx'))
    .sort()
    .map((path) => [path, readFileSync(new URL(`${folder}/${path}`, root), 'utf8')] as const);

test.each(documentsBelow('content'))('content/%s', (_, text) => {
  const guarded = guardedText(text);
  expect(readFast(guarded)).toEqual(readReference(guarded));
});

test('the sound documents of the cases', () => {
  const sound = documentsBelow('src/testing/cases').filter(
    ([path, text]) =>
      path !== oneLiners &&
      // Refused where the bytes are read, before any parser.
      !text.includes('\0') &&
      parseDocument({ path, text, digest: '' }).findings.length === 0,
  );
  expect(sound.length).toBeGreaterThan(200);
  for (const [path, text] of sound) {
    const guarded = guardedText(text);
    expect(readFast(guarded), path).toEqual(readReference(guarded));
  }
  // Hundreds of documents, twice: seconds on a busy machine.
}, 60_000);

/** Holds a component alone on one line: see the known differences. */
const oneLiners = 'components/sound/content/procedures/prc-001.mdx';

test.each(trickySnippets)('%j', (text) => {
  const guarded = guardedText(text);
  expect(readFast(guarded)).toEqual(readReference(guarded));
});

test.each(knownDifferences)('known difference: $text', ({ text, reason }) => {
  const guarded = guardedText(text);
  expect(readFast(guarded)).not.toEqual(readReference(guarded));
  expect(reason).not.toBe('');
});
