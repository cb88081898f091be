/** Standards, their clauses and what each clause asks for. */
import type { ClauseData, RequiredItemData, StandardData } from '../../../schemas/standard.ts';
import type { DocumentType } from '../../../schemas/document.ts';
import type { Place } from './place.ts';

/** `standard:edition`, e.g. `iso-21001:2018`. */
export type EditionKey = string;
/** Number of a clause as text. `"7.10"` is not 7.1. */
export type ClauseLabel = string;

export interface RequiredItem extends RequiredItemData {
  /** Types of document that meet it. */
  readonly accepts: DocumentType[];
  /** Confidence high or medium: the item decides. Low items advise. */
  readonly deciding: boolean;
}

export interface Clause extends Omit<ClauseData, 'requires'> {
  readonly edition: EditionKey;
  readonly children: readonly ClauseLabel[];
  /** A clause without children that carry the requirements; only leaves are counted. */
  readonly leaf: boolean;
  /** Chapter, e.g. `8` for 8.5.1. */
  readonly chapter: ClauseLabel;
  readonly depth: number;
  readonly requires: readonly RequiredItem[];
}

export interface Standard {
  readonly edition: EditionKey;
  readonly name: string;
  readonly title: string;
  readonly published?: string | undefined;
  readonly provisional: boolean;
  readonly notice?: string | undefined;
  readonly previous?: EditionKey | undefined;
  /** In the standard's own order. */
  readonly clauses: readonly Clause[];
  readonly byLabel: ReadonlyMap<ClauseLabel, Clause>;
  /** The file it was read from, which is a controlled text where it is the institution's own. */
  readonly source: {
    readonly file: string;
    readonly data: StandardData;
    readonly places: Readonly<Record<string, Place>>;
  };
}
