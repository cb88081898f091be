/**
 * The coverage matrix: the whole standard in its own order. Nothing is judged here: every number counts the
 * states that the core gave to the leaves, so that page, exports and exit code cannot disagree.
 */
import type { ClauseFacts, ClauseState, Coverage, JudgedClaim, StateCounts } from '../core/model/facts.ts';
import { clauseStates } from '../core/model/facts.ts';
import { isWithin, leavesOf, type ViewContext } from './context.ts';
import { rolePart } from './document-view.ts';
import { codePart, linkPart, part, type Part } from './part.ts';
import {
  cell,
  type CellView,
  type FilterView,
  type RowView,
  stackedCell,
  type TableView,
} from './table-view.ts';

export interface StateTally {
  readonly state: ClauseState;
  readonly labelText: string;
  readonly meaningText: string;
  readonly count: number;
  readonly href: string;
}

export interface GapView {
  readonly anchor: string;
  readonly clause: string;
  readonly titleText: string;
  readonly href: string;
  readonly reasonText: string;
  readonly remedyText: string | undefined;
  readonly fileText: string | undefined;
  readonly lineText: string | undefined;
  readonly owners: readonly Part[];
}

export interface StateListView {
  readonly state: ClauseState;
  readonly titleText: string;
  readonly meaningText: string;
  readonly clauses: readonly GapView[];
}

export interface CoverageView {
  readonly standardText: string;
  readonly titleText: string;
  readonly noticeText: string | undefined;
  readonly percentText: string;
  readonly countsText: string;
  readonly forecastText: string | undefined;
  readonly tallies: readonly StateTally[];
  readonly chapters: readonly ChapterView[];
  readonly matrix: TableView;
  /** Members of each state, the ones to be mended first. */
  readonly lists: readonly StateListView[];
  readonly alone: readonly { readonly clause: Part; readonly titleText: string; readonly document: Part }[];
  readonly withoutClaim: readonly {
    readonly document: Part;
    readonly titleText: string;
    readonly reasonText: string;
  }[];
}

export interface ChapterView {
  readonly clause: string;
  readonly titleText: string;
  readonly href: string;
  readonly leaves: number;
  readonly segments: readonly {
    readonly state: ClauseState;
    readonly count: number;
    readonly labelText: string;
    readonly href: string;
  }[];
  readonly sentenceText: string;
}

/** Undefined where `manual.yaml` names an unknown edition: the check says so. */
export function coverageView(context: ViewContext): CoverageView | undefined {
  const { coverage } = context.facts;
  if (coverage === undefined) return undefined;
  return {
    standardText: coverage.standard.name,
    titleText: coverage.standard.title,
    noticeText: coverage.standard.notice,
    percentText: percentText(coverage),
    countsText: countsText(context, coverage),
    forecastText:
      coverage.forecastPercent === undefined || coverage.counts.planned === 0
        ? undefined
        : `If all drafts were approved, ${coverage.forecastPercent} % would be covered. This is a forecast, not coverage.`,
    tallies: tallies(context, coverage),
    chapters: chapters(context, coverage),
    matrix: matrix(context, coverage),
    lists: lists(context, coverage),
    alone: heldByOne(context, coverage),
    withoutClaim: withoutClaim(context),
  };
}

export function percentText({ percent }: Coverage): string {
  return percent === undefined ? 'none applicable' : `${percent} %`;
}

/** `75 of 85 applicable clauses`. */
export function countsText(context: ViewContext, { counts, leaves }: Coverage): string {
  return `${counts.covered} of ${context.text.plural(leaves - counts.notApplicable, 'applicable clause', 'applicable clauses')}`;
}

export function tallies(context: ViewContext, coverage: Coverage): StateTally[] {
  const { text } = context;
  return clauseStates.map((state) => ({
    state,
    labelText: text.clauseStates[state],
    meaningText: text.clauseStateMeanings[state],
    count: countOf(coverage.counts, state),
    href: membersHref(context, coverage, state),
  }));
}

export const countOf = (counts: StateCounts, state: ClauseState): number =>
  state === 'not-applicable' ? counts.notApplicable : counts[state];

