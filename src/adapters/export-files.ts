/** The machine-readable twins of the site, by their path in it. */
import type { BuildStamp, Exported } from '../core/export/build-stamp.ts';
import { aboutTable } from '../core/export/about-table.ts';
import { buildCoverageReport } from '../core/export/coverage-report.ts';
import { claimsTable, clausesTable, gapsTable, matrixTable } from '../core/export/coverage-tables.ts';
import { buildFactsFile } from '../core/export/facts-file.ts';
import { formatCsv } from '../core/export/format-csv.ts';
import { buildOscalFiles } from '../core/export/oscal/oscal-files.ts';
import { buildRegisterReport } from '../core/export/register-report.ts';
import { registerTable } from '../core/export/register-table.ts';
import { reviewFeeds } from './feeds/review-feeds.ts';
import { coverageWorkbook } from './xlsx/coverage-workbook.ts';
import { writeWorkbook } from './xlsx/write-workbook.ts';

export type ExportContent = string | Uint8Array;

/**
 * All exports: text, or bytes for spreadsheets. The same manual, date and commit give the same bytes. Coverage is
 * absent where `manual.yaml` names an unknown edition, which is an error of the check.
 *
 * @returns file contents by path without a leading slash, e.g. `coverage.csv`, `oscal/assessment-results.json`
 */
export function exportFiles(exported: Exported, build: BuildStamp): Record<string, ExportContent> {
  return Object.fromEntries(
    Object.entries(planExports(exported, build)).map(([path, make]) => [path, make()]),
  );
}

/** The same, each made when it is asked for: which there are is known at once, and only one need be kept. */
export function planExports(exported: Exported, build: BuildStamp): Record<string, () => ExportContent> {
  const { coverage, coverages } = exported.facts;
  const oscal = Object.entries(buildOscalFiles(exported, build));
  return {
    'clauses.csv': () => formatCsv(clausesTable(exported)),
    'claims.csv': () => formatCsv(claimsTable(exported, coverages, build)),
    'register.csv': () => formatCsv(registerTable(exported, build)),
    'register.json': () => json(buildRegisterReport(exported, build)),
    'register.xlsx': () => writeWorkbook([registerTable(exported, build), aboutTable(exported, build)]),
    'facts.json': () => json(buildFactsFile(exported, build)),
    ...(coverage && {
      'coverage.csv': () => formatCsv(matrixTable(exported, coverage)),
      'gaps.csv': () => formatCsv(gapsTable(exported, coverage)),
      'coverage.json': () => json(buildCoverageReport(exported, coverage, build)),
      'coverage.xlsx': () => coverageWorkbook(exported, coverage, build),
    }),
    ...reviewFeeds(exported, build),
    ...Object.fromEntries(oscal.map(([name, make]) => [`oscal/${name}`, () => JSON.stringify(make())])),
  };
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
