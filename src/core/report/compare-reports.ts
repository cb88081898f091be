/** What a change of the manual did to its findings. */
import type { Finding } from '../model/finding.ts';
import type { Report } from './report.ts';

export interface ReportChange {
  readonly appeared: readonly Finding[];
  readonly mended: readonly Finding[];
}

/** A finding that only moved to another line, because text above it grew or shrank, is the same finding. */
export function compareReports(before: Report, after: Report): ReportChange {
  return {
    appeared: without(after.findings, before.findings),
    mended: without(before.findings, after.findings),
  };
}

function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const known = new Map<string, number>();
  for (const finding of others) known.set(keyOf(finding), (known.get(keyOf(finding)) ?? 0) + 1);
  return findings.filter((finding) => {
    const left = known.get(keyOf(finding)) ?? 0;
    if (left > 0) known.set(keyOf(finding), left - 1);
    return left === 0;
  });
}

const keyOf = ({ rule, severity, place, message }: Finding): string =>
  [rule, severity, place.kind === 'manual' ? '' : place.file, message].join('\n');
