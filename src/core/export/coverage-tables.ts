/** The coverage matrix, all clauses, all claims and the open ends, as tables. */
import type { ClauseFacts, Coverage, JudgedClaim } from '../model/facts.ts';
import type { BuildStamp, Exported } from './build-stamp.ts';
import { type ClauseRow, clauseRows, isShown } from './clause-rows.ts';
import { buildTable, column, type ColumnOf, joined, type Table } from './table.ts';

/** The matrix of one edition, in the standard's own order. */
export function matrixTable(exported: Exported, coverage: Coverage): Table {
  return {
    ...buildTable('Clauses', [clause, title, ...matrixColumns], clauseRows(exported, coverage)),
    levels: coverage.clauses.map(({ clause: { depth } }) => depth - 1),
  };
}

/** Every clause of every edition shown. */
export function clausesTable(exported: Exported): Table {
  const rows = exported.facts.coverages.flatMap((coverage) => clauseRows(exported, coverage));
  const edition = column<ClauseRow>('Edition', 16, ({ coverage }) => coverage.standard.edition);
  return buildTable('All editions', [edition, clause, title, ...matrixColumns], rows);
}

/** What is still to be done in the edition in force. */
export function gapsTable(exported: Exported, coverage: Coverage): Table {
  const rows = clauseRows(exported, coverage).filter(
    ({ facts }) => facts.clause.leaf && facts.state !== 'covered' && facts.state !== 'not-applicable',
  );
  return buildTable(
    'Gaps',
    [
      clause,
      title,
      state,
      reason,
      missing,
      column<ClauseRow>('Owner', 24, ({ owners }) => joined(owners)),
      column<ClauseRow>('Review due', 12, ({ reviewDue }) => reviewDue, 'date'),
      column<ClauseRow>('Notes', 30, ({ facts }) =>
        joined(facts.claims.flatMap(({ claim, effective }) => (effective && claim.note) || [])),
      ),
      todo,
      column<ClauseRow>('File', 40, ({ facts }) => facts.remedy?.file),
      column<ClauseRow>('Line to write', 40, ({ facts }) => facts.remedy?.line),
    ],
    rows,
  );
}

/** Every claim on these editions, also those that count for nothing. */
export function claimsTable(exported: Exported, coverages: readonly Coverage[], build: BuildStamp): Table {
  const rows = coverages.flatMap((coverage) =>
    [...coverage.clauses.flatMap(({ claims }) => claims), ...coverage.strayClaims].map((judged) => ({
      coverage,
      judged,
    })),
  );
  const shown = (id: string) => {
    const facts = exported.facts.documentById.get(id);
    return facts && isShown(facts, build) ? facts.document.frontMatter : undefined;
  };
  return buildTable<{ coverage: Coverage; judged: JudgedClaim }>(
    'Claims',
    [
      column('Edition', 16, ({ coverage }) => coverage.standard.edition),
      column('Clause', 11, ({ judged }) => judged.clause),
      column('Clause title', 40, ({ coverage, judged }) => coverage.byLabel.get(judged.clause)?.clause.title),
      column('Document', 12, ({ judged }) => judged.claim.document),
      column('Document title', 40, ({ judged }) => shown(judged.claim.document)?.title),
      column('Type', 16, ({ judged }) => judged.type),
      column('Version', 9, ({ judged }) => judged.version),
      column('Sections', 24, ({ judged }) => joined(judged.claim.sections.map((section) => `#${section}`))),
      column('Extent', 9, ({ judged }) => judged.extent),
      column('Standing', 12, ({ judged }) => judged.standing),
      column('Why', 50, ({ judged }) => judged.standingReason),
      column('Claimed as', 20, ({ judged: { claim } }) => `${claim.edition} ${claim.clause}`),
      column('Note', 40, ({ judged: { claim, standing } }) =>
        shown(claim.document) && (build.drafts || standing !== 'planned') ? claim.note : undefined,
      ),
      column('Written in', 14, ({ judged }) =>
        judged.claim.origin === 'text' ? 'the text' : 'the front matter',
      ),
      column('File', 50, ({ judged: { claim } }) =>
        claim.place.kind === 'manual' ? undefined : claim.place.file,
      ),
      column(
        'Line',
        7,
        ({ judged: { claim } }) => (claim.place.kind === 'span' ? claim.place.start.line : undefined),
        'number',
      ),
    ],
    rows,
  );
}

const clause = column<ClauseRow>('Clause', 13, ({ facts }) => facts.clause.clause);
const title = column<ClauseRow>('Title', 50, ({ facts }) => facts.clause.title);
const state = column<ClauseRow>('State', 15, ({ facts }) => facts.state);
const reason = column<ClauseRow>('Why', 60, ({ facts }) => facts.reason);
const missing = column<ClauseRow>('Missing', 36, ({ facts }) => joined(facts.missing));
const todo = column<ClauseRow>('What to do', 60, ({ facts }) => facts.remedy?.text);

const matrixColumns: readonly ColumnOf<ClauseRow>[] = [
  column('Kind', 12, ({ facts }) => (facts.clause.leaf ? 'requirement' : 'heading')),
  state,
  reason,
  column('Documents', 32, ({ documents }) => joined(documents.map(nameOf))),
  column('Records', 32, ({ records }) => joined(records.map(nameOf))),
  missing,
  column('Documented', 12, ({ facts }) => ofLeaf(facts, facts.documented)),
  column('Record defined', 12, ({ facts }) => ofLeaf(facts, facts.recordDefined)),
  column('Evidenced', 12, ({ facts }) => ofLeaf(facts, facts.evidenced)),
  column('Owner', 24, ({ owners }) => joined(owners)),
  column('Review due', 12, ({ reviewDue }) => reviewDue, 'date'),
  column('Open findings', 16, ({ findings }) =>
    joined(findings.map(({ id, class: kind }) => `${id} (${kind})`)),
  ),
  column('ISO 9001:2015', 14, ({ facts }) => joined(facts.clause.counterparts ?? [])),
  todo,
];

/** Yes or no for a clause that carries requirements; a heading has nothing of its own. */
const ofLeaf = ({ clause: { leaf } }: ClauseFacts, value: boolean | undefined): string | undefined =>
  !leaf || value === undefined ? undefined : value ? 'yes' : 'no';

/** `PRC-007`, or `PRC-007 (in part, overdue)`. */
function nameOf({ claim, extent, standing }: JudgedClaim): string {
  const notes = [extent === 'partial' ? 'in part' : '', standing === 'in force' ? '' : standing].filter(
    Boolean,
  );
  return notes.length === 0 ? claim.document : `${claim.document} (${notes.join(', ')})`;
}
