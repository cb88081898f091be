/** Findings as SARIF 2.1.0 (OASIS), which code hosts and editors read. */
import type { Finding } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import type { RepositoryOptions } from './format-github.ts';
import type { Report } from './report.ts';

export interface SarifOptions extends RepositoryOptions {
  readonly toolVersion: string;
  /** Summaries of rules by id; rules that are not listed appear with their id alone. */
  readonly rules: readonly { readonly id: string; readonly summary: string }[];
}

/** The report as an indented SARIF log of one run, with a line break at its end. */
export function formatSarif(report: Report, options: SarifOptions): string {
  const ruleIds = [...new Set(report.findings.map((finding) => finding.rule))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'eoms-manual',
            version: options.toolVersion,
            rules: ruleIds.map((id) => ruleDescriptor(id, options)),
          },
        },
        // Columns count UTF-16 units, as in every place of ours.
        columnKind: 'utf16CodeUnits',
        results: report.findings.map((finding) => result(finding, ruleIds, options)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleDescriptor(id: string, { rules }: SarifOptions) {
  const summary = rules.find((rule) => rule.id === id)?.summary;
  return summary === undefined ? { id } : { id, shortDescription: { text: summary } };
}

function result(
  { rule, severity, place, message, hint, related }: Finding,
  ruleIds: string[],
  options: SarifOptions,
) {
  const location = physicalLocation(place, options);
  const relatedLocations = (related ?? []).map((other, index) => ({
    id: index + 1,
    ...physicalLocation(other.place, options),
    message: { text: other.message },
  }));
  return {
    ruleId: rule,
    ruleIndex: ruleIds.indexOf(rule),
    level: severity,
    message: { text: hint === undefined ? message : `${message}\n${hint}` },
    ...(location === undefined ? {} : { locations: [location] }),
    ...(relatedLocations.length === 0 ? {} : { relatedLocations }),
  };
}

function physicalLocation(place: Place, { prefix }: RepositoryOptions) {
  if (place.kind === 'manual') return undefined;
  const region =
    place.kind === 'file'
      ? {}
      : {
          region: {
            startLine: place.start.line,
            startColumn: place.start.column,
            endLine: place.end.line,
            endColumn: place.end.column,
          },
        };
  const uri = (prefix + place.file).split('/').map(encodeURIComponent).join('/');
  return { physicalLocation: { artifactLocation: { uri, uriBaseId: '%SRCROOT%' }, ...region } };
}
