/**
 * Damages documents, settings, registers and standards, and tells what the tool does not stand.
 *
 *     npm run fuzz -- --part body --runs 100000 --seed 1
 *
 * Parts: front-matter, body, manual, all. Exit code 1 where a text killed or hung the tool, made it throw, or a
 * finding has no place. Its seed brings it back; --keep writes each such text into src/testing/fuzz/kept,
 * whose texts are judged by every test run.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runFuzz, type FuzzPart } from '../src/testing/fuzz/run-fuzz.ts';

const { values } = parseArgs({
  options: {
    part: { type: 'string', default: 'all' },
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
  },
});
const all: readonly FuzzPart[] = ['front-matter', 'body', 'manual'];
const parts = values.part === 'all' ? all : all.filter((part) => part === values.part);
if (parts.length === 0) throw new Error(`Unexpected part ${values.part}, expected all, ${all.join(', ')}`);
let failed = 0;
for (const part of parts) {
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
  if (values.keep)
    for (const { seed, text } of faults)
      writeFileSync(
        new URL(
          `../src/testing/fuzz/kept/${part}-${seed}.${part === 'manual' ? 'yaml' : 'mdx'}`,
          import.meta.url,
        ),
        text,
      );
  for (const fault of faults.slice(0, 20))
    console.log(`${part}, seed ${fault.seed}: ${fault.what}\n${JSON.stringify(fault.text.slice(0, 2000))}\n`);
  console.log(
    `${part}: ${values.runs} texts from seed ${values.seed}, ${faults.length} faults, ${Math.round((performance.now() - started) / 1000)} s`,
  );
}
process.exitCode = failed === 0 ? 0 : 1;
