/** A table as data: one component shows every list of the site, one small script filters and sorts it. */
import type { Part } from './part.ts';

export interface ColumnView {
  readonly key: string;
  readonly labelText: string;
  /** Sortable, and how: by the text, or by the cell's `sortKey`. */
  readonly sortable?: boolean;
  /** Short values that should not wrap. */
  readonly narrow?: boolean;
  readonly wide?: boolean;
}

export interface CellView {
  readonly parts: readonly Part[];
  readonly sortKey?: string;
  /** How many columns it takes, one unless told. */
  readonly span?: number;
  /** Parts below one another instead of in a row. */
  readonly stacked?: boolean;
}

export interface RowView {
  readonly id?: string;
  readonly className?: string;
  /** Values that filters compare, by the filter's name; several are separated by spaces. */
  readonly data: Readonly<Record<string, string>>;
  /** The first cell heads the row. */
  readonly cells: readonly CellView[];
}

export interface FilterOption {
  readonly value: string;
  readonly text: string;
}

export interface FilterView {
  readonly name: string;
  readonly labelText: string;
  readonly options: readonly FilterOption[];
  /** `within`: the option matches rows whose value lies below it in a numbering. */
  readonly how?: 'within' | 'level';
}

export interface TableView {
  readonly id: string;
  readonly captionText: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly ColumnView[];
  readonly rows: readonly RowView[];
  readonly filters?: readonly FilterView[];
  /** A search field over the text of the rows. */
  readonly find?: boolean;
  /** What the rows are called, for the count above the table. */
  readonly rowsText?: readonly [one: string, many: string];
}

export const cell = (...parts: readonly Part[]): CellView => ({ parts });
export const textCell = (text: string, sortKey?: string): CellView =>
  sortKey === undefined ? { parts: [{ text }] } : { parts: [{ text }], sortKey };
export const stackedCell = (parts: readonly Part[]): CellView => ({ parts, stacked: true });
