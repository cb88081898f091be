/** Coverage of one edition in each format, with the very bytes that the site publishes for the edition in force. */
import type { BuildStamp, Exported } from '../core/export/build-stamp.ts';
import { aboutTable } from '../core/export/about-table.ts';
import { buildCoverageReport } from '../core/export/coverage-report.ts';
import { claimsTable, gapsTable, matrixTable } from '../core/export/coverage-tables.ts';
import { formatCsv } from '../core/export/format-csv.ts';
import { buildOscalFiles } from '../core/export/oscal/oscal-files.ts';
import { registerTable } from '../core/export/register-table.ts';
import type { Coverage } from '../core/model/facts.ts';
import { writeWorkbook } from './xlsx/write-workbook.ts';

export type CoverageFormat = 'json' | 'csv' | 'xlsx' | 'oscal';

/** Contents by file name; the name is empty where the format is one file. */
export async function coverageFiles(
  format: CoverageFormat,
  exported: Exported,
  coverage: Coverage,
  build: BuildStamp,
): Promise<Record<string, string | Uint8Array>> {
  switch (format) {
    case 'json':
      return { '': `${JSON.stringify(buildCoverageReport(exported, coverage, build), null, 2)}\n` };
    case 'csv':
      return { '': formatCsv(matrixTable(exported, coverage)) };
    case 'xlsx': {
      const tables = [
        matrixTable(exported, coverage),
        claimsTable(exported, build),
        gapsTable(exported, coverage),
        registerTable(exported, build),
        aboutTable(exported, build),
      ];
      return { '': await writeWorkbook(tables) };
    }
    case 'oscal':
      return Object.fromEntries(
        Object.entries(buildOscalFiles(exported, build)).map(([name, file]) => [name, JSON.stringify(file)]),
      );
  }
}
