/** Rules of `eoms check --signatures`, which compares history entries with the commits that brought them. */
import { entryByAnother } from './entry-by-another.ts';
import { entryNotCommitted } from './entry-not-committed.ts';
import { entryNotSigned } from './entry-not-signed.ts';
import type { Rule } from './rule.ts';
import { unknownCommit } from './unknown-commit.ts';

export const signatureRules: readonly Rule[] = [
  entryByAnother,
  entryNotCommitted,
  entryNotSigned,
  unknownCommit,
];
