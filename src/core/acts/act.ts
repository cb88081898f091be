/** What a person asks of the tool, and what the tool would write. */
import type { HistoryEntry } from '../../../schemas/history.ts';
import type { ChangeSuggestion } from '../control/suggest-change-class.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { TextChange } from '../model/control.ts';
import type { DocumentId } from '../model/document.ts';

export const actNames = [
  'submit',
  'return',
  'approve',
  'adopt',
  'review',
  'supersede',
  'withdraw',
  'reinstate',
] as const;
export type ActName = (typeof actNames)[number];

export interface ActRequest {
  readonly act: ActName;
  readonly id: DocumentId;
  /** The role that acts. */
  readonly by?: string | undefined;
  /** The day of the act. */
  readonly date: CalendarDate;
  readonly version?: string | undefined;
  readonly effective?: CalendarDate | undefined;
  readonly change?: 'editorial' | 'substantive' | undefined;
  readonly summary?: string | undefined;
  readonly reason?: string | undefined;
  /** For adopt: where the earlier approval is recorded. */
  readonly source?: string | undefined;
  /** For review: what it led to. */
  readonly outcome?: HistoryEntry['outcome'];
  /** For supersede: the document that takes its place. */
  readonly successor?: DocumentId | undefined;
}

/** A file of the frozen copy: new text, or the bytes of a file that exists. Paths begin with the content folder. */
export type CopiedFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly from: string; readonly digest: string };

export interface PlannedAct {
  readonly request: ActRequest;
  readonly file: string;
  /** Digest of the file the plan was made from; nothing is written where it has changed since. */
  readonly digest: string;
  /** The whole file after the act. */
  readonly text: string;
  readonly entry: HistoryEntry;
  /** To be there before the file is replaced. */
  readonly copy?: { readonly folder: string; readonly files: readonly CopiedFile[] } | undefined;
  /** Folders that an interrupted act left behind. */
  readonly leftovers: readonly string[];
  /** Against the last approved version. */
  readonly changes: readonly TextChange[];
  readonly comparedWith?: string | undefined;
  readonly suggestion?: ChangeSuggestion | undefined;
  readonly warnings: readonly string[];
}

/** Why an act is not done, in the words of a finding. */
export interface Refusal {
  readonly message: string;
  readonly hint?: string | undefined;
  /** What the request lacks, by the name of its flag; undefined where more words would not help. */
  readonly missing?: MissingValue | undefined;
  /** Values that would do: roles that may, or the next version for a change of substance and for an editorial one. */
  readonly candidates?: readonly string[] | undefined;
}

export type MissingValue = 'by' | 'version' | 'summary' | 'reason' | 'source' | 'with';

export type ActPlan = { readonly planned: PlannedAct } | { readonly refused: Refusal };
