/** The small pieces that cells and strips are made of. */

/** A quiet mark beside words that say the same; never shown alone. */
export type Mark =
  | 'covered'
  | 'partial'
  | 'overdue'
  | 'outdated'
  | 'planned'
  | 'gap'
  | 'not-applicable'
  | 'in-force'
  | 'due-soon'
  | 'late'
  | 'draft'
  | 'stopped'
  | 'yes'
  | 'no';

/** Text with what it leads to. Components place parts in their order, with a space between. */
export interface Part {
  readonly text: string;
  readonly href?: string | undefined;
  readonly mark?: Mark | undefined;
  /** Machine-readable date of a text that is one. */
  readonly date?: string | undefined;
  /** Said after the text in a smaller voice. */
  readonly note?: string | undefined;
  /** Said before the text, on a line of its own in a smaller voice: what the parts from here on are. */
  readonly leadText?: string | undefined;
  /** An id of the site, kept on one line and set in figures of one width. */
  readonly code?: boolean | undefined;
  /** Backticks in the text set off what is to be typed. */
  readonly ticks?: boolean | undefined;
  /** A count that filters may change: the script finds it by this name. */
  readonly count?: string | undefined;
}

export const part = (text: string): Part => ({ text });
export const linkPart = (text: string, href: string | undefined): Part => ({ text, href });
export const codePart = (text: string, href: string | undefined): Part => ({ text, href, code: true });
