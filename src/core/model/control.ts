/** Document control: frozen copies, and which text of each document is in force. */
import type { HistoryEntry } from '../../../schemas/history.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { ControlledDocument, DocumentId } from './document.ts';
import type { Lifecycle } from './facts.ts';

/** SHA-256 of a text as UTF-8, hexadecimal. Given from outside: the core computes nothing by the machine. */
export type Hash = (text: string) => string;

/** Digest of a file's bytes by its path; undefined where there is no such file. */
export type DigestOf = (path: string) => string | undefined;

/** Frozen copies by document, the highest version first. */
export type Archive = ReadonlyMap<DocumentId, readonly FrozenCopy[]>;

/** A file below `content/archive/<ID>/<version>/`. Below that folder the paths are those of the content folder. */
export interface ArchivedFile {
  /** As shown in findings, e.g. `content/archive/PRC-007/2.0/procedures/prc-007.mdx`. */
  readonly path: string;
  /** SHA-256 of its bytes, hexadecimal. */
  readonly digest: string;
  /** Text of a document; undefined for pictures and the like. */
  readonly text?: string | undefined;
}

/** What was approved, kept as it was: the document and its pictures. */
export interface FrozenCopy {
  readonly id: DocumentId;
  readonly version: string;
  /** e.g. `content/archive/PRC-007/2.0` */
  readonly folder: string;
  /** Undefined where the folder holds none or more than one. */
  readonly document?: ArchivedFile | undefined;
  /** Where the document stood, e.g. `content/procedures/prc-007.mdx`; its links are read from there. */
  readonly stoodAt?: string | undefined;
  readonly files: readonly ArchivedFile[];
  /** Over paths and bytes of all files; equal to `copy` of the entry that approved it. */
  readonly hash?: string | undefined;
}

/** What differs between two texts: a run of words taken out, put in, or replaced. */
export interface TextChange {
  readonly removed: string;
  readonly added: string;
  /** The kind of block it stands in; `front-matter` for a key. */
  readonly kind: string;
}

/** One approved version of a document, past, present or to come. */
export interface VersionFacts {
  readonly version: string;
  readonly approval: HistoryEntry;
  readonly effective: CalendarDate | undefined;
  readonly state: 'effective' | 'approved' | 'superseded' | 'withdrawn';
  readonly copy?: FrozenCopy | undefined;
}

export interface DocumentControl {
  readonly id: DocumentId;
  /** What the working file says. */
  readonly working: ControlledDocument;
  /** What readers are shown: the working text, or the frozen copy of the version in force. */
  readonly published: ControlledDocument;
  /** The copy that `published` was read from; undefined where the working file itself is in force. */
  readonly publishedCopy?: FrozenCopy | undefined;
  /** Fingerprint of the working text; undefined where nothing asks for it. */
  readonly fingerprint?: string | undefined;
  /** What was changed in the working text since its version was approved; empty where nothing was. */
  readonly changesSinceApproval: readonly TextChange[];
  readonly changedSinceApproval: boolean;
  /** Newest first. */
  readonly versions: readonly VersionFacts[];
}

/** A newer text than the one in force: a draft under way, or a version approved for a later date. */
export interface Revision {
  readonly document: ControlledDocument;
  readonly lifecycle: Lifecycle;
}
