/** What a version-control system gives as evidence for history entries. */
import type { EntryOrigin, TextVersion } from './entry-origins.ts';

export interface CommitEvidence {
  readonly hash: string;
  /** Day of the commit, `YYYY-MM-DD`. */
  readonly day: string;
  readonly author: string;
  readonly committer: string;
  /** Undefined where signatures were not asked for. */
  readonly signature?: { readonly state: SignatureState; readonly keys: readonly string[] } | undefined;
}

/** `good` says that the signature fits the commit and its key, not whose key it is. */
export type SignatureState = 'good' | 'none' | 'bad' | 'revoked' | 'expired' | 'unknown-key';

export interface FileEvidence {
  /** By the index of the entry. */
  readonly origins: readonly EntryOrigin[];
  /** Earlier texts, newest first; of the register of people alone. */
  readonly versions: readonly TextVersion[];
}

export interface SignatureEvidence {
  readonly files: ReadonlyMap<string, FileEvidence>;
  readonly commits: ReadonlyMap<string, CommitEvidence>;
  /** The commit from which on entries are verified, where `manual.yaml` names one that is there. */
  readonly after?: string | undefined;
  /** Fingerprint of a key as it is written in the register. */
  readonly fingerprintOf: (key: string) => string;
}
