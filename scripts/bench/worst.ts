/**
 * How long the worst inputs take at growing sizes, each parsed in a process of its own.
 *
 *     node scripts/bench/hostile.ts [SIZES in kB, default 125,250,500,1000] [NAME]
 *
 * Prints milliseconds for each size and the last doubling: 2 is linear, 4 quadratic. Exit code 1 where one died
 * or took longer than a minute.
 */
import { ParseProcess } from '../../src/adapters/parse/parse-process.ts';
import { worstInputs } from '../../src/testing/fuzz/worst-inputs.ts';

const sizes = (process.argv[2] ?? '125,250,500,1000').split(',').map((size) => Number(size) * 1000);
const only = process.argv[3];
const child = new ParseProcess(60_000);
await child.parse([{ path: 'content/a.mdx', text: '', digest: '' }]);
for (const name of Object.keys(worstInputs(1000))) {
  if (only !== undefined && !name.includes(only)) continue;
  const times: number[] = [];
  let findings = 0;
  for (const size of sizes) {
    const text = worstInputs(size)[name] ?? '';
    const started = performance.now();
    const parsed = await child.parse([{ path: 'content/a.mdx', text, digest: '' }]);
    times.push(parsed === undefined ? Number.NaN : performance.now() - started);
    findings = parsed?.[0]?.findings.length ?? 0;
    if (parsed === undefined) {
      process.exitCode = 1;
      await child.parse([{ path: 'content/a.mdx', text: '', digest: '' }]);
      break;
    }
  }
  const [before = 1, last = 1] = times.slice(-2);
  console.log(
    `${name.padEnd(32)} ${times.map((time) => time.toFixed(0).padStart(6)).join(' ')}  x${(last / before).toFixed(1)}  ${findings} findings`,
  );
}
child.stop();
