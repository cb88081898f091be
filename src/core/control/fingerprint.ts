/** One short value for one text: equal as long as a reader reads the same. */
import type { DigestOf, Hash } from '../model/control.ts';
import type { ControlledDocument } from '../model/document.ts';
import { controlledText, type TextBlock } from './controlled-text.ts';

export type Fingerprint = string;

export function fingerprintOf(document: ControlledDocument, digestOf: DigestOf, hash: Hash): Fingerprint {
  return fingerprintBlocks(controlledText(document, digestOf), hash);
}

export const fingerprintBlocks = (blocks: readonly TextBlock[], hash: Hash): Fingerprint =>
  // JSON keeps the borders between blocks unmistakable.
  `sha256-${hash(JSON.stringify(blocks.map((block) => [block.kind, block.text])))}`;
