import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveFolder, type RunningServer } from './serve-folder.ts';

let root: string;
let server: RunningServer;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'eoms-serve-'));
  const site = join(root, 'site');
  mkdirSync(join(site, 'documents/PRC-001'), { recursive: true });
  writeFileSync(join(site, 'index.html'), 'home');
  writeFileSync(join(site, '404.html'), 'not here');
  writeFileSync(join(site, 'coverage.csv'), 'clause\r\n');
  writeFileSync(join(site, 'documents/PRC-001/index.html'), 'procedure');
  writeFileSync(join(root, 'secret.txt'), 'secret');
  server = await serveFolder({ folder: site, host: 'localhost', port: 0, tryNext: false, base: '/manual/' });
});
afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true });
});

/** As sent: fetch() would tidy the path first. */
function get(
  path: string,
  method = 'GET',
): Promise<{ status: number; body: string; type: string; location: string }> {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('end', () => {
        const { 'content-type': type = '', location = '' } = response.headers;
        resolve({ status: response.statusCode ?? 0, body, type, location });
      });
    })
      .on('error', reject)
      .end();
  });
}

test('pages, files and the page for what is missing, below the base', async () => {
  expect(await get('/manual/')).toMatchObject({ status: 200, body: 'home', type: 'text/html;charset=utf-8' });
  expect(await get('/manual/documents/PRC-001/')).toMatchObject({ status: 200, body: 'procedure' });
  expect(await get('/manual/coverage.csv?x=1')).toMatchObject({ status: 200, type: 'text/csv' });
  expect(await get('/manual/none/')).toMatchObject({ status: 404, body: 'not here' });
  expect(await get('/')).toMatchObject({ status: 404, body: 'not here' });
});

test('addresses without their closing slash lead on, as hosts do', async () => {
  expect(await get('/manual')).toMatchObject({ status: 308, location: '/manual/' });
  expect(await get('/manual/documents/PRC-001?q=1')).toMatchObject({
    status: 308,
    location: '/manual/documents/PRC-001/?q=1',
  });
});

test('nothing outside the folder is served', async () => {
  const paths = [
    '/manual/../secret.txt',
    '/manual/%2e%2e/secret.txt',
    '/manual/..%2fsecret.txt',
    '/manual/%2e%2e%2fsecret.txt',
    '/manual/..%5csecret.txt',
    '/manual//../secret.txt',
    '/manual/%00',
    '/manual/%',
    '/manual/%c0%ae%c0%ae/secret.txt',
    'http://other.example/secret.txt',
    '//other.example/manual/',
  ];
  for (const path of paths) expect([path, (await get(path)).body]).not.toEqual([path, 'secret']);
});

test('only reading is allowed', async () => {
  expect(await get('/manual/', 'POST')).toMatchObject({ status: 405 });
  expect(await get('/manual/none/', 'HEAD')).toMatchObject({ status: 404, body: '' });
});

test('a port in use is said in one sentence', async () => {
  const port = Number(new URL(server.address).port);
  await expect(
    serveFolder({ folder: root, host: 'localhost', port, tryNext: false, base: '/' }),
  ).rejects.toThrow(
    `Cannot listen on localhost:${port}: the port is already in use. Choose another port with --port.`,
  );
});
