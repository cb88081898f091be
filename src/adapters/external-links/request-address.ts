/** One request to another site: nothing followed, nothing kept of the page, refused where the host is private. */
import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, fetch, type Response } from 'undici';
import type { ExternalFault } from '../../core/links/external-answer.ts';
import { systemCode } from '../fs/system-error.ts';
import { isPrivateAddress } from './private-address.ts';

export interface Reply {
  readonly status: number;
  readonly location?: string | undefined;
  readonly retryAfter?: string | undefined;
  readonly setsCookie: boolean;
  /** The beginning of the page, where it was asked for. */
  readonly text?: string | undefined;
}

export interface RequestOptions {
  readonly method: 'HEAD' | 'GET';
  /** How much of the page is wanted, in bytes; nothing unless said. */
  readonly keep?: number | undefined;
}

export type Request = (
  url: URL,
  options: RequestOptions,
) => Promise<Reply | { readonly fault: ExternalFault }>;

export interface RequesterOptions {
  readonly userAgent: string;
  /** Milliseconds for one request, from the first packet to the headers. */
  readonly timeout: number;
  /** Whether an IP address may not be asked. Looked at when the connection is made, so that no name can trick it. */
  readonly refuses?: ((address: string) => boolean) | undefined;
  /** For tests: names of hosts that no resolver knows. */
  readonly resolveHost?: ((host: string) => string | undefined) | undefined;
}

export interface Requester {
  readonly request: Request;
  readonly close: () => Promise<void>;
}

export function createRequester(options: RequesterOptions): Requester {
  const refuses = options.refuses ?? isPrivateAddress;
  const agent = new Agent({
    connect: { lookup: guardedLookup(refuses, options.resolveHost), timeout: options.timeout },
    // One look at a page each: connections are kept no longer than the next request takes.
    keepAliveTimeout: 1000,
    pipelining: 0,
  });
  const request: Request = async (url, { method, keep }) => {
    // An address in digits is connected to without being looked up.
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && refuses(host)) return { fault: 'private' };
    try {
      const response = await fetch(url, {
        method,
        redirect: 'manual',
        dispatcher: agent,
        signal: AbortSignal.timeout(options.timeout),
        headers: {
          'user-agent': options.userAgent,
          accept: '*/*',
          ...(method === 'GET' && keep === undefined ? { range: 'bytes=0-1023' } : {}),
        },
      });
      if (keep === undefined) await drop(response);
      const text = keep === undefined ? undefined : await readBeginning(response, keep);
      return {
        status: response.status,
        location: response.headers.get('location') ?? undefined,
        retryAfter: response.headers.get('retry-after') ?? undefined,
        setsCookie: response.headers.has('set-cookie'),
        text,
      };
    } catch (error) {
      return { fault: faultOf(error) };
    }
  };
  return { request, close: () => agent.destroy() };
}

/** Resolves the name and refuses it when any of its addresses is private. */
function guardedLookup(
  refuses: (address: string) => boolean,
  resolveHost: (host: string) => string | undefined = () => undefined,
): LookupFunction {
  return (hostname, options, callback) => {
    const answer = (error: NodeJS.ErrnoException | null, addresses: LookupAddress[] = []): void => {
      const [first] = addresses;
      if (error !== null || first === undefined) {
        callback(error ?? refusal('ENOTFOUND'), '', 0);
      } else if (addresses.some(({ address }) => refuses(address))) callback(refusal('EPRIVATE'), '', 0);
      else if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    };
    const given = resolveHost(hostname);
    if (given !== undefined) answer(null, [{ address: given, family: isIP(given) }]);
    else systemLookup(hostname, { ...options, all: true }, answer);
  };
}

const refusal = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code });

/** The connection is closed without reading on, however large the page is. */
async function drop({ body }: Response): Promise<void> {
  await body?.cancel().catch(() => undefined);
}

async function readBeginning({ body }: Response, bytes: number): Promise<string> {
  if (body === null) return '';
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body as AsyncIterable<Uint8Array>) {
    parts.push(part);
    if ((size += part.length) >= bytes) break;
  }
  return Buffer.concat(parts).subarray(0, bytes).toString('utf8');
}

const byCode: Readonly<Record<string, ExternalFault>> = {
  ENOTFOUND: 'unknown-host',
  ENODATA: 'unknown-host',
  EAI_AGAIN: 'no-network',
  ENETUNREACH: 'no-network',
  ENETDOWN: 'no-network',
  EHOSTUNREACH: 'no-network',
  EADDRNOTAVAIL: 'no-network',
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  EPRIVATE: 'private',
  EPROTO: 'certificate',
};

function faultOf(error: unknown): ExternalFault {
  if (error instanceof Error && error.name === 'TimeoutError') return 'timeout';
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  // Several addresses of one host were tried: the first says enough.
  const first: unknown = cause instanceof AggregateError ? cause.errors[0] : cause;
  const code = systemCode(first) ?? systemCode(cause) ?? '';
  if (cause instanceof Error && cause.message === 'bad port') return 'bad-port';
  if (/^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_)/.test(code))
    return 'certificate';
  return byCode[code] ?? 'broken-off';
}
