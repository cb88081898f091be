/** Lets one request at a time to each host, and leaves a pause after it. */

export interface Surroundings {
  /** Milliseconds since some fixed moment. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export interface HostGate {
  readonly pass: <Result>(host: string, task: () => Promise<Result>) => Promise<Result>;
  /** The host asked for a longer pause. */
  readonly rest: (host: string, milliseconds: number) => void;
}

/** @param pauseAfter milliseconds to leave a host alone after a request */
export function createHostGate({ now, sleep }: Surroundings, pauseAfter: (host: string) => number): HostGate {
  const last = new Map<string, Promise<unknown>>();
  const notBefore = new Map<string, number>();
  const rest = (host: string, milliseconds: number): void =>
    void notBefore.set(host, Math.max(notBefore.get(host) ?? 0, now() + milliseconds));
  const pass = <Result>(host: string, task: () => Promise<Result>): Promise<Result> => {
    const turn = (last.get(host) ?? Promise.resolve()).then(async () => {
      const wait = (notBefore.get(host) ?? 0) - now();
      if (wait > 0) await sleep(wait);
      try {
        return await task();
      } finally {
        rest(host, pauseAfter(host));
      }
    });
    last.set(
      host,
      turn.catch(() => undefined),
    );
    return turn;
  };
  return { pass, rest };
}
