/** The matrix itself: a row for each clause, and what the filters compare. */
import type { ClauseFacts, Coverage, JudgedClaim } from '../core/model/facts.ts';
import { clauseStates } from '../core/model/facts.ts';
import { leavesOf, type ViewContext } from './context.ts';
import { countOf, memberAnchor, membersHref } from './coverage-counts.ts';
import { anchorOfClause } from './page-anchors.ts';
import { rolePart } from './named-parts.ts';
import { codePart, part, type Part } from './part.ts';
import {
  cell,
  type CellView,
  type FilterView,
  type RowView,
  stackedCell,
  type TableView,
} from './table-view.ts';

export function coverageMatrix(context: ViewContext, coverage: Coverage): TableView {
  const openFindings = findingsByClause(context);
  return {
    id: 'matrix',
    captionText: `${coverage.standard.name}, clause by clause, as of ${context.date(context.facts.today)}`,
    columns: [
      { key: 'clause', labelText: 'Clause', wide: true },
      { key: 'state', labelText: 'State' },
      { key: 'documents', labelText: 'Documents' },
      { key: 'records', labelText: 'Records' },
      { key: 'missing', labelText: 'Missing' },
      { key: 'owner', labelText: 'Owner' },
      { key: 'review', labelText: 'Review due', narrow: true },
      { key: 'findings', labelText: 'Open findings' },
      { key: 'iso9001', labelText: 'ISO 9001' },
    ],
    rows: coverage.clauses.map((facts) =>
      matrixRow(context, coverage, facts, openFindings.get(facts.clause.clause) ?? []),
    ),
    filters: matrixFilters(context, coverage),
    rowsText: ['clause', 'clauses'],
  };
}

function matrixRow(
  context: ViewContext,
  coverage: Coverage,
  facts: ClauseFacts,
  findings: readonly Part[],
): RowView {
  const { clause } = facts;
  const { urls } = context;
  const heading: CellView = {
    parts: [
      codePart(clause.clause, urls.clause(clause.clause)),
      { text: clause.title, note: clause.untitled === true ? 'our title' : undefined },
    ],
  };
  const base = { within: clause.clause, level: clause.leaf ? 'leaf' : String(clause.depth) };
  if (!clause.leaf) {
    return {
      id: anchorOfClause(clause.clause),
      className: `heading depth-${Math.min(clause.depth, 3)}`,
      data: base,
      cells: [
        heading,
        { parts: headingCounts(context, coverage, facts), span: 7 },
        cell(...counterparts(context, facts)),
      ],
    };
  }
  const { documents, records, dues, owners } = claimParts(context, facts);
  const units = new Set(
    facts.claims.flatMap(
      ({ claim }) => context.facts.documentById.get(claim.document)?.document.frontMatter.units ?? [],
    ),
  );
  const types = new Set(facts.claims.map(({ type }) => type));
  return {
    id: anchorOfClause(clause.clause),
    className: `leaf depth-${Math.min(clause.depth, 4)}`,
    data: {
      ...base,
      state: facts.state,
      documented: facts.documented === undefined ? '' : facts.documented ? 'yes' : 'no',
      evidenced: facts.evidenced ? 'yes' : 'no',
      type: [...types].join(' '),
      owner: owners.join(' '),
      unit: [...units].join(' '),
    },
    cells: [
      heading,
      {
        parts: [
          {
            text: context.text.clauseStates[facts.state],
            mark: facts.state,
            href: `#${memberAnchor(facts)}`,
          },
        ],
      },
      stackedCell(documents),
      stackedCell(facts.evidenced ? [...records, { text: 'Evidenced', mark: 'yes' }] : records),
      stackedCell(facts.missing.map(part)),
      stackedCell(owners.map((owner) => rolePart(context, owner))),
      stackedCell(dues),
      stackedCell(findings),
      cell(...counterparts(context, facts)),
    ],
  };
}

function headingCounts(context: ViewContext, coverage: Coverage, { counts, clause }: ClauseFacts): Part[] {
  return clauseStates
    .filter((state) => countOf(counts, state) > 0)
    .map((state) => ({
      text: `${countOf(counts, state)} ${context.text.clauseStates[state].toLowerCase()}`,
      mark: state,
      count: state,
      href: membersHref(context, coverage, state, clause.clause),
    }));
}

/** What stands behind a leaf: each document once, its link leading to the passage that claims. */
function claimParts(
  context: ViewContext,
  facts: ClauseFacts,
): { documents: Part[]; records: Part[]; dues: Part[]; owners: string[] } {
  const documents: Part[] = [];
  const records: Part[] = [];
  const owners = new Set<string>();
  let earliest: { due: string; overdue: boolean } | undefined;
  for (const judged of decidingFirst(facts.claims)) {
    const target = context.facts.documentById.get(judged.claim.document);
    // A withdrawn document stands behind nothing; the page of the clause still names it.
    if (target === undefined || judged.standing === 'withdrawn') continue;
    (judged.type === 'record' ? records : documents).push(claimPart(context, judged));
    owners.add(target.document.frontMatter.owner);
    const { nextReview, overdue, state } = target.lifecycle;
    if (
      state === 'effective' &&
      nextReview !== undefined &&
      (earliest === undefined || nextReview < earliest.due)
    )
      earliest = { due: nextReview, overdue };
  }
  const dues: Part[] =
    earliest === undefined
      ? []
      : [
          {
            text: earliest.due,
            date: earliest.due,
            mark: earliest.overdue ? 'late' : undefined,
            note: earliest.overdue ? 'overdue' : undefined,
          },
        ];
  return { documents, records, dues, owners: [...owners] };
}

