/** What an address of another site answered, as it is kept between runs. */

/** Why there was no answer to judge. */
export type ExternalFault =
  | 'unknown-host'
  | 'no-network'
  | 'refused'
  | 'timeout'
  | 'certificate'
  | 'broken-off'
  | 'bad-port'
  | 'loop'
  | 'too-many-redirects'
  | 'bad-redirect'
  /** The site wants cookies before it shows a page. */
  | 'cookies'
  /** The host lies in a private network, and asking there was not allowed. */
  | 'private'
  /** The site asks programs not to look at this address. */
  | 'robots';

export interface ExternalHop {
  readonly status: number;
  readonly to: string;
}

export interface ExternalAnswer {
  /** Of the last page asked; undefined where `fault` says why there is none. */
  readonly status?: number | undefined;
  readonly fault?: ExternalFault | undefined;
  /** Redirects on the way, in order. */
  readonly hops: readonly ExternalHop[];
}
