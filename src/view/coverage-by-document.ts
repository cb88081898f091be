/** The matrix the other way round. */
import type { ViewContext } from './context.ts';
import { codePart, part, type Part } from './part.ts';
import { cell, type TableView } from './table-view.ts';

/** Each document with the clauses it claims. */
export function coverageByDocument(context: ViewContext): TableView {
  const { text, urls } = context;
  const edition = context.manual.settings.edition;
  return {
    id: 'by-document',
    captionText: `Documents and the clauses they claim, as of ${context.date(context.facts.today)}`,
    columns: [
      { key: 'id', labelText: 'Id', sortable: true, narrow: true },
      { key: 'title', labelText: 'Title', sortable: true, wide: true },
      { key: 'type', labelText: 'Type', sortable: true },
      { key: 'full', labelText: 'Claims in full' },
      { key: 'partial', labelText: 'Claims in part' },
      { key: 'other', labelText: 'Other standards' },
      { key: 'count', labelText: 'Claims', sortable: true, narrow: true },
    ],
    rows: context.current.map(({ document }) => {
      const own = document.claims.filter((claim) => claim.edition === edition);
      const parts = (extent: 'full' | 'partial'): Part[] =>
        own
          .filter((claim) => claim.extent === extent)
          .map((claim) =>
            codePart(
              claim.clause,
              context.clauseTitle(claim.clause) === undefined ? undefined : urls.clause(claim.clause),
            ),
          );
      const foreign = document.claims
        .filter((claim) => claim.edition !== edition)
        .map((claim) => ({
          ...codePart(claim.clause, urls.clause(claim.clause, claim.edition)),
          note: context.manual.standards.get(claim.edition)?.name ?? claim.edition,
        }));
      return {
        data: { type: document.frontMatter.type, claims: document.claims.length === 0 ? 'none' : 'some' },
        cells: [
          cell(codePart(document.id, urls.document(document.id))),
          { parts: [part(document.frontMatter.title)] },
          { parts: [part(text.documentTypes[document.frontMatter.type])] },
          cell(...parts('full')),
          cell(...parts('partial')),
          cell(...foreign),
          {
            parts: [part(String(document.claims.length))],
            sortKey: String(document.claims.length).padStart(6, '0'),
          },
        ],
      };
    }),
    filters: [
      {
        name: 'type',
        labelText: 'Type',
        options: Object.entries(text.documentTypes).map(([value, label]) => ({ value, text: label })),
      },
      {
        name: 'claims',
        labelText: 'Claims',
        options: [
          { value: 'some', text: 'Some' },
          { value: 'none', text: 'None' },
        ],
      },
    ],
    rowsText: ['document', 'documents'],
  };
}
