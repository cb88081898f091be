/** The page of one clause: what it asks for in plain words, and what stands behind it here. */
import { documentTypes, type DocumentType } from '../../schemas/document.ts';
import type { ClauseFacts, Coverage, ItemFacts, JudgedClaim } from '../core/model/facts.ts';
import type { Clause } from '../core/model/standard.ts';
import type { ViewContext } from './context.ts';
import { claimPart, findingsByClause } from './coverage-matrix.ts';
import { gapView, type GapView } from './coverage-view.ts';
import { documentLink, type DocumentLinkView } from './document-link.ts';
import { codePart, linkPart, type Mark, type Part } from './part.ts';
import { passageText } from './passage.ts';
import { cell, type TableView, textCell } from './table-view.ts';

export interface ItemView {
  readonly kindText: string;
  readonly whatText: string;
  readonly mark: Mark;
  readonly metText: string;
  readonly by: readonly Part[];
  readonly adviceText: string | undefined;
}

export interface PassageView {
  readonly titleText: string;
  readonly href: string | undefined;
  readonly excerptText: string;
}

export interface ClauseClaimView {
  readonly document: DocumentLinkView;
  readonly extentText: string;
  readonly noteText: string | undefined;
  readonly standingText: string | undefined;
  readonly passages: readonly PassageView[];
}

export interface ClauseView {
  readonly label: string;
  readonly titleText: string;
  readonly standardText: string;
  readonly noticeText: string | undefined;
  readonly untitledText: string | undefined;
  readonly ancestors: readonly Part[];
  readonly state: { readonly text: string; readonly mark: Mark };
  readonly facts: GapView;
  readonly summaryText: string | undefined;
  readonly examplesText: string | undefined;
  readonly items: readonly ItemView[];
  readonly claims: readonly { readonly titleText: string; readonly claims: readonly ClauseClaimView[] }[];
  readonly children: TableView | undefined;
  readonly findings: readonly Part[];
  readonly elsewhere: readonly { readonly labelText: string; readonly parts: readonly Part[] }[];
  readonly previous: Part | undefined;
  readonly next: Part | undefined;
}

export function clauseView(context: ViewContext, edition: string, label: string): ClauseView {
  const coverage = context.coverageOf(edition);
  const facts = coverage?.byLabel.get(label);
  if (coverage === undefined || facts === undefined)
    throw new Error(`There is no clause ${label} in ${edition}`);
  const { clause } = facts;
  const { text } = context;
  const at = coverage.clauses.indexOf(facts);
  return {
    label,
    titleText: clause.title,
    standardText: coverage.standard.name,
    noticeText: coverage.standard.provisional
      ? `The text of ${coverage.standard.name} has not been verified here. Its clauses are shown for preparation only.`
      : undefined,
    untitledText:
      clause.untitled === true
        ? 'The standard gives this paragraph a number but no title; the title here is ours.'
        : undefined,
    ancestors: ancestors(context, coverage, clause),
    state: { text: text.clauseStates[facts.state], mark: facts.state },
    facts: gapView(context, facts),
    summaryText: clause.summary,
    examplesText: clause.evidenceExamples,
    items: facts.items.map((item) => itemView(context, item)),
    claims: claimGroups(context, facts),
    children: clause.children.length === 0 ? undefined : childrenTable(context, coverage, clause),
    findings: edition === context.manual.settings.edition ? (findingsByClause(context).get(label) ?? []) : [],
    elsewhere: elsewhere(context, clause),
    previous: neighbour(context, coverage.clauses[at - 1]),
    next: neighbour(context, coverage.clauses[at + 1]),
  };
}

function ancestors(context: ViewContext, { standard }: Coverage, clause: Clause): Part[] {
  const above: Part[] = [];
  for (let parent = clause.parent; parent !== undefined;) {
    const found: Clause | undefined = standard.byLabel.get(parent);
    if (found === undefined) break;
    above.unshift(
      linkPart(`${found.clause} ${found.title}`, context.urls.clause(found.clause, found.edition)),
    );
    parent = found.parent;
  }
  return above;
}

function itemView(context: ViewContext, { item, met, by }: ItemFacts): ItemView {
  return {
    kindText: item.kind === 'maintain' ? 'Keep up to date' : 'Keep as a record',
    whatText: item.what.charAt(0).toUpperCase() + item.what.slice(1),
    mark: met ? 'yes' : 'no',
    metText: met ? 'Met by' : by.length > 0 ? 'Not met yet; would be by' : 'Not met',
    by: by.map((judged) => claimPart(context, judged)),
    adviceText: item.deciding
      ? undefined
      : 'Advice: it is not certain that the clause asks for this, so it does not decide the state.',
  };
}

