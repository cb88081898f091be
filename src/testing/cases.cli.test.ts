/** The cases that only the command line can show, each as a process of its own in the folder of the case. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { closeOutput, expectedOutput, listCases } from './run-case.ts';

const eoms = fileURLToPath(new URL('../cli/eoms.mjs', import.meta.url));
const cases = listCases().filter((one) => one.args !== undefined);

test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
  const run = spawnSync(process.execPath, [eoms, ...(one.args ?? [])], {
    cwd: one.folder,
    encoding: 'utf8',
    env: { ...process.env, CI: '1' },
  });
  // What went to the terminal in whichever stream, then the exit code.
  const output = closeOutput(`${run.stdout}${run.stderr}`, run.status ?? -1);
  expect(output).toBe(expectedOutput(one, output));
});
