/** Rules about addresses of other sites, which `eoms check --external` alone asks. */
import { externalLinkBroken } from './external-link-broken.ts';
import { externalLinkMoved } from './external-link-moved.ts';
import { externalLinkUnchecked } from './external-link-unchecked.ts';
import type { Rule } from './rule.ts';

export const externalLinkRules: readonly Rule[] = [
  externalLinkBroken,
  externalLinkMoved,
  externalLinkUnchecked,
];
