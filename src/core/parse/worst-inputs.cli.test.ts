/** The worst inputs that were thought of, each in a process that would be ended if it did not answer. */
import { afterAll, expect, test } from 'vitest';
import { ParseProcess } from '../../adapters/parse/parse-process.ts';
import { worstInputs } from '../../testing/fuzz/worst-inputs.ts';

const inputs = worstInputs(50_000);
/** Milliseconds; the slowest takes a tenth of it on a slow machine. `npm run bench:worst` shows the growth. */
const deadline = 15_000;
const child = new ParseProcess(deadline);
afterAll(() => {
  child.stop();
});

test.each(Object.keys(inputs))('%s', async (name) => {
  const parsed = await child.parse([{ path: 'content/a.mdx', text: inputs[name] ?? '', digest: '' }]);
  expect(parsed?.[0]?.file).toBe('content/a.mdx');
});

// Named in the notes on the parser: each of these hung it or ended its process before there was a guard.
test.each([
  ['an open brace before many tags', `{${'<br>'.repeat(5000)}`],
  ['open braces and brackets', '{(((['.repeat(5000)],
  ['an export without an end', "export a'\\"],
  ['deep expressions in attributes', `<Role id={${'('.repeat(20_000)}`],
  ['a table of many rows and columns', `${'|a'.repeat(2000)}\n${'|-'.repeat(2000)}\n${'|b\n'.repeat(5000)}`],
  ['lists in quotations in lists', '> - '.repeat(5000)],
  ['images in links', '[!['.repeat(20_000)],
])('%s', async (_, text) => {
  const file = { path: 'content/a.mdx', text: `---\nid: PRC-001\n---\n\n${text}\n`, digest: '' };
  expect((await child.parse([file]))?.[0]?.id).toBe('PRC-001');
});
