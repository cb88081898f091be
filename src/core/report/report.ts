/** What a check found, as a value. Every output format is a function from this to text. */
import type { Finding, Severity } from '../model/finding.ts';
import type { Place } from '../model/place.ts';

export interface SeverityCounts {
  readonly error: number;
  readonly warning: number;
  readonly note: number;
}

export interface Report {
  /** Sorted as they are to be shown. */
  readonly findings: readonly Finding[];
  readonly counts: SeverityCounts;
  /** Number of documents checked. */
  readonly documents: number;
  /** Number of clauses of the edition in force. */
  readonly clauses: number;
}

/** From the gravest to the mildest. */
export const severities = ['error', 'warning', 'note'] as const satisfies readonly Severity[];

/** True when the report holds a finding of this severity or a graver one. */
export function reaches(report: Report, threshold: Severity): boolean {
  return severities
    .slice(0, severities.indexOf(threshold) + 1)
    .some((severity) => report.counts[severity] > 0);
}

/** `content/a.mdx:9:5`, `content/a.mdx`, or `manual`. Never `0:0`: a place may be missing. */
export function formatPlace(place: Place): string {
  if (place.kind === 'manual') return 'manual';
  return place.kind === 'file' ? place.file : `${place.file}:${place.start.line}:${place.start.column}`;
}
