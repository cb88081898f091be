/** What `robots.txt` of a site asks programs to leave alone (RFC 9309), read once for each site. */
import { createRequire } from 'node:module';
import type { HostGate } from './host-gate.ts';
import type { Request } from './request-address.ts';

interface Rules {
  isAllowed(url: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
}
// A CommonJS package whose types name neither its export nor its form.
const robotsParser = createRequire(import.meta.url)('robots-parser') as (url: string, text: string) => Rules;

/** Enough for every sensible file, and what RFC 9309 asks to read at least. */
const mostBytes = 512_000;
const longestPause = 10_000;
const mostRedirects = 5;

export interface RobotsReader {
  readonly allows: (url: URL) => Promise<boolean>;
  /** Milliseconds that the site asks to leave between requests, as far as is known yet. */
  readonly pauseOf: (host: string) => number;
}

/** @param agent the name by which a site would address this program */
export function createRobotsReader(request: Request, gate: () => HostGate, agent: string): RobotsReader {
  const rules = new Map<string, Promise<Rules | 'all' | 'none'>>();
  const pauses = new Map<string, number>();
  const read = async (origin: string): Promise<Rules | 'all' | 'none'> => {
    let at = new URL('/robots.txt', origin);
    for (let hops = 0; hops <= mostRedirects; hops++) {
      const here = at;
      const reply = await gate().pass(here.host, () => request(here, { method: 'GET', keep: mostBytes }));
      // A site that cannot be reached says so at the address itself.
      if ('fault' in reply) return 'all';
      if (reply.status >= 500) return 'none';
      if (reply.status >= 300 && reply.status < 400 && URL.canParse(reply.location ?? '', here)) {
        at = new URL(reply.location ?? '', here);
        if (!/^https?:$/.test(at.protocol)) return 'all';
        continue;
      }
      if (reply.status >= 300) return 'all';
      const found = robotsParser(new URL('/robots.txt', origin).href, reply.text ?? '');
      const seconds = found.getCrawlDelay(agent);
      if (seconds !== undefined) pauses.set(new URL(origin).host, Math.min(seconds * 1000, longestPause));
      return found;
    }
    return 'all';
  };
  return {
    allows: async (url) => {
      let known = rules.get(url.origin);
      if (known === undefined) rules.set(url.origin, (known = read(url.origin)));
      const found = await known;
      if (found === 'all' || found === 'none') return found === 'all';
      return found.isAllowed(url.href, agent) ?? true;
    },
    pauseOf: (host) => pauses.get(host) ?? 0,
  };
}
