/** What a spreadsheet says about itself. It never stands above the data. */
import type { BuildStamp, Exported } from './build-stamp.ts';
import { coverageRules } from './build-stamp.ts';
import { buildTable, column, type Cell, type Table } from './table.ts';

export function aboutTable({ manual, facts }: Exported, build: BuildStamp): Table {
  const { settings } = manual;
  const rows: [name: string, value: Cell | undefined][] = [
    ['Institution', settings.institution.name],
    ['Edition in force', settings.edition],
    ['Standard', facts.coverage?.standard.name],
    ...facts.coverages.flatMap(({ standard, counts, leaves, percent }): [string, Cell][] => [
      [
        `Coverage of ${standard.name}${standard.provisional ? ' (provisional)' : ''}`,
        percent === undefined ? 'none applicable' : `${percent} %`,
      ],
      [
        `Clauses of ${standard.name}`,
        `${leaves} in all: ${counts.covered} covered, ${counts.partial} partial, ${counts.overdue} overdue, ${counts.outdated} outdated, ${counts.planned} planned, ${counts.gap} gap, ${counts.notApplicable} not applicable`,
      ],
    ]),
    ['Counts only what these readers may see', build.limitedTo?.audience],
    ['As of', facts.today],
    ['Date given by hand', facts.todayOverridden ? 'yes' : 'no'],
    ['Draft build', build.drafts ? 'yes' : 'no'],
    ['Commit', build.commit ?? 'not known'],
    ['eoms-manual', build.toolVersion],
    ['Rules of coverage', coverageRules],
    ['Version of manual.yaml', settings.version],
    [
      'Read this',
      'Coverage is not conformity: it says which clauses have a document or record in force, not that it is followed.',
    ],
    ['The standard', facts.coverage?.standard.notice],
  ];
  return buildTable<(typeof rows)[number]>(
    'About',
    [column('What', 34, ([name]) => name), column('Value', 100, ([, value]) => value)],
    rows.filter(([, value]) => value !== undefined),
  );
}
