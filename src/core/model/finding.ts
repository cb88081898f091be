/** A finding is data: what was found, what was expected, where, and what to write instead. */
import type { Place } from './place.ts';

export type Severity = 'error' | 'warning' | 'note';

export interface RelatedPlace {
  readonly place: Place;
  readonly message: string;
}

export interface Finding {
  /** Permanent name of the rule, e.g. `unknown-clause`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly place: Place;
  /** What was found, then what was expected; values in backticks; a full thought, no full stop. */
  readonly message: string;
  /** What to do, as sentences. */
  readonly hint?: string | undefined;
  readonly related?: readonly RelatedPlace[] | undefined;
}

const fileOf = (place: Place): string => (place.kind === 'manual' ? '' : place.file);
const lineOf = (place: Place): number => (place.kind === 'span' ? place.start.line : 0);
const columnOf = (place: Place): number => (place.kind === 'span' ? place.start.column : 0);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Numbers by their value: `8.2` stands before `8.10`. */
function compareNatural(a: string, b: string): number {
  const left = a.match(/\d+|\D+/g) ?? [];
  const right = b.match(/\d+|\D+/g) ?? [];
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const [one = '', other = ''] = [left[at], right[at]];
    if (one === other) continue;
    const difference = Number(one) - Number(other);
    return Number.isNaN(difference) || difference === 0 ? compareText(one, other) : difference;
  }
  return left.length - right.length;
}

/** The order of every report: path, line, column, rule, message. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(fileOf(a.place), fileOf(b.place)) ||
    lineOf(a.place) - lineOf(b.place) ||
    columnOf(a.place) - columnOf(b.place) ||
    compareText(a.rule, b.rule) ||
    compareNatural(a.message, b.message)
  );
}
