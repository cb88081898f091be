/** What follows from the manual on a given day. Everything that pages, exports and rules show is counted from here. */
import type { HistoryEntry } from '../../../schemas/history.ts';
import type { DocumentType, Extent } from '../../../schemas/document.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { DocumentControl, Revision } from './control.ts';
import type { Claim, ControlledDocument, DocumentId } from './document.ts';
import type { Clause, ClauseLabel, EditionKey, RequiredItem, Standard } from './standard.ts';

/** Where a document stands in its life on the day of the build. */
export type LifecycleState = 'draft' | 'in-review' | 'approved' | 'effective' | 'superseded' | 'withdrawn';

export interface Lifecycle {
  /** `approved` means approved for a later date. */
  readonly state: LifecycleState;
  /** The entry that approved or adopted this version. */
  readonly approval?: HistoryEntry | undefined;
  readonly effective?: CalendarDate | undefined;
  /** Latest approval, adoption or review. */
  readonly lastReview?: CalendarDate | undefined;
  readonly nextReview?: CalendarDate | undefined;
  /** True on the days after `nextReview`. */
  readonly overdue: boolean;
  readonly dueSoon: boolean;
  /** The document that took its place. */
  readonly supersededBy?: DocumentId | undefined;
  /** Edition named by the latest approval or review of this version. */
  readonly edition?: EditionKey | undefined;
}

export interface DocumentFacts {
  readonly document: ControlledDocument;
  readonly lifecycle: Lifecycle;
  /** Documents and sections that link here or name this document in their front matter. */
  readonly referredToBy: readonly Reference[];
  readonly refersTo: readonly Reference[];
  /** Its approved versions and where their texts are kept. */
  readonly control: DocumentControl;
  /** A newer text than `document`, which stays in force until then. Never shown outside draft builds. */
  readonly revision?: Revision | undefined;
}

export interface Reference {
  readonly from: DocumentId;
  readonly to: DocumentId;
  readonly relation: 'link' | 'implements' | 'uses' | 'produces' | 'supersedes';
}

export const clauseStates = [
  'covered',
  'partial',
  'overdue',
  'outdated',
  'planned',
  'gap',
  'not-applicable',
] as const;
export type ClauseState = (typeof clauseStates)[number];
/** From the worst to the best, for headings. */
export const statesWorstFirst: readonly ClauseState[] = [
  'gap',
  'planned',
  'partial',
  'overdue',
  'outdated',
  'covered',
  'not-applicable',
];

export type Standing =
  'orphan' | 'dangling' | 'unwanted' | 'withdrawn' | 'planned' | 'outdated' | 'overdue' | 'in force';

/** A claim with what it is worth on the day of the build, for one clause it was expanded to. */
export interface JudgedClaim {
  readonly claim: Claim;
  /** The clause it counts for: the claimed one, or an untitled child of a claimed heading. */
  readonly clause: ClauseLabel;
  readonly type: DocumentType;
  readonly version: string;
  readonly standing: Standing;
  /** Why it has that standing, in words; empty when in force. */
  readonly standingReason: string;
  readonly extent: Extent;
  /** A superseded or draft document, or a form, may claim but never decide. */
  readonly effective: boolean;
}

export interface ItemFacts {
  readonly item: RequiredItem;
  readonly met: boolean;
  /** The claims that meet it, or would if they were in force. */
  readonly by: readonly JudgedClaim[];
}

export interface StateCounts {
  readonly covered: number;
  readonly partial: number;
  readonly overdue: number;
  readonly outdated: number;
  readonly planned: number;
  readonly gap: number;
  readonly notApplicable: number;
}

/** The state of one clause, its reason, and the way to mend it. */
export interface ClauseFacts {
  readonly clause: Clause;
  readonly state: ClauseState;
  /** A sentence: why the clause has this state. */
  readonly reason: string;
  /** What closes it: file, line to add and the act that follows; undefined where nothing is to be done. */
  readonly remedy?: Remedy | undefined;
  /** Names of the required items that are not met. */
  readonly missing: readonly string[];
  readonly items: readonly ItemFacts[];
  readonly claims: readonly JudgedClaim[];
  /** Maintain items met (true), not met (false), or none asked for (undefined). */
  readonly documented: boolean | undefined;
  /** Retain items met by a record description. */
  readonly recordDefined: boolean | undefined;
  /** A record with `evidence: true` that counts for the clause. */
  readonly evidenced: boolean;
  /** For headings: counts of the leaves below. For leaves: 1 in the own state. */
  readonly counts: StateCounts;
}

export interface Remedy {
  /** The file to edit; undefined where the document is still to be written. */
  readonly file?: string | undefined;
  /** The line to add or change, ready to paste; undefined where no line does it. */
  readonly line?: string | undefined;
  /** What to do, as sentences, the act that follows included. */
  readonly text: string;
}

export interface Coverage {
  readonly standard: Standard;
  readonly clauses: readonly ClauseFacts[];
  readonly byLabel: ReadonlyMap<ClauseLabel, ClauseFacts>;
  readonly counts: StateCounts;
  /** Number of leaves. */
  readonly leaves: number;
  /** Whole percent, rounded down; undefined when no clause is applicable. */
  readonly percent: number | undefined;
  /** The percentage if all drafts and future versions were approved. Never shown as coverage. */
  readonly forecastPercent: number | undefined;
  /** Claims that count for no clause of this edition: unknown, dangling or unwanted. */
  readonly strayClaims: readonly JudgedClaim[];
}

export interface Facts {
  readonly today: CalendarDate;
  /** True when the date was given instead of taken from the clock. */
  readonly todayOverridden: boolean;
  readonly documents: readonly DocumentFacts[];
  readonly documentById: ReadonlyMap<DocumentId, DocumentFacts>;
  /** Coverage of the edition in force; undefined only where it is unknown. */
  readonly coverage: Coverage | undefined;
  /** Coverage of every edition shown, the one in force first. */
  readonly coverages: readonly Coverage[];
}
