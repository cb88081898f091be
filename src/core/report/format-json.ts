/** Findings as JSON. The shape is public (`schemas/json/findings.schema.json`): additions only. */
import type { Place } from '../model/place.ts';
import type { Report } from './report.ts';

/** The report as indented JSON with a line break at its end. Keys that have no value are left out or null. */
export function formatJson(report: Report): string {
  const findings = report.findings.map(({ rule, severity, place, message, hint, related }) => ({
    rule,
    severity,
    ...location(place),
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(related === undefined || related.length === 0
      ? {}
      : { related: related.map((other) => ({ ...location(other.place), message: other.message })) }),
  }));
  const { counts, documents, clauses } = report;
  return `${JSON.stringify({ findings, counts, documents, clauses }, null, 2)}\n`;
}

/** `file`, `line` and `column` are always there: null where a finding is about a whole file or the manual. */
function location(place: Place) {
  if (place.kind === 'manual') return { file: null, line: null, column: null };
  if (place.kind === 'file') return { file: place.file, line: null, column: null };
  const { file, start, end } = place;
  return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
