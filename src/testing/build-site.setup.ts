/** Builds the sample manual once for all `*.build.test.ts` and `*.browser.test.ts`: tests call `siteFolder()`. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    site: { readonly folder: string; readonly failure: string | undefined };
  }
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = fileURLToPath(new URL('../../.eoms/test/site/', import.meta.url));

// Both projects run this file, each as its own module instance in one process.
const once = globalThis as { [key: symbol]: Promise<string | undefined> | undefined };
const key = Symbol.for('eoms-manual.test-site');

export default async function setup(project: TestProject): Promise<void> {
  project.provide('site', { folder, failure: await (once[key] ??= build()) });
}

/** Resolves to what the build printed when it failed: the tests that need the site say so, the others go on. */
async function build(): Promise<string | undefined> {
  const args = [
    'src/cli/eoms.mjs',
    'build',
    '--content',
    'content',
    '--out',
    folder,
    '--today',
    '2026-11-02',
  ];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return code === 0
    ? undefined
    : `The sample manual could not be built (exit ${code ?? 'by signal'}):\n${output}`;
}