/** To the matrix with only these rows; without scripts, to the first of them in the lists below it. */
export function membersHref(
  context: ViewContext,
  coverage: Coverage,
  state: ClauseState,
  within?: string,
): string {
  const first = leavesOf(coverage).find(
    (leaf) => leaf.state === state && (within === undefined || isWithin(leaf.clause.clause, within)),
  );
  // A state without members has no list to lead to.
  const anchor =
    first === undefined ? undefined : within === undefined ? `list-${state}` : memberAnchor(first);
  return context.urls.matrix(within === undefined ? { state } : { state, within }, anchor);
}

/** A dot in an id has to be escaped in style sheets and scripts. */
const anchorOf = (label: string): string => label.replaceAll('.', '-');

const memberAnchor = ({ clause }: ClauseFacts): string => `why-${anchorOf(clause.clause)}`;

export function chapters(context: ViewContext, coverage: Coverage): ChapterView[] {
  return coverage.clauses
    .filter(({ clause }) => clause.depth === 1)
    .map(({ clause, counts, state }) => {
      const total = clauseStates.reduce((sum, one) => sum + countOf(counts, one), 0);
      const segments = clauseStates
        .map((one) => ({
          state: one,
          count: countOf(counts, one),
          labelText: context.text.clauseStates[one],
          href: membersHref(context, coverage, one, clause.clause),
        }))
        .filter(({ count }) => count > 0);
      return {
        clause: clause.clause,
        titleText: clause.title,
        href: context.urls.clause(clause.clause),
        leaves: total,
        segments,
        sentenceText:
          segments
            .map(({ count, state: one }) => `${count} ${context.text.clauseStates[one].toLowerCase()}`)
            .join(', ') || context.text.clauseStates[state],
      };
    });
}

function matrix(context: ViewContext, coverage: Coverage): TableView {
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
      id: `clause-${anchorOf(clause.clause)}`,
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
    id: `clause-${anchorOf(clause.clause)}`,
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
  for (const judged of facts.claims) {
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

function lists(context: ViewContext, coverage: Coverage): StateListView[] {
  const order: readonly ClauseState[] = [
    'gap',
    'partial',
    'overdue',
    'outdated',
    'planned',
    'not-applicable',
    'covered',
  ];
  const leaves = leavesOf(coverage);
  return order
    .map((state) => ({
      state,
      titleText: `${context.text.clauseStates[state]} (${countOf(coverage.counts, state)})`,
      meaningText: context.text.clauseStateMeanings[state],
      clauses: leaves.filter((leaf) => leaf.state === state).map((leaf) => gapView(context, leaf)),
    }))
    .filter(({ clauses }) => clauses.length > 0);
}

export function gapView(context: ViewContext, facts: ClauseFacts): GapView {
  const owners = new Set(
    facts.claims
      .map(({ claim }) => context.facts.documentById.get(claim.document)?.document.frontMatter.owner)
      .filter((owner) => owner !== undefined),
  );
  return {
    anchor: memberAnchor(facts),
    clause: facts.clause.clause,
    titleText: facts.clause.title,
    href: context.urls.clause(facts.clause.clause, facts.clause.edition),
    reasonText: facts.reason,
    remedyText: facts.remedy?.text,
    fileText: facts.remedy?.file,
    lineText: facts.remedy?.line,
    owners: [...owners].map((owner) => rolePart(context, owner)),
  };
}

/** Covered clauses that would fall if one single document were withdrawn. */
function heldByOne(context: ViewContext, coverage: Coverage): CoverageView['alone'] {
  return leavesOf(coverage).flatMap(({ clause, claims, state }) => {
    const holders = new Set(
      claims
        .filter(({ standing, effective }) => effective && standing === 'in force')
        .map(({ claim }) => claim.document),
    );
    const [only] = holders;
    if (state !== 'covered' || holders.size !== 1 || only === undefined) return [];
    return [
      {
        clause: codePart(clause.clause, context.urls.clause(clause.clause)),
        titleText: clause.title,
        document: linkPart(
          `${only} ${context.facts.documentById.get(only)?.document.frontMatter.title ?? ''}`,
          context.hasPage(only) ? context.urls.document(only) : undefined,
        ),
      },
    ];
  });
}

function withoutClaim(context: ViewContext): CoverageView['withoutClaim'] {
  return context.current
    .filter(({ document }) => document.claims.length === 0)
    .map(({ document }) => ({
      document: codePart(document.id, context.urls.document(document.id)),
      titleText: document.frontMatter.title,
      reasonText: document.frontMatter.noClauses ?? 'No reason is given.',
    }));
}

/** The matrix the other way round: each document with the clauses it claims. */
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
