/** The code on a printed sheet, which a telephone reads and follows. */
import qrcode from 'qrcode-generator';

export interface CodeView {
  /** What it says, for those who cannot scan it. */
  readonly address: string;
  /** Modules along one side. */
  readonly size: number;
  /** The dark modules as strokes of one unit, for the `d` of a path. */
  readonly path: string;
}

/** Medium correction: a sheet gets folded and stained. The smallest size that holds the address. */
export function printedCode(address: string): CodeView {
  const code = qrcode(0, 'M');
  code.addData(address);
  code.make();
  const size = code.getModuleCount();
  const rows = Array.from({ length: size }, (_, row) =>
    strokesOf(size, (column) => code.isDark(row, column)),
  );
  return { address, size, path: rows.map((strokes, row) => moveTo(row) + strokes).join('') };
}

/** Half a unit down, so that strokes fill their row. */
const moveTo = (row: number): string => `M0 ${row}.5`;

/** One row as relative strokes and gaps, e.g. `h7m1 0h2`. */
function strokesOf(size: number, isDark: (column: number) => boolean): string {
  let strokes = '';
  let gap = 0;
  for (let column = 0; column < size;) {
    let length = 0;
    while (column + length < size && isDark(column + length)) length += 1;
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
