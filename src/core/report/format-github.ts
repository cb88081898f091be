/** Findings as GitHub workflow commands, which become annotations at the line in a pull request. */
import type { Finding } from '../model/finding.ts';
import { formatSummary, showControls } from './format-text.ts';
import { formatPlace, type Report } from './report.ts';

export interface RepositoryOptions {
  /** What stands before a finding's path to make it a path from the repository's root, e.g. `docs/`. */
  readonly prefix: string;
}

/** One command a finding, then the closing line as plain text for the log. */
export function formatGithub(report: Report, options: RepositoryOptions = { prefix: '' }): string {
  return [
    ...report.findings.map((finding) => formatCommand(finding, options)),
    formatSummary(report),
    '',
  ].join('\n');
}

const commands = { error: 'error', warning: 'warning', note: 'notice' } as const;

function formatCommand(
  { rule, severity, place, message, hint, related }: Finding,
  { prefix }: RepositoryOptions,
): string {
  const span = place.kind === 'span' ? place : undefined;
  // GitHub takes columns only where the finding stays within one line.
  const oneLine = span !== undefined && span.start.line === span.end.line;
  const properties = {
    ...(place.kind === 'manual' ? {} : { file: prefix + place.file }),
    ...(span === undefined ? {} : { line: span.start.line, endLine: span.end.line }),
    ...(oneLine ? { col: span.start.column, endColumn: span.end.column } : {}),
    title: rule,
  };
  const text = [
    message,
    ...(hint === undefined ? [] : [hint]),
    ...(related ?? []).map((other) => `${formatPlace(other.place)}: ${other.message}`),
  ]
    .map(showControls)
    .join('\n');
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${commands[severity]} ${list.join(',')}::${escapeData(text)}`;
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
