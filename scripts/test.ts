/**
 * Runs every test: `npm test`. Types, lint, format and schemas count one each, then each test of vitest.
 * Arguments go to vitest (`npm test -- --project core`). The last line is `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Check {
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
}
interface VitestReport {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { status: string }[];
  }[];
}

const root = fileURLToPath(new URL('../', import.meta.url));
const require = createRequire(import.meta.url);
const reportFile = join(root, '.eoms/test/vitest.json');

// Bins are resolved from their packages and run with this Node: no shell, the same on every system.
const checks: readonly Check[] = [
  {
    name: 'types',
    commands: [
      [bin('@typescript/native', 'tsc'), '--noEmit'],
      [bin('@typescript/native', 'tsc'), '--noEmit', '-p', 'src/core'],
      [bin('@astrojs/check', 'astro-check'), '--minimumSeverity', 'error'],
    ],
  },
  { name: 'lint', commands: [[bin('eslint', 'eslint'), '.']] },
  { name: 'format', commands: [[bin('prettier', 'prettier'), '--check', '.', '--log-level', 'warn']] },
  { name: 'schemas', commands: [['scripts/generate-schemas.ts', '--check']] },
];

const results = await runAll(checks, 2);
const tests = await runVitest(process.argv.slice(2));
const passed = results.filter(Boolean).length + tests.passed;
const failed = results.filter((ok) => !ok).length + tests.failed;
if (tests.skipped > 0) console.log(`${tests.skipped} skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function runAll(todo: readonly Check[], atOnce: number): Promise<boolean[]> {
  const outcome: boolean[] = [];
  const queue = [...todo.entries()];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) outcome[next[0]] = await runCheck(next[1]);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return outcome;
}

async function runCheck({ name, commands }: Check): Promise<boolean> {
  const start = performance.now();
  let output = '';
  let ok = true;
  for (const command of commands) {
    const run = await runNode(command, 'pipe');
    output += run.code === 0 ? '' : run.output;
    ok &&= run.code === 0;
  }
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  if (!ok) console.log(output.trimEnd());
  return ok;
}

async function runVitest(
  args: readonly string[],
): Promise<{ passed: number; failed: number; skipped: number }> {
  mkdirSync(dirname(reportFile), { recursive: true });
  rmSync(reportFile, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const { code } = await runNode([bin('vitest', 'vitest'), 'run', ...reporters, ...args], 'inherit');
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as VitestReport;
  // A file that broke before its first test has no test to count, so it counts itself.
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failures = report.numFailedTests + brokenFiles;
  // An unhandled error fails the run without failing a test.
  const failed = failures === 0 && code !== 0 ? 1 : failures;
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
}

function bin(packageName: string, name: string): string {
  const file = findManifest(packageName);
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { bin: string | Record<string, string> };
  const path = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[name];
  if (path === undefined) throw new Error(`${packageName} has no command ${name}`);
  return join(dirname(file), path);
}

/** Not every package exports its package.json, so the folders are looked through instead. */
function findManifest(packageName: string): string {
  const folder = require.resolve
    .paths(packageName)
    ?.find((path) => existsSync(join(path, packageName, 'package.json')));
  if (folder === undefined) throw new Error(`${packageName} is not installed: run npm ci`);
  return join(folder, packageName, 'package.json');
}

function runNode(
  args: readonly string[],
  stdio: 'pipe' | 'inherit',
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', stdio, stdio] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? 1, output });
    });
  });
}
