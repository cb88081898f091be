/**
 * How much is read at all. Far above what a manual of ten thousand documents holds, and fixed: whoever can raise
 * them in `manual.yaml` is whoever they are there to stop.
 */
export const readingLimits = {
  /** Bytes of one document, register, standard or `manual.yaml`. No person wrote more in one text. */
  textFile: 2_000_000,
  /** Bytes of one picture, form or other file that is published as it is. */
  otherFile: 100_000_000,
  /** Files below the content folder, the archive not counted. */
  files: 100_000,
  /** Bytes of all texts below the content folder together. */
  texts: 250_000_000,
} as const;

/** What is read of a text that is too large: enough to know the document's id, so that links to it hold. */
export const headOfText = 16_384;