function claimGroups(context: ViewContext, { claims }: ClauseFacts): ClauseView['claims'] {
  const byType = new Map<DocumentType, JudgedClaim[]>();
  for (const judged of claims) {
    // A published build names a draft's id in the reason, but shows none of its text.
    if (!context.hasPage(judged.claim.document)) continue;
    const list = byType.get(judged.type);
    if (list === undefined) byType.set(judged.type, [judged]);
    else list.push(judged);
  }
  return documentTypes
    .filter((type) => byType.has(type))
    .map((type) => ({
      titleText: context.text.documentTypesPlural[type],
      claims: inForceFirst(byType.get(type) ?? []).map((judged) => clauseClaim(context, judged)),
    }));
}

const inForceFirst = (claims: readonly JudgedClaim[]): JudgedClaim[] =>
  [...claims].sort((a, b) => Number(a.standing === 'withdrawn') - Number(b.standing === 'withdrawn'));

function clauseClaim(
  context: ViewContext,
  { claim, standing, standingReason, extent }: JudgedClaim,
): ClauseClaimView {
  const facts = context.facts.documentById.get(claim.document);
  if (facts === undefined) throw new Error(`There is no document ${claim.document}`);
  const passages: PassageView[] = (claim.sections.length === 0 ? [undefined] : claim.sections).map((id) => ({
    titleText:
      id === undefined
        ? context.text.document.wholeDocument
        : (facts.document.body.headings.find((heading) => heading.id === id)?.titleText ?? id),
    href: context.urls.document(claim.document, id),
    excerptText: passageText(context, facts.document, id),
  }));
  return {
    document: documentLink(context, facts),
    extentText: context.text.extents[extent],
    noteText: claim.note,
    // The document's own status already says that it is withdrawn.
    standingText:
      standing === 'in force' || standing === 'withdrawn'
        ? undefined
        : `${context.text.standings[standing]}${standingReason === '' ? '' : `: ${standingReason}`}`,
    passages,
  };
}

function childrenTable(context: ViewContext, coverage: Coverage, clause: Clause): TableView {
  return {
    id: 'below',
    captionText: `Clauses below ${clause.clause}`,
    columns: [
      { key: 'clause', labelText: 'Clause', narrow: true },
      { key: 'title', labelText: 'Title', wide: true },
      { key: 'state', labelText: 'State' },
    ],
    rows: clause.children.flatMap((label) => {
      const child = coverage.byLabel.get(label);
      if (child === undefined) return [];
      const state: Part = {
        text: context.text.clauseStates[child.state],
        mark: child.state,
        note: child.clause.leaf ? undefined : 'worst below',
      };
      return [
        {
          data: {},
          cells: [
            cell(codePart(label, context.urls.clause(label, coverage.standard.edition))),
            textCell(child.clause.title),
            cell(state),
          ],
        },
      ];
    }),
  };
}

/** The same requirement in the other editions and standards that are shown. */
function elsewhere(context: ViewContext, clause: Clause): ClauseView['elsewhere'] {
  const found: { labelText: string; parts: Part[] }[] = [];
  for (const { standard } of context.facts.coverages) {
    if (standard.edition === clause.edition) continue;
    const parts = counterpartsIn(context, clause, standard.edition).map((label) => {
      const title = standard.byLabel.get(label)?.title;
      return linkPart(
        title === undefined ? label : `${label} ${title}`,
        title === undefined ? undefined : context.urls.clause(label, standard.edition),
      );
    });
    if (parts.length > 0) found.push({ labelText: standard.name, parts });
  }
  return found;
}

function counterpartsIn(context: ViewContext, clause: Clause, edition: string): readonly string[] {
  const other = context.manual.standards.get(edition);
  const own = context.manual.standards.get(clause.edition);
  if (other === undefined) return [];
  if (own?.previous === edition) return clause.from === undefined ? [] : [clause.from];
  if (other.previous === clause.edition)
    return (
      context
        .once(`from ${edition}`, () =>
          groupBy(other.clauses, ({ from }) => (from === undefined ? [] : [from])),
        )
        .get(clause.clause) ?? []
    );
  if (edition.startsWith('iso-9001:')) return clause.counterparts ?? [];
  if (clause.edition.startsWith('iso-9001:'))
    return (
      context
        .once(`counterparts ${edition}`, () =>
          groupBy(other.clauses, ({ counterparts }) => counterparts ?? []),
        )
        .get(clause.clause) ?? []
    );
  return [];
}

function groupBy(
  clauses: readonly Clause[],
  keysOf: (clause: Clause) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const clause of clauses)
    for (const key of keysOf(clause)) groups.set(key, [...(groups.get(key) ?? []), clause.clause]);
  return groups;
}

function neighbour(context: ViewContext, facts: ClauseFacts | undefined): Part | undefined {
  return facts === undefined
    ? undefined
    : linkPart(
        `${facts.clause.clause} ${facts.clause.title}`,
        context.urls.clause(facts.clause.clause, facts.clause.edition),
      );
}
