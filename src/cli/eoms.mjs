#!/usr/bin/env node
/**
 * The `eoms` command. Plain JavaScript that any Node reads: it makes sure of a Node that runs the tool (24.16 or
 * later), if need be by starting itself again with the one that the project installed, and hands over to main.ts.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const wanted = [24, 16];

if (isRecentEnough(process.versions.node)) await run();
else handOver();

function isRecentEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > wanted[0] || (major === wanted[0] && minor >= wanted[1]);
}

async function run() {
  nodeModule.enableCompileCache?.();
  // A program that eoms started, such as the search indexer, can die without an answer: the wait for it then ends
  // the process, and Node gives its own exit code, 13.
  process.on('exit', (code) => {
    if (code !== 13) return;
    process.stderr.write(
      'eoms: a part of the tool ended without an answer, often because the disk or the memory is full. Nothing was published.\n',
    );
    process.exitCode = 2;
  });
  try {
    await import('./strip-types.mjs');
    const { main } = await import('./main.ts');
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    // main() never rejects: a part of the package is missing or broken. Node would exit with 1, which means findings.
    process.stderr.write(`eoms could not start: ${error instanceof Error ? error.message : error}\n`);
    if (process.env.EOMS_DEBUG !== undefined) console.error(error);
    process.exitCode = 2;
  }
}

/** Runs the same command with the Node that came with the package. */
function handOver() {
  const node = process.env.EOMS_NODE_HANDED_OVER ? undefined : findOwnNode();
  if (node === undefined) {
    process.stderr.write(
      `eoms needs Node ${wanted.join('.')} or later; this is Node ${process.versions.node}, and no other was found beside the package.\n` +
        'Install Node 24 from https://nodejs.org/ or run `npm install` again without --omit=optional, which brings one for Linux and Windows.\n',
    );
    process.exitCode = 2;
    return;
  }
  const child = spawn(node, [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, EOMS_NODE_HANDED_OVER: '1' },
  });
  // The parent must outlive the child to pass on its exit code. A terminal sends Ctrl+C to both of them.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`eoms could not start ${node}: ${error.message}\n`);
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}

/** From this file upwards: the node_modules of a clone, or the one in which this package was installed. */
function findOwnNode() {
  const packageName = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = join(folder, 'node_modules', packageName, 'bin', binary);
    if (existsSync(candidate)) return candidate;
    const parent = dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
}
