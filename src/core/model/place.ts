/** Where something stands in the source. Lines and columns count from 1, columns in UTF-16 units. */

export interface Point {
  readonly line: number;
  readonly column: number;
}

export type Place =
  | { readonly kind: 'span'; readonly file: string; readonly start: Point; readonly end: Point }
  | { readonly kind: 'file'; readonly file: string }
  /** The manual as a whole, e.g. when it holds no document at all. */
  | { readonly kind: 'manual' };

/** A text file below the content folder. `path` is relative to the folder's parent, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export const wholeFile = (file: string): Place => ({ kind: 'file', file });

/** Translates offsets (UTF-16 units) of one text into points. Builds its table of lines once. */
export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  pointAt(offset: number): Point {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  /** The offset of a point. */
  offsetAt({ line, column }: Point): number {
    return (this.#starts[line - 1] ?? this.#starts.at(-1) ?? 0) + column - 1;
  }

  /** The span from `start` to `end` (offsets) in `file`. */
  span(file: string, start: number, end: number): Place {
    return { kind: 'span', file, start: this.pointAt(start), end: this.pointAt(end) };
  }
}
