/** Serves a built site as a static host would: files, `index.html` in folders, 404.html, a base path. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { CannotRun, systemCode, systemReason } from '../fs/system-error.ts';

export interface ServeOptions {
  readonly folder: string;
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** Take the next free port when this one is in use. */
  readonly tryNext: boolean;
  /** Where the site was built to lie: `/` or `/manual/`. */
  readonly base: string;
}

export interface RunningServer {
  /** Address of the home page. */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Resolves when the server answers. Files are read at each request: a new build is served at once. */
export async function serveFolder(options: ServeOptions): Promise<RunningServer> {
  const server = createServer(createHandler(options.folder, options.base));
  const port = await listen(server, options);
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    address: `http://${host}:${port}${options.base}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

function createHandler(folder: string, base: string): Handler {
  // `dev` looks at the disk at each request; a build replaces the folder as a whole.
  const files = sirv(folder, {
    dev: true,
    etag: true,
    setHeaders: (response) => {
      response.setHeader('X-Content-Type-Options', 'nosniff');
    },
  });
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const { pathname, search } = new URL(
      `http://host${request.url?.startsWith('/') === true ? request.url : '/'}`,
    );
    if (`${pathname}/` === base) {
      response.writeHead(308, { Location: base + search }).end();
    } else if (!pathname.startsWith(base)) sendNotFound(folder, request, response);
    else if (isFolder(folder, pathname.slice(base.length)) && !pathname.endsWith('/')) {
      // As hosts do, so that relative addresses of the page hold.
      response.writeHead(308, { Location: `${pathname}/${search}` }).end();
    } else {
      request.url = `/${pathname.slice(base.length)}${search}`;
      files(request, response, () => {
        sendNotFound(folder, request, response);
      });
    }
  };
}

function isFolder(folder: string, path: string): boolean {
  if (path === '') return false;
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return false;
  }
  // The URL parser has taken out plain `..`; an encoded one must not be looked up either.
  if (decoded.includes('\0') || decoded.split(/[\\/]/).includes('..')) return false;
  return statSync(join(folder, decoded), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function sendNotFound(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const page = join(folder, '404.html');
  response.statusCode = 404;
  if (!existsSync(page)) {
    response.setHeader('Content-Type', 'text/plain; charset=utf-8').end('Not found\n');
    return;
  }
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(page)
      .on('error', () => response.end())
      .pipe(response);
}

async function listen(server: Server, { host, port, tryNext }: ServeOptions): Promise<number> {
  for (let candidate = port; ; candidate += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(candidate, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      if (systemCode(error) === 'EADDRINUSE' && tryNext && candidate < port + 20) continue;
      throw new CannotRun(
        `Cannot listen on ${host}:${candidate}: ${systemReason(error) ?? String(error)}. Choose another port with --port.`,
        { cause: error },
      );
    }
  }
}
