/** All clauses of one edition with their states. */
import type { ViewContext } from './context.ts';
import { codePart } from './part.ts';
import { cell, type TableView, textCell } from './table-view.ts';

export interface ClauseOutlineView {
  readonly titleText: string;
  readonly noticeText: string | undefined;
  readonly editions: readonly { readonly text: string; readonly href: string; readonly current: boolean }[];
  readonly table: TableView | undefined;
}

export function clauseOutline(context: ViewContext, edition: string): ClauseOutlineView {
  const coverage = context.coverageOf(edition);
  const { text, urls, facts } = context;
  const name = coverage?.standard.name ?? edition;
  return {
    titleText: `Clauses of ${name}`,
    noticeText: coverage?.standard.notice,
    editions: facts.coverages.map(({ standard }) => ({
      text: standard.name,
      href: urls.clauses(standard.edition),
      current: standard.edition === edition,
    })),
    table:
      coverage === undefined
        ? undefined
        : {
            id: 'clauses',
            captionText: `${coverage.standard.name}, ${coverage.standard.title}`,
            columns: [
              { key: 'clause', labelText: 'Clause', narrow: true },
              { key: 'title', labelText: 'Title', wide: true },
              { key: 'summary', labelText: 'In plain words', wide: true },
              { key: 'state', labelText: 'State', narrow: true },
            ],
            rows: coverage.clauses.map(({ clause, state }) => ({
              className: clause.leaf
                ? `leaf depth-${Math.min(clause.depth, 4)}`
                : `heading depth-${Math.min(clause.depth, 3)}`,
              data: { state: clause.leaf ? state : '' },
              cells: [
                cell(codePart(clause.clause, urls.clause(clause.clause, edition))),
                textCell(clause.title),
                textCell(clause.summary ?? ''),
                clause.leaf ? cell({ text: text.clauseStates[state], mark: state }) : cell(),
              ],
            })),
            find: true,
            rowsText: ['clause', 'clauses'],
          },
  };
}
