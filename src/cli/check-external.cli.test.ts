/** `eoms check --external` as a process: external-link-broken, external-link-moved, external-link-unchecked. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentFile, exampleFiles } from '../core/rules/example-manual.ts';
import { type AnsweringServer, startAnsweringServer } from '../testing/answering-server.ts';

const eoms = fileURLToPath(new URL('eoms.mjs', import.meta.url));
let root: string;
let server: AnsweringServer;

beforeAll(async () => {
  server = await startAnsweringServer();
  root = mkdtempSync(join(tmpdir(), 'eoms-external-'));
  // The name leads to this machine without a resolver, and is none that is kept for examples.
  const site = `http://0x7f.1:${server.port}`;
  const text = `See [a](${site}/ok), [b](${site}/404), [c](${site}/moved), [d](${site}/403).\n\n## Purpose\n`;
  const files = { ...exampleFiles, 'procedures/prc-001.mdx': documentFile({}, text) };
  for (const [path, content] of Object.entries(files)) {
    if (content === undefined) continue;
    mkdirSync(dirname(join(root, 'content', path)), { recursive: true });
    writeFileSync(join(root, 'content', path), content);
  }
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

/** Beside this process, which has to answer. */
function run(...args: readonly string[]): Promise<{ stdout: string; stderr: string; status: number | null }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [eoms, 'check', '--today', '2026-03-31', ...args], {
      cwd: root,
      env: { ...process.env, CI: '1' },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    child.on('close', (status) => {
      resolve({
        stdout: stdout.replaceAll(String(server.port), 'PORT').replaceAll(/(?<=mdx:17:)\d+/g, 'N'),
        stderr,
        status,
      });
    });
  });
}

test('without the flag nobody is asked', async () => {
  const { stdout, status } = await run();
  expect(stdout).not.toContain('external-link');
  expect(status).toBe(0);
  expect(server.requests).toEqual([]);
});

test('hosts of private networks are not asked unless allowed', async () => {
  const { stdout, status } = await run('--external');
  expect(stdout).toContain('[external-link-unchecked]');
  expect(stdout).toContain('Allow it with --allow-private');
  expect(status).toBe(0);
  expect(server.requests).toEqual([]);
});

test('what other sites answer stands at the link, and fails nothing by itself', async () => {
  const first = await run('--external', '--allow-private');
  expect(first.status).toBe(0);
  expect(first.stdout.split('\n').filter((line) => line.includes('external-link'))).toEqual([
    'content/procedures/prc-001.mdx:17:N: warning: Unexpected link to `http://0x7f.1:PORT/404`, which answers 404 (not found), expected a page that is there [external-link-broken]',
    'content/procedures/prc-001.mdx:17:N: note: Unexpected link to `http://0x7f.1:PORT/moved`, which has moved to `http://127.0.0.1:PORT/ok`, expected the address where it is [external-link-moved]',
    'content/procedures/prc-001.mdx:17:N: note: The link to `http://0x7f.1:PORT/403` could not be checked: it answers 403 (forbidden) to programs [external-link-unchecked]',
  ]);
  expect(first.stderr).toBe(
    '4 addresses of other sites: 4 asked on 1 host, 0 kept from before, 0 left out by manual.yaml\n',
  );
  expect(existsSync(join(root, '.eoms/external-links.json'))).toBe(true);

  const asked = server.requests.length;
  const strict = await run('--external', '--allow-private', '--external-fails', '--format', 'json');
  expect(strict.status).toBe(1);
  expect(strict.stderr).toContain('0 asked on 0 hosts, 4 kept from before');
  expect((JSON.parse(strict.stdout) as { counts: unknown }).counts).toEqual({
    error: 1,
    warning: 0,
    note: 2,
  });
  expect(server.requests.length).toBe(asked);
});

test('a cache of one’s own, and a folder that cannot be written', async () => {
  const { status } = await run('--external', '--cache', 'kept/answers.json');
  expect(status).toBe(0);
  expect(existsSync(join(root, 'kept/answers.json'))).toBe(true);
  const failed = await run('--external', '--cache', 'content/manual.yaml/x.json');
  expect(failed.status).toBe(2);
  expect(failed.stderr).toContain('Cannot write');
});
