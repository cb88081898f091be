/** Findings for a terminal: `path:line:column: severity: message [rule]`, the hint and related places below. */
import type { Finding, Severity } from '../model/finding.ts';
import { count } from './count.ts';
import { formatPlace, severities, type Report } from './report.ts';

export interface TextOptions {
  /** Colour the severities with terminal codes. The words stay, so that nothing hangs on the colour. */
  readonly color: boolean;
}

/** The whole report with its closing line. Ends with a line break. */
export function formatText(report: Report, options: TextOptions = { color: false }): string {
  const blocks = report.findings.map((finding) => formatFinding(finding, options));
  return [...blocks, blocks.length > 0 ? '' : undefined, formatSummary(report), '']
    .filter((line) => line !== undefined)
    .join('\n');
}

/** One finding, without a line break at its end. */
export function formatFinding(finding: Finding, options: TextOptions = { color: false }): string {
  const head = `${formatPlace(finding.place)}: ${paint(finding.severity, options)}: ${finding.message} [${finding.rule}]`;
  const hint = finding.hint === undefined ? [] : finding.hint.split('\n').map((line) => `  ${line}`);
  const related = (finding.related ?? []).map(({ place, message }) => `  ${formatPlace(place)}: ${message}`);
  return [head, ...hint, ...related].map(showControls).join('\n');
}

/** `2 findings: 2 errors, 0 warnings, in 2 files (212 documents checked)` */
export function formatSummary({ findings, counts, documents }: Report): string {
  const checked = `(${count(documents, 'document')} checked)`;
  if (findings.length === 0) return `No findings ${checked}`;
  const files = new Set(findings.flatMap(({ place }) => (place.kind === 'manual' ? [] : [place.file]))).size;
  const parts = [
    ...severities
      .filter((severity) => severity !== 'note' || counts.note > 0)
      .map((severity) => count(counts[severity], severity)),
    ...(files > 0 ? [`in ${count(files, 'file')}`] : []),
  ];
  return `${count(findings.length, 'finding')}: ${parts.join(', ')} ${checked}`;
}

const colours: Record<Severity, string> = { error: '31', warning: '33', note: '36' };
const paint = (severity: Severity, { color }: TextOptions): string =>
  color ? `\u001B[${colours[severity]}m${severity}\u001B[39m` : severity;

/**
 * Values from the files are shown as written, but a control or direction character would act on the terminal
 * or turn the line round. Our own colour codes are let through.
 */
export function showControls(line: string): string {
  return line.replace(
    /\u001B\[3[136]m|\u001B\[39m|[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g,
    (character) =>
      character.length > 1 ? character : `\\u{${character.codePointAt(0)?.toString(16).padStart(4, '0')}}`,
  );
}
