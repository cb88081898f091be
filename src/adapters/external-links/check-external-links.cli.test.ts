import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AnsweringServer, startAnsweringServer } from '../../testing/answering-server.ts';
import { checkExternalLinks, type ExternalCheckOptions } from './check-external-links.ts';

let server: AnsweringServer;
let folder: string;
let clock: number;
let slept: number[];

beforeEach(async () => {
  server = await startAnsweringServer();
  folder = mkdtempSync(join(tmpdir(), 'eoms-external-'));
  clock = Date.parse('2026-11-22T12:00:00Z');
  slept = [];
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Asks for paths of the server or for whole addresses; time passes only by sleeping. */
const check = (addresses: readonly string[], options: Partial<ExternalCheckOptions> = {}) =>
  checkExternalLinks({
    addresses: addresses.map((address) => (address.startsWith('/') ? server.origin + address : address)),
    toolVersion: '0.0.0',
    cache: join(folder, 'answers.json'),
    maxAge: 7 * 86_400_000,
    refuses: () => false,
    timeout: 1000,
    surroundings: {
      now: () => clock,
      sleep: (milliseconds) => {
        slept.push(milliseconds);
        clock += milliseconds;
        return Promise.resolve();
      },
    },
    ...options,
  });

/** In a word: `200`, `404`, `timeout`, with the ways on before it. */
async function answersOf(
  addresses: readonly string[],
  options: Partial<ExternalCheckOptions> = {},
): Promise<Record<string, string>> {
  const { answers } = await check(addresses, options);
  return Object.fromEntries(
    [...answers].map(([address, { answer }]) => [
      address.replace(server.origin, ''),
      [
        ...answer.hops.map(({ status, to }) => `${status} ${to.replace(server.origin, '')}`),
        answer.fault ?? String(answer.status),
      ].join(' → '),
    ]),
  );
}

test('every way in which servers answer', async () => {
  const expected = {
    '/ok': '200',
    '/head-405': '200',
    '/head-404': '200',
    '/head-501-part': '206',
    '/empty-part': '200',
    '/moved': '301 /ok → 200',
    '/moved-308': '308 /ok → 200',
    '/passing': '302 /ok → 200',
    '/to-front': '301 / → 200',
    '/moved-away': '301 /404 → 404',
    '/nowhere': 'bad-redirect',
    '/no-location': '302',
    '/loop': '302 /loop-2 → 302 /loop → loop',
    '/cookie': '302 /cookie → cookies',
    '/401': '401',
    '/403': '403',
    '/404': '404',
    '/410': '410',
    '/429-always': '429',
    '/429-once': '200',
    '/429-date': '200',
    '/500': '500',
    '/503-twice': '200',
    '/slow': '200',
    '/drop': 'broken-off',
    '/nonsense': 'broken-off',
  };
  expect(await answersOf(Object.keys(expected))).toEqual(expected);
});

test('a redirect without an end is given up', async () => {
  const { '/hops/1': answer } = await answersOf(['/hops/1']);
  expect(answer).toMatch(/too-many-redirects$/);
  expect(server.requests.filter((one) => one.includes('/hops/')).length).toBeLessThan(15);
});

test('a server that never answers is given up, and is not asked for each of its pages', async () => {
  const fast = { timeout: 100, retries: 1 };
  expect(await answersOf(['/never', '/drip', '/ok'], fast)).toEqual({
    '/never': 'timeout',
    '/drip': '200',
    '/ok': '200',
  });
  server.requests.length = 0;
  expect(await answersOf(['/never?1', '/never?2', '/ok?3'], fast)).toEqual({
    '/never?1': 'timeout',
    '/never?2': 'timeout',
    '/ok?3': 'timeout',
  });
  expect(server.requests).not.toContain('HEAD /ok?3');
});

test('faults below HTTP have names', async () => {
  const closed = await freePort();
  const plainAsTls = server.origin.replace('http:', 'https:');
  expect(
    await answersOf([
      `http://127.0.0.1:${closed}/`,
      `${server.tlsOrigin}/ok`,
      `${plainAsTls}/ok`,
      'http://nowhere.invalid/',
      'http://127.0.0.1:25/',
    ]),
  ).toEqual({
    [`http://127.0.0.1:${closed}/`]: 'refused',
    [`${server.tlsOrigin}/ok`]: 'certificate',
    [`${plainAsTls}/ok`]: 'certificate',
    'http://nowhere.invalid/': 'unknown-host',
    'http://127.0.0.1:25/': 'bad-port',
  });
});

test('a huge page is hung up on', async () => {
  expect(await answersOf(['/huge'])).toEqual({ '/huge': '200' });
  expect(server.sent()).toBeLessThan(20_000_000);
});

test('one host is asked once a second, and longer after 429', async () => {
  await check(['/ok', '/404', '/429-once', '/429-date', '/500'], { ignoreRobots: true });
  expect(server.requests).toEqual([
    'HEAD /ok',
    'HEAD /404',
    'GET /404',
    'HEAD /429-once',
    'GET /429-once',
    'HEAD /429-date',
    'GET /429-date',
    'HEAD /500',
    'GET /500',
    'GET /500',
    'GET /500',
  ]);
  expect(slept).toEqual([1000, 1000, 1000, 7000, 1000, 19_000, 1000, 1000, 1000, 2000]);
});

test('a server that asks for hours is left alone', async () => {
  expect(await answersOf(['/429-always'])).toEqual({ '/429-always': '429' });
  expect(server.requests.filter((one) => one.endsWith('/429-always'))).toEqual(['HEAD /429-always']);
});

test('robots.txt is read once and kept to, with its pause, unless told otherwise', async () => {
  server.setRobots('User-agent: *\nDisallow: /404\nCrawl-delay: 3\n');
  expect(await answersOf(['/ok', '/404', '/moved-away'])).toEqual({
    '/ok': '200',
    '/404': 'robots',
    '/moved-away': '301 /404 → robots',
  });
  expect(server.requests).toEqual(['GET /robots.txt', 'HEAD /ok', 'HEAD /moved-away']);
  expect(slept).toEqual([1000, 3000]);
  expect(await answersOf(['/404'], { ignoreRobots: true, maxAge: 0 })).toEqual({ '/404': '404' });
  server.setRobots('User-agent: eoms-manual\nDisallow: /\n');
  expect(await answersOf(['/ok'], { maxAge: 0 })).toEqual({ '/ok': 'robots' });
  server.setRobots(500);
  expect(await answersOf(['/ok'], { maxAge: 0 })).toEqual({ '/ok': 'robots' });
});

test('answers are kept with their day: good ones as long as asked, bad ones for a day', async () => {
  const paths = ['/ok', '/404'];
  expect((await check(paths)).counts).toEqual({ asked: 2, kept: 0, left: 0 });
  clock += 3_600_000;
  expect((await check(paths)).counts).toEqual({ asked: 0, kept: 2, left: 0 });
  clock += 2 * 86_400_000;
  const later = await check(paths);
  expect(later.counts).toEqual({ asked: 1, kept: 1, left: 0 });
  expect(later.answers.get(`${server.origin}/ok`)?.age).toBe(2);
  expect((await check(paths, { maxAge: 0 })).counts.asked).toBe(2);
  // What the manual no longer leads to is forgotten.
  await check(['/ok', '/403']);
  expect(
    Object.keys(
      (JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8')) as { answers: object }).answers,
    ),
  ).toEqual([`${server.origin}/403`, `${server.origin}/ok`]);
});

test.each(['', '{', '[]', '{"version":2}', '{"version":1,"answers":{"x":{"at":"no"}}}'])(
  'answers that cannot be read are asked anew: %s',
  async (text) => {
    writeFileSync(join(folder, 'answers.json'), text);
    expect(await answersOf(['/ok'])).toEqual({ '/ok': '200' });
  },
);

test('allow and ignore lists', async () => {
  const lists = { allow: [`127.0.0.1:${server.port}`], ignore: ['*/404*'] };
  const addresses = ['/ok', '/404', 'http://elsewhere.invalid/'];
  expect(await answersOf(addresses, lists)).toEqual({ '/ok': '200' });
  expect((await check(addresses, { ...lists, maxAge: 0 })).counts).toEqual({ asked: 1, kept: 0, left: 2 });
});

test('private networks are not asked: by number, by name, by a redirect', async () => {
  const { port } = server;
  const resolveHost = (host: string) =>
    host === 'inside.college' ? '127.0.0.1' : host === 'outside.college' ? '127.0.0.2' : undefined;
  const guarded = { refuses: undefined, resolveHost };
  expect(
    await answersOf(
      [
        '/ok',
        `http://inside.college:${port}/ok`,
        `http://[::1]:${port}/ok`,
        `http://[::ffff:127.0.0.1]:${port}/ok`,
        `http://2130706433:${port}/ok`,
        'http://169.254.169.254/latest/meta-data/',
      ],
      guarded,
    ),
  ).toEqual({
    '/ok': 'private',
    [`http://inside.college:${port}/ok`]: 'private',
    [`http://[::1]:${port}/ok`]: 'private',
    [`http://[::ffff:127.0.0.1]:${port}/ok`]: 'private',
    [`http://2130706433:${port}/ok`]: 'private',
    'http://169.254.169.254/latest/meta-data/': 'private',
  });
  expect(server.requests).toEqual([]);
  // As if one address of this machine lay outside: only what it leads on to is refused.
  const to = `http://outside.college:${port}/to?${encodeURIComponent(`http://inside.college:${port}/ok`)}`;
  const refuses = (address: string) => address === '127.0.0.3';
  expect(
    await answersOf([to], {
      refuses,
      resolveHost: (host) => (host === 'inside.college' ? '127.0.0.3' : '127.0.0.1'),
    }),
  ).toEqual({ [to]: `302 http://inside.college:${port}/ok → private` });
});

test('without a network nothing is judged, and what was kept stays', async () => {
  await check(['/ok']);
  const before = readFileSync(join(folder, 'answers.json'), 'utf8');
  const { offline, answers } = await check(['/ok', 'http://one.invalid/', 'http://two.invalid/']);
  expect(offline).toBe(true);
  expect([...answers.keys()]).toEqual([`${server.origin}/ok`]);
  expect(readFileSync(join(folder, 'answers.json'), 'utf8')).toBe(before);
});

test('nothing to ask asks nothing and writes nothing', async () => {
  expect((await check([])).counts).toEqual({ asked: 0, kept: 0, left: 0 });
  expect(existsSync(join(folder, 'answers.json'))).toBe(false);
});

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const probe = createServer();
  const port = await new Promise<number>((resolve) =>
    probe.listen(0, '127.0.0.1', () => {
      resolve((probe.address() as { port: number }).port);
    }),
  );
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
