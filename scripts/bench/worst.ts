/**
 * What the worst inputs cost the whole check at growing sizes, each in a process of its own.
 *
 *     npm run bench:worst -- [--sizes 500,1000,10000] [--only NAME]
 *
 * Sizes in kB. For each size seconds of processor time and the highest memory in MB, both without what a check of
 * the example manual takes; between two sizes the ratio of the times, which is to stay about that of the sizes or
 * below. Exit code 1 where one died or took longer than a minute.
 */
import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { exampleFiles } from '../../src/core/rules/example-manual.ts';
import { worstFiles, type WorstFile } from '../../src/testing/fuzz/worst-files.ts';
import type { CheckCost } from './check-once.ts';

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '500,1000,10000' }, only: { type: 'string', default: '' } },
});
const sizes = values.sizes.split(',').map(Number);
/** Milliseconds. */
const deadline = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'eoms-worst-'));

const nothing = await cost();
console.log(`seconds, MB and findings, beyond ${seconds(nothing)} s and ${megabytes(nothing)} MB\n`);
console.log(`${''.padEnd(32)}${sizes.map((size) => `${size} kB`.padStart(24)).join('')}`);
for (const name of Object.keys(worstFiles(1)).filter((one) => one.includes(values.only))) {
  const cells: string[] = [];
  let before: number | undefined;
  for (const size of sizes) {
    const now = await cost(worstFiles(size * 1000)[name]);
    if (now === undefined) process.exitCode = 1;
    const time = now === undefined ? Number.NaN : Math.max(now.seconds - (nothing?.seconds ?? 0), 0.01);
    const ratio = before === undefined ? '' : `x${(time / before).toFixed(1)}`;
    const memory = Math.max(0, megabytes(now) - megabytes(nothing));
    cells.push(
      now === undefined
        ? 'DIED'.padStart(24)
        : `${ratio.padStart(6)}${time.toFixed(2).padStart(6)}${memory.toFixed(0).padStart(5)}${String(now.findings).padStart(7)}`,
    );
    before = time;
  }
  console.log(name.padEnd(32) + cells.join(''));
}
rmSync(folder, { recursive: true });

/** The example manual with this file in it; undefined where the check did not come to its end. */
async function cost(file?: WorstFile): Promise<CheckCost | undefined> {
  const content = join(folder, 'content');
  rmSync(content, { recursive: true, force: true });
  const files = { ...exampleFiles, ...(file === undefined ? {} : { [file.path]: file.text }) };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  const child = fork(fileURLToPath(new URL('check-once.ts', import.meta.url)), [content], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    timeout: deadline,
    killSignal: 'SIGKILL',
  });
  return new Promise((resolve) => {
    child.once('message', (said) => {
      resolve(said as CheckCost);
    });
    child.once('exit', () => {
      resolve(undefined);
    });
  });
}

function seconds(one: CheckCost | undefined): string {
  return (one?.seconds ?? 0).toFixed(2);
}

function megabytes(one: CheckCost | undefined): number {
  return Math.round(one?.megabytes ?? 0);
}