/** What decides stands first: in force and in full, then in part, then what is not in force. */
function decidingFirst(claims: readonly JudgedClaim[]): JudgedClaim[] {
  const weight = ({ standing, extent, type }: JudgedClaim): number =>
    (standing === 'in force' ? 0 : 4) + (type === 'form' ? 2 : 0) + (extent === 'full' ? 0 : 1);
  return [...claims].sort((a, b) => weight(a) - weight(b));
}

export function claimPart(context: ViewContext, judged: JudgedClaim): Part {
  const { claim, standing, extent } = judged;
  const notes = [
    extent === 'partial' ? 'in part' : '',
    standing === 'in force' ? '' : context.text.standings[standing].toLowerCase(),
  ].filter((note) => note !== '');
  return {
    text: claim.document,
    code: true,
    // A draft is named, but its text is nowhere in a published build.
    href: context.hasPage(claim.document)
      ? context.urls.document(claim.document, claim.sections[0])
      : undefined,
    note: notes.length === 0 ? undefined : notes.join(', '),
  };
}

function counterparts(context: ViewContext, { clause }: ClauseFacts): Part[] {
  const edition = iso9001(context);
  return (clause.counterparts ?? []).map((label) =>
    codePart(
      label,
      edition === undefined || context.clauseTitle(label, edition) === undefined
        ? undefined
        : context.urls.clause(label, edition),
    ),
  );
}

/** The edition of ISO 9001 that is shown, if any. */
export function iso9001(context: ViewContext): string | undefined {
  return context.facts.coverages.find(({ standard }) => standard.edition.startsWith('iso-9001:'))?.standard
    .edition;
}

export function findingsByClause(context: ViewContext): ReadonlyMap<string, Part[]> {
  return context.once('findingsByClause', () => {
    const byClause = new Map<string, Part[]>();
    for (const row of context.manual.registers.findings.rows) {
      if (row.closed !== undefined && row.closed <= context.facts.today) continue;
      const finding: Part = {
        text: row.id,
        code: true,
        href: `${context.urls.auditFindings}#${row.id}`,
        note: context.text.findingClasses[row.class].toLowerCase(),
        mark: row.class === 'major' ? 'gap' : undefined,
      };
      byClause.set(row.clause, [...(byClause.get(row.clause) ?? []), finding]);
    }
    return byClause;
  });
}

function matrixFilters(context: ViewContext, coverage: Coverage): FilterView[] {
  const { text, manual } = context;
  const leaves = leavesOf(coverage);
  const used = new Set<string>();
  const owners = new Set<string>();
  const units = new Set<string>();
  for (const { claims } of leaves) {
    for (const { claim, type } of claims) {
      used.add(type);
      const frontMatter = context.facts.documentById.get(claim.document)?.document.frontMatter;
      if (frontMatter === undefined) continue;
      owners.add(frontMatter.owner);
      frontMatter.units?.forEach((unit) => units.add(unit));
    }
  }
  const yesNo = [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
  ];
  return [
    {
      name: 'state',
      labelText: 'State',
      options: clauseStates.map((state) => ({ value: state, text: text.clauseStates[state] })),
    },
    {
      name: 'within',
      labelText: 'Chapter',
      how: 'within',
      options: coverage.clauses
        .filter(({ clause }) => (!clause.leaf && clause.depth <= 2) || clause.depth === 1)
        .map(({ clause }) => ({ value: clause.clause, text: `${clause.clause} ${clause.title}` })),
    },
    {
      name: 'type',
      labelText: 'Type',
      options: Object.entries(text.documentTypes)
        .filter(([type]) => used.has(type))
        .map(([value, label]) => ({ value, text: label })),
    },
    {
      name: 'owner',
      labelText: 'Owner',
      options: manual.registers.roles.rows
        .filter(({ id }) => owners.has(id))
        .map(({ id, title }) => ({ value: id, text: title })),
    },
    {
      name: 'unit',
      labelText: 'Unit',
      options: manual.registers.units.rows
        .filter(({ id }) => units.has(id))
        .map(({ id, title }) => ({ value: id, text: title })),
    },
    { name: 'documented', labelText: 'Documented', options: yesNo },
    { name: 'evidenced', labelText: 'Evidenced', options: yesNo },
    {
      name: 'level',
      labelText: 'Rows',
      how: 'level',
      options: [
        { value: '1', text: 'Chapters' },
        { value: '2', text: 'Second level' },
        { value: 'leaf', text: 'Clauses only' },
      ],
    },
  ];
}
