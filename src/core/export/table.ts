/** A table as data: what CSV, XLSX and tests read. */

/** Dates are text, `YYYY-MM-DD`; an empty cell is null. */
export type Cell = string | number | null;

export interface Column {
  readonly title: string;
  readonly kind: 'text' | 'number' | 'date';
  /** Width on a sheet, in characters. */
  readonly width: number;
}

export interface Table {
  /** Name of the sheet. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Depth of each row below its chapter, from 0, where the rows form a tree. */
  readonly levels?: readonly number[] | undefined;
}

export interface ColumnOf<Row> extends Column {
  readonly cell: (row: Row) => Cell | undefined;
}

/** A column of a table over `Row`. */
export const column = <Row>(
  title: string,
  width: number,
  cell: (row: Row) => Cell | undefined,
  kind: Column['kind'] = 'text',
): ColumnOf<Row> => ({ title, kind, width, cell });

/** The table of these rows; an empty text becomes an empty cell. */
export function buildTable<Row>(
  name: string,
  columns: readonly ColumnOf<Row>[],
  rows: readonly Row[],
): Table {
  return {
    name,
    columns: columns.map(({ title, kind, width }) => ({ title, kind, width })),
    rows: rows.map((row) =>
      columns.map(({ cell }) => {
        const value = cell(row);
        return value === undefined || value === '' ? null : value;
      }),
    ),
  };
}

/** Several values in one cell. */
export const joined = (values: Iterable<string>): string => [...new Set(values)].join('; ');
