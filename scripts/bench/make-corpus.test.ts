import { expect, test } from 'vitest';
import { formatBench } from './format-bench.ts';
import { makeCorpus } from './make-corpus.ts';

const textOf = (count: number, seed: number): string =>
  JSON.stringify(
    makeCorpus(count, seed).documents.map((document) => [document.id, document.title, document.blocks()]),
    (key, value: unknown) => (key === 'to' ? (value as { id: string }).id : value),
  );

test('the same seed gives the same text, another seed another', () => {
  expect(textOf(30, 1)).toBe(textOf(30, 1));
  expect(textOf(30, 1)).not.toBe(textOf(30, 2));
});

test('as many documents as asked for, with ids of their own and texts of 300 to 900 words', () => {
  const { documents } = makeCorpus(400, 21001);
  expect(documents).toHaveLength(400);
  expect(new Set(documents.map(({ id }) => id)).size).toBe(400);
  const words = documents
    .map(
      (document) =>
        JSON.stringify(document.blocks(), (key, value: unknown) => (key === 'to' ? undefined : value)).split(
          /\s+/,
        ).length,
    )
    .sort((a, b) => a - b);
  // Nine of ten, as in a real handbook: a few are shorter or longer.
  expect(words[20]).toBeGreaterThan(280);
  expect(words[380]).toBeLessThan(950);
});

test('the table gives medians over the rounds and the share of the peer', () => {
  const run = { work: 'build-cold', documents: 10, cpu: undefined, memory: 2e6 } as const;
  const text = formatBench([
    { ...run, system: 'eoms-manual', wall: 1 },
    { ...run, system: 'starlight', wall: 4 },
    { ...run, system: 'eoms-manual', wall: 3 },
    { ...run, system: 'starlight', wall: 4, memory: 4e6 },
  ]);
  expect(text.split('\n').slice(0, 3)).toEqual([
    'documents  work        system       wall s    cpu s  memory MB  wall to peer  memory to peer',
    '10         build-cold  eoms-manual    2.00  unknown          2          0.50            0.67',
    '10         build-cold  starlight      4.00  unknown          3',
  ]);
});
