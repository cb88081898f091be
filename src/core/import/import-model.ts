/** What the import takes and what it gives. All paths are relative, with forward slashes. */
import type { DocumentType } from '../../../schemas/document.ts';

/** One Markdown file of the tree to import; `path` is relative to the top of that tree. */
export interface ImportSource {
  readonly path: string;
  readonly text: string;
}

export interface ImportOptions {
  readonly sources: readonly ImportSource[];
  /** Paths of all other files of the tree. Those that a text refers to are copied. */
  readonly assets: readonly string[];
  /** Beginning of every id, e.g. `DOC`, or `by-folder` for one made from the name of the top folder. */
  readonly ids: string;
  /** A role that owns every document until someone says better. */
  readonly owner: string;
  /** The type of every document; guessed from its path and title where undefined. */
  readonly type?: ImportableType | undefined;
  /** Address at which the tree was published: links to it are links within the tree. */
  readonly site?: string | undefined;
  /** Ids of documents that exist already, by path below the content folder: they are kept on a second run. */
  readonly existingIds?: ReadonlyMap<string, string> | undefined;
}

/** The types a text can be given without asking: a record or an external document needs facts nobody wrote. */
export type ImportableType = Exclude<DocumentType, 'record' | 'external'>;

/**
 * `decide`: someone must look, for the import could not know. `changed`: the import changed something and says so.
 */
export type ImportNoteKind = 'decide' | 'changed';

export interface ImportNote {
  /** Path in the tree that was imported. */
  readonly file: string;
  /** Counts from 1; undefined where it is about the whole file. */
  readonly line?: number | undefined;
  readonly kind: ImportNoteKind;
  readonly message: string;
}

export interface ImportedDocument {
  /** Path in the tree that was imported. */
  readonly source: string;
  /** Path below the content folder. */
  readonly path: string;
  readonly id: string;
  readonly title: string;
  readonly type: ImportableType;
  /** The whole file, front matter included. */
  readonly text: string;
}

export interface ImportResult {
  /** In the order of their sources' paths. */
  readonly documents: readonly ImportedDocument[];
  /** Files to copy: `from` in the tree, `to` below the content folder. */
  readonly copies: readonly { readonly from: string; readonly to: string }[];
  /** By file and line. */
  readonly notes: readonly ImportNote[];
}

/** Takes a note about the file at hand. */
export type Note = (kind: ImportNoteKind, line: number | undefined, message: string) => void;
