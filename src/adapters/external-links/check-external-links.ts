/** Asks every address of other sites that a manual leads to: politely, not again while an answer is fresh. */
import type { ExternalAnswer, ExternalFault } from '../../core/links/external-answer.ts';
import { type KeptAnswer, readAnswers, writeAnswers } from './answer-cache.ts';
import { askAddress } from './ask-address.ts';
import { matchesAddress } from './match-address.ts';
import { createHostGate, type Surroundings } from './host-gate.ts';
import { createRequester, type RequesterOptions } from './request-address.ts';
import { createRobotsReader } from './robots.ts';

export interface ExternalCheckOptions extends Omit<RequesterOptions, 'userAgent' | 'timeout'> {
  readonly addresses: readonly string[];
  /** Patterns: only these are asked, where there are any. */
  readonly allow?: readonly string[] | undefined;
  /** Patterns: these are never asked. */
  readonly ignore?: readonly string[] | undefined;
  readonly toolVersion: string;
  /** The file that keeps the answers. */
  readonly cache: string;
  /** Milliseconds for which an answer counts; a bad one counts for a day at most. */
  readonly maxAge: number;
  readonly ignoreRobots?: boolean | undefined;
  readonly timeout?: number | undefined;
  readonly retries?: number | undefined;
  readonly surroundings?: Surroundings | undefined;
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
}

export interface ExternalCheck {
  readonly answers: ReadonlyMap<string, { readonly answer: ExternalAnswer; readonly age: number }>;
  /** Addresses by how they were come by. */
  readonly counts: { readonly asked: number; readonly kept: number; readonly left: number };
  /** Hosts that were asked. */
  readonly hosts: readonly string[];
  /** Not one host could be reached: the machine has no network, and nothing is known of what was asked. */
  readonly offline: boolean;
}

const day = 86_400_000;
/** Hosts that are asked at the same time; each of them one address at a time. */
const hostsAtOnce = 8;
const pauseBetween = 1000;
const realWorld: Surroundings = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** @throws CannotRun where the answers cannot be kept */
export async function checkExternalLinks(options: ExternalCheckOptions): Promise<ExternalCheck> {
  const surroundings = options.surroundings ?? realWorld;
  const now = surroundings.now();
  const wanted = options.addresses.filter(
    (address) =>
      (options.allow === undefined || options.allow.some((pattern) => matchesAddress(pattern, address))) &&
      options.ignore?.some((pattern) => matchesAddress(pattern, address)) !== true,
  );
  const known = readAnswers(options.cache);
  const fresh = new Map<string, KeptAnswer>();
  for (const address of wanted) {
    const kept = known.get(address);
    if (kept !== undefined && now - kept.at < lifeOf(kept.answer, options.maxAge) && kept.at <= now)
      fresh.set(address, kept);
  }
  const waiting = wanted.filter((address) => !fresh.has(address));
  // Before anyone is asked: answers that cannot be kept would have to be asked for again.
  if (waiting.length > 0) writeAnswers(options.cache, known);
  const asked = await askAll(waiting, options, surroundings);
  const offline = asked.size > 0 && isOffline(asked);
  const found = new Map(fresh);
  if (!offline) for (const [address, answer] of asked) found.set(address, { at: now, answer });
  // What the manual no longer leads to is forgotten; what was not asked this time is kept.
  const all = new Map(
    [...options.addresses].flatMap((address) => {
      const one = found.get(address) ?? known.get(address);
      return one === undefined || isPassing(one.answer.fault) ? [] : [[address, one] as const];
    }),
  );
  if (asked.size > 0 && !offline) writeAnswers(options.cache, all);
  return {
    answers: new Map(
      [...found].map(([address, { at, answer }]) => [
        address,
        { answer, age: Math.floor(Math.max(0, now - at) / day) },
      ]),
    ),
    counts: { asked: asked.size, kept: fresh.size, left: options.addresses.length - wanted.length },
    hosts: [...new Set(waiting.map((address) => new URL(address).host))],
    offline,
  };
}

const lifeOf = ({ status, hops }: ExternalAnswer, maxAge: number): number =>
  status !== undefined && status < 400 && hops.length === 0 ? maxAge : Math.min(maxAge, day);

/** What says more about this run than about the address. */
const isPassing = (fault: ExternalFault | undefined): boolean =>
  fault === 'no-network' || fault === 'private';

/** Not one host was so much as known. A single one may be gone, but a machine without a network looks the same. */
const isOffline = (asked: ReadonlyMap<string, ExternalAnswer>): boolean =>
  [...asked.values()].every(({ fault }) => fault === 'no-network' || fault === 'unknown-host');

async function askAll(
  addresses: readonly string[],
  options: ExternalCheckOptions,
  surroundings: Surroundings,
): Promise<Map<string, ExternalAnswer>> {
  const answers = new Map<string, ExternalAnswer>();
  if (addresses.length === 0) return answers;
  const agent = 'eoms-manual';
  const requester = createRequester({
    userAgent: `${agent}/${options.toolVersion} (checks the links of a manual)`,
    timeout: options.timeout ?? 20_000,
    refuses: options.refuses,
    resolveHost: options.resolveHost,
  });
  const robots = createRobotsReader(requester.request, () => gate, agent);
  const gate = createHostGate(surroundings, (host) => Math.max(pauseBetween, robots.pauseOf(host)));
  const ask = {
    request: requester.request,
    gate,
    surroundings,
    allows: options.ignoreRobots === true ? () => Promise.resolve(true) : robots.allows,
    retries: options.retries ?? 2,
  };
  const byHost = Map.groupBy(addresses, (address) => new URL(address).host);
  const hosts = [...byHost.values()];
  const work = async (): Promise<void> => {
    for (let own = hosts.shift(); own !== undefined; own = hosts.shift()) {
      let given: ExternalFault | undefined;
      let timeouts = 0;
      for (const address of own) {
        const answer: ExternalAnswer =
          given === undefined ? await askAddress(address, ask) : { fault: given, hops: [] };
        answers.set(address, answer);
        options.onProgress?.(answers.size, addresses.length);
        // A host that is not there need not be asked for each of its pages; one slow page says nothing of the rest.
        timeouts = answer.fault === 'timeout' ? timeouts + 1 : 0;
        if (answer.hops.length === 0 && answer.fault !== undefined)
          if (ofHost.has(answer.fault) || timeouts > 1) given = answer.fault;
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: hostsAtOnce }, work));
  } finally {
    await requester.close();
  }
  return answers;
}

/** Faults of a host, not of a page. */
const ofHost: ReadonlySet<ExternalFault> = new Set([
  'unknown-host',
  'no-network',
  'refused',
  'certificate',
  'private',
]);
