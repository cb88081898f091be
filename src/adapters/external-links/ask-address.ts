/** Asks one address of another site, patiently: HEAD, then GET; again after a while; on along redirects. */
import type { ExternalAnswer, ExternalFault, ExternalHop } from '../../core/links/external-answer.ts';
import type { HostGate, Surroundings } from './host-gate.ts';
import type { Reply, Request } from './request-address.ts';

export interface AskOptions {
  readonly request: Request;
  readonly gate: HostGate;
  readonly surroundings: Surroundings;
  readonly allows: (url: URL) => Promise<boolean>;
  /** How often an address is asked again that did not answer well. */
  readonly retries: number;
}

const mostHops = 10;
/** A server that asks for a longer pause than this is left alone, in milliseconds. */
const longestPause = 60_000;

export async function askAddress(address: string, options: AskOptions): Promise<ExternalAnswer> {
  const hops: ExternalHop[] = [];
  const seen = new Set<string>();
  let cookies = false;
  for (let at = new URL(address); ;) {
    if (seen.has(at.href)) return { fault: cookies ? 'cookies' : 'loop', hops };
    if (hops.length > mostHops) return { fault: 'too-many-redirects', hops };
    seen.add(at.href);
    if (!(await options.allows(at))) return { fault: 'robots', hops };
    const reply = await askWithPatience(at, options);
    if ('fault' in reply) return { fault: reply.fault, hops };
    cookies ||= reply.setsCookie;
    const { status, location } = reply;
    if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return { status, hops };
    const next = URL.canParse(location, at) ? new URL(location, at) : undefined;
    if (next === undefined || !/^https?:$/.test(next.protocol)) return { fault: 'bad-redirect', hops };
    next.hash = '';
    hops.push({ status, to: next.href });
    at = next;
  }
}

type Outcome = Reply | { readonly fault: ExternalFault };

async function askWithPatience(url: URL, options: AskOptions): Promise<Outcome> {
  const { request, gate, retries } = options;
  const ask = (method: 'HEAD' | 'GET'): Promise<Outcome> =>
    gate.pass(url.host, () => request(url, { method }));
  let outcome = await ask('HEAD');
  // Some servers know only GET, and answer HEAD with whatever comes to their mind.
  if (isBad(outcome) && !mustWait(outcome)) outcome = await ask('GET');
  for (let tries = 0; tries < retries && isWorthAnotherTry(outcome); tries++) {
    const wait = pauseBefore(outcome, tries, options.surroundings.now());
    if (wait > longestPause) break;
    gate.rest(url.host, wait);
    outcome = await ask('GET');
  }
  // A page that is empty has no part that could be sent.
  return 'status' in outcome && outcome.status === 416 ? { ...outcome, status: 200 } : outcome;
}

const isBad = (outcome: Outcome): boolean =>
  'fault' in outcome ? outcome.fault === 'broken-off' : outcome.status >= 400;

const mustWait = (outcome: Outcome): boolean => 'status' in outcome && outcome.status === 429;

const isWorthAnotherTry = (outcome: Outcome): boolean =>
  'fault' in outcome
    ? ['refused', 'timeout', 'broken-off'].includes(outcome.fault)
    : [408, 425, 429].includes(outcome.status) || outcome.status >= 500;

/** What the server asks for, in seconds or as a date; else twice as long each time. In milliseconds. */
function pauseBefore(outcome: Outcome, tries: number, now: number): number {
  const asked = 'status' in outcome ? outcome.retryAfter : undefined;
  if (asked !== undefined && /^\d{1,9}$/.test(asked.trim())) return Number(asked) * 1000;
  const date = asked === undefined ? Number.NaN : Date.parse(asked);
  return Number.isNaN(date) ? 1000 * 2 ** tries : Math.max(0, date - now);
}
