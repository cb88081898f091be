/** A file to fill in, below `public/forms/`, and what it says about itself. */

export interface FormFile {
  /** From `public/forms/`, with forward slashes. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** SHA-256 of its bytes, hexadecimal; undefined for a file that no form names, which is not opened. */
  readonly digest?: string | undefined;
  /** What properties and text say, for the kinds that are read; undefined for other kinds of file. */
  readonly says?: readonly FormStatement[] | undefined;
  /** Why it could not be read, as the end of a sentence. */
  readonly unreadable?: string | undefined;
}

export interface FormStatement {
  readonly where: 'properties' | 'text';
  readonly text: string;
}

/** Where form files lie, seen from the folder that holds the content folder. */
export const formsFolder = 'public/forms/';

/** Kinds whose properties and text are read, by the ending of the name. */
export const readKinds = ['docx', 'xlsx', 'pdf'] as const;

/** The ending of a name in small letters, without the dot. */
export const endingOf = (path: string): string => /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
