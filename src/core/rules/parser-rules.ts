/** Rules that the reader, the parser and the builder report by themselves, while they have the text at hand. */
import type { Rule } from './rule.ts';

export const parserRules: readonly Rule[] = [];
