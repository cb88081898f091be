/** The same for what comes of putting tricky snippets together, in lists and quotations. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardedText, readFast, readReference } from '../../testing/reference-tree.ts';
import { trickySnippets } from '../../testing/tricky-snippets.ts';

/** `EOMS_RUNS=100000 npx vitest run --project property reference-grammar` for a long look. */
const runs = Number(process.env['EOMS_RUNS'] ?? 1500);

const within =
  (first: string, other: string) =>
  (text: string): string =>
    first + text.split('\n').join(`\n${other}`);
const wrap = fc.constantFrom(
  (text: string) => text,
  within('> ', '> '),
  within('- ', '  '),
  within('1. ', '   '),
);
const passage = fc
  // Spaces at the end of a line before an empty one: a known difference.
  .tuple(fc.constantFrom(...trickySnippets.filter((text) => !/[ \t](?:\n|$)/.test(text))), wrap, wrap)
  .map(([text, inner, outer]) => outer(inner(text)).replaceAll(/^[> ]*$/gm, (line) => line.trimEnd()));

test('passages put together', () => {
  fc.assert(
    fc.property(fc.array(passage, { minLength: 1, maxLength: 4 }), (passages) => {
      const guarded = guardedText(passages.join('\n\n'));
      const fast = readFast(guarded);
      const reference = readReference(guarded);
      // What both refuse they may refuse in different words.
      if (fast[0]?.startsWith('refused') !== true || reference[0]?.startsWith('refused') !== true)
        expect(fast.map(endOnce)).toEqual(reference.map(endOnce));
    }),
    { numRuns: runs },
  );
}, 3_600_000);

/** Empty lines at the end of code whose fence is never closed: a known difference. */
const endOnce = (line: string): string => line.replace(/(?:\\n)+"$/, '\\n"');
