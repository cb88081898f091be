/** A server on this machine that answers in every way that servers do. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';

export interface AnsweringServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly tlsOrigin: string;
  readonly port: number;
  /** Requests in order: `HEAD /path`. */
  readonly requests: string[];
  /** Bytes of `/huge` that went out before the reader hung up. */
  readonly sent: () => number;
  readonly setRobots: (text: string | number) => void;
  readonly close: () => Promise<void>;
}

export async function startAnsweringServer(): Promise<AnsweringServer> {
  const requests: string[] = [];
  const seen = new Map<string, number>();
  let robots: string | number = 404;
  let sent = 0;
  const answers: Record<
    string,
    (request: IncomingMessage, response: ServerResponse, times: number) => unknown
  > = {
    '/ok': (_, response) => end(response, 200),
    '/head-405': ({ method }, response) => end(response, method === 'HEAD' ? 405 : 200),
    '/head-404': ({ method }, response) => end(response, method === 'HEAD' ? 404 : 200),
    '/part': ({ headers }, response) => end(response, headers.range === undefined ? 500 : 206),
    '/head-501-part': ({ method }, response) => end(response, method === 'HEAD' ? 501 : 206),
    '/empty-part': ({ method }, response) => end(response, method === 'HEAD' ? 501 : 416),
    '/moved': (_, response) => end(response, 301, { location: '/ok' }),
    '/moved-308': (_, response) => end(response, 308, { location: 'ok' }),
    '/passing': (_, response) => end(response, 302, { location: '/ok' }),
    '/to-front': (_, response) => end(response, 301, { location: '/' }),
    '/': (_, response) => end(response, 200),
    '/moved-away': (_, response) => end(response, 301, { location: '/404' }),
    '/nowhere': (_, response) => end(response, 302, { location: 'ftp://host/x' }),
    '/no-location': (_, response) => end(response, 302),
    '/loop': (_, response) => end(response, 302, { location: '/loop-2' }),
    '/loop-2': (_, response) => end(response, 302, { location: '/loop' }),
    '/cookie': (_, response) => end(response, 302, { location: '/cookie', 'set-cookie': 'a=b' }),
    '/401': (_, response) => end(response, 401),
    '/403': (_, response) => end(response, 403),
    '/404': (_, response) => end(response, 404),
    '/410': (_, response) => end(response, 410),
    '/429-always': (_, response) => end(response, 429, { 'retry-after': '7200' }),
    '/429-once': (_, response, times) => end(response, times === 1 ? 429 : 200, { 'retry-after': '7' }),
    '/429-date': (_, response, times) =>
      end(response, times === 1 ? 429 : 200, { 'retry-after': 'Sun, 22 Nov 2026 12:00:30 GMT' }),
    '/500': (_, response) => end(response, 500),
    '/503-twice': (_, response, times) => end(response, times < 4 ? 503 : 200),
    '/slow': (_, response) => setTimeout(() => end(response, 200), 60),
    '/never': () => undefined,
    '/drop': ({ socket }) => socket.destroy(),
    '/nonsense': ({ socket }) => socket.end('This is no HTTP\r\n\r\n'),
    '/drip': (_, response) => {
      response.write('a');
    },
    '/huge': ({ method }, response) => {
      if (method === 'HEAD') {
        end(response, 405);
        return;
      }
      const block = Buffer.alloc(65_536);
      const write = (): void => {
        while (!response.destroyed && sent < 500_000_000) {
          sent += block.length;
          if (!response.write(block)) {
            response.once('drain', write);
            return;
          }
        }
      };
      write();
    },
  };
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const path = request.url ?? '';
    requests.push(`${request.method ?? ''} ${path}`);
    seen.set(path, (seen.get(path) ?? 0) + 1);
    response.on('error', () => undefined);
    if (path === '/robots.txt') {
      if (typeof robots === 'number') end(response, robots);
      else response.writeHead(200, { 'content-type': 'text/plain' }).end(robots);
      return;
    }
    const hop = /^\/hops\/(\d+)$/.exec(path);
    if (hop !== null) end(response, 302, { location: `/hops/${Number(hop[1]) + 1}` });
    else if (path.startsWith('/to?')) end(response, 302, { location: decodeURIComponent(path.slice(4)) });
    else
      (answers[path.split('?', 1)[0] ?? ''] ?? ((_, one) => end(one, 404)))(
        request,
        response,
        seen.get(path) ?? 0,
      );
  };
  const pem = readFileSync(new URL('fixtures/tls/self-signed.pem', import.meta.url));
  const plain = createServer(listener);
  const tls = createTlsServer({ key: pem, cert: pem }, listener);
  const [port, tlsPort] = [await listen(plain), await listen(tls)];
  return {
    origin: `http://127.0.0.1:${port}`,
    tlsOrigin: `https://127.0.0.1:${tlsPort}`,
    port,
    requests,
    sent: () => sent,
    setRobots: (text) => {
      robots = text;
    },
    close: async () => {
      for (const server of [plain, tls]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

const end = (
  response: ServerResponse,
  status: number,
  headers: Record<string, string> = {},
): ServerResponse => response.writeHead(status, headers).end();

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    }),
  );
