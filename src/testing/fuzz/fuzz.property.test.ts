/** Ten thousand damaged documents and some hundred manuals; `npm run fuzz` runs as many as you like. What it finds is kept in `kept/`. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ParseProcess } from '../../adapters/parse/parse-process.ts';
import { judgeTexts, runFuzz } from './run-fuzz.ts';
import { worstInputs } from './worst-inputs.ts';

test.each([
  ['front-matter', 5000],
  ['body', 5000],
  ['manual', 400],
] as const)('damaged %s: no crash, no hang, no exception, no finding without a place', async (part, runs) => {
  expect(await runFuzz({ seed: 1, runs, part })).toEqual([]);
});

const folder = new URL('kept/', import.meta.url);

test('texts that once showed a fault', async () => {
  const texts = readdirSync(folder).map((name) => ({
    name,
    text: readFileSync(new URL(name, folder), 'utf8'),
  }));
  expect(texts.length).toBeGreaterThan(0);
  expect(await judgeTexts(texts)).toEqual([]);
});

test('the worst inputs that were thought of, 250 kB each, are judged and not died of', async () => {
  const child = new ParseProcess(30_000);
  const lost: string[] = [];
  for (const [name, text] of Object.entries(worstInputs(250_000))) {
    const parsed = await child.parse([{ path: 'content/a.mdx', text, digest: '' }]);
    if (parsed === undefined || (parsed[0]?.findings.length ?? 0) > 1001) lost.push(name);
  }
  child.stop();
  expect(lost).toEqual([]);
});
