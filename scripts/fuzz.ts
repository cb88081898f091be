/**
 * Damages documents without end and tells what the tool does not stand.
 *
 *     npm run fuzz -- --part body --runs 100000 --seed 1
 *
 * Exit code 1 where a document killed or hung the parser, or a finding has no place. Its seed brings it back.
 */
import { parseArgs } from 'node:util';
import { runFuzz } from '../src/testing/fuzz/run-fuzz.ts';

const { values } = parseArgs({
  options: {
    part: { type: 'string', default: 'both' },
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
  },
});
const parts =
  values.part === 'front-matter' || values.part === 'body'
    ? [values.part]
    : (['front-matter', 'body'] as const);
let failed = 0;
for (const part of parts as readonly ('front-matter' | 'body')[]) {
  const started = performance.now();
  const faults = await runFuzz({
    part,
    runs: Number(values.runs),
    seed: Number(values.seed),
    onProgress: (done) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${part}: ${done}`);
    },
  });
  failed += faults.length;
  for (const fault of faults.slice(0, 20))
    console.log(`${part}, seed ${fault.seed}: ${fault.what}\n${JSON.stringify(fault.text.slice(0, 2000))}\n`);
  console.log(
    `${part}: ${values.runs} documents from seed ${values.seed}, ${faults.length} faults, ${Math.round((performance.now() - started) / 1000)} s`,
  );
}
process.exitCode = failed === 0 ? 0 : 1;
