/**
 * The coverage matrix: the whole standard in its own order. Nothing is judged here: every number counts the
 * states that the core gave to the leaves, so that page, exports and exit code cannot disagree.
 */
import type { ClauseFacts, ClauseState, Coverage } from '../core/model/facts.ts';
import { leavesOf, type ViewContext } from './context.ts';
import {
  type ChapterView,
  chapters,
  countOf,
  countsText,
  memberAnchor,
  percentText,
  type StateTally,
  tallies,
} from './coverage-counts.ts';
import { coverageMatrix } from './coverage-matrix.ts';
import { rolePart } from './named-parts.ts';
import { codePart, linkPart, type Part } from './part.ts';
import type { TableView } from './table-view.ts';

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
    matrix: coverageMatrix(context, coverage),
    lists: lists(context, coverage),
    alone: heldByOne(context, coverage),
    withoutClaim: withoutClaim(context),
  };
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
