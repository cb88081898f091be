/** The code on a printed sheet, which a telephone reads and follows. */
import { encode } from 'uqr';

export interface CodeView {
  /** What it says, for those who cannot scan it. */
  readonly address: string;
  /** Modules along one side. */
  readonly size: number;
  /** The dark modules as strokes of one unit, for the `d` of a path. */
  readonly path: string;
}

/**
 * Medium correction: a sheet gets folded and stained. The smallest size that holds the address.
 * The pattern laid over the code is always the same: readers accept any, and to compare all eight takes ten times as
 * long, which a manual of thousands of documents would notice.
 */
export function printedCode(address: string): CodeView {
  const { data, size } = encode(address, { ecc: 'M', border: 0, maskPattern: 2 });
  return { address, size, path: data.map((row, at) => moveTo(at) + strokesOf(row)).join('') };
}

/** Half a unit down, so that strokes fill their row. */
const moveTo = (row: number): string => `M0 ${row}.5`;

/** One row as relative strokes and gaps, e.g. `h7m1 0h2`. */
function strokesOf(row: readonly boolean[]): string {
  let strokes = '';
  let gap = 0;
  for (let column = 0; column < row.length;) {
    let length = 0;
    while (row[column + length] === true) length += 1;
    if (length === 0) {
      gap += 1;
      column += 1;
      continue;
    }
    strokes += `${gap === 0 ? '' : `m${gap} 0`}h${length}`;
    gap = 0;
    column += length;
  }
  return strokes;
}
