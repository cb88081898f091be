/** Coverage of one edition as a workbook: the same from the site and from the command line. */
import { aboutTable } from '../../core/export/about-table.ts';
import type { BuildStamp, Exported } from '../../core/export/build-stamp.ts';
import { claimsTable, gapsTable, matrixTable } from '../../core/export/coverage-tables.ts';
import { registerTable } from '../../core/export/register-table.ts';
import type { Coverage } from '../../core/model/facts.ts';
import { writeWorkbook } from './write-workbook.ts';

export function coverageWorkbook(exported: Exported, coverage: Coverage, build: BuildStamp): Uint8Array {
  return writeWorkbook([
    matrixTable(exported, coverage),
    // Claims on the other editions are in claims.csv: with them the sheet would be three times as long.
    claimsTable(exported, [coverage], build),
    gapsTable(exported, coverage),
    registerTable(exported, build),
    aboutTable(exported, build),
  ]);
}
