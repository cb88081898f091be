/** Coverage of one edition in each format, with the very bytes that the site publishes for the edition in force. */
import type { BuildStamp, Exported } from '../core/export/build-stamp.ts';
import { buildCoverageReport } from '../core/export/coverage-report.ts';
import { matrixTable } from '../core/export/coverage-tables.ts';
import { formatCsv } from '../core/export/format-csv.ts';
import { buildOscalFiles } from '../core/export/oscal/oscal-files.ts';
import type { Coverage } from '../core/model/facts.ts';
import { coverageWorkbook } from './xlsx/coverage-workbook.ts';

export type CoverageFormat = 'json' | 'csv' | 'xlsx' | 'oscal';

/** Contents by file name; the name is empty where the format is one file. */
export function coverageFiles(
  format: CoverageFormat,
  exported: Exported,
  coverage: Coverage,
  build: BuildStamp,
): Record<string, string | Uint8Array> {
  switch (format) {
    case 'json':
      return { '': `${JSON.stringify(buildCoverageReport(exported, coverage, build), null, 2)}\n` };
    case 'csv':
      return { '': formatCsv(matrixTable(exported, coverage)) };
    case 'xlsx':
      return { '': coverageWorkbook(exported, coverage, build) };
    case 'oscal':
      return Object.fromEntries(
        Object.entries(buildOscalFiles(exported, build)).map(([name, file]) => [
          name,
          JSON.stringify(file()),
        ]),
      );
  }
}
