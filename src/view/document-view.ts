/** The page of one document: title block, text, and everything that hangs together with it. */
import type { Claim } from '../core/model/document.ts';
import type { DocumentFacts, JudgedClaim } from '../core/model/facts.ts';
import type { RenderedSegment } from '../core/render/render-body.ts';
import { claimsByDocument, inStandardOrder } from './claims.ts';
import type { ViewContext } from './context.ts';
import { comparedPairs, keptVersions } from './control/kept-versions.ts';
import { type Direction, directionOf } from './direction.ts';
import { appliesTo, type LabelledParts, particulars } from './document-block.ts';
import { type RelatedGroupView, relatedDocuments } from './document-related.ts';
import { hrefOfReferences } from './links/links-view.ts';
import { textSegments, withChips } from './document-text.ts';
import { rolePart } from './named-parts.ts';
import { linkPart, part, type Part } from './part.ts';
import { sourceView, type SourceView } from './source-view.ts';
import { stripView, type StripView } from './print/strip.ts';

export interface BannerView {
  readonly tone: 'stop' | 'draft' | 'attention';
  readonly titleText: string;
  readonly parts: readonly Part[];
}

export interface DocumentClaimView {
  readonly clause: string;
  readonly titleText: string;
  readonly href: string;
  readonly standardText?: string | undefined;
  readonly extentText: string;
  readonly sections: readonly Part[];
  readonly noteText?: string | undefined;
  /** Said where the claim does not count today. */
  readonly standingText?: string | undefined;
}

export interface HistoryRowView {
  readonly version: string;
  /** Where the text of an earlier version is kept, in the row of its approval. */
  readonly versionHref?: string | undefined;
  /** What it changed, word by word. */
  readonly comparison?: Part | undefined;
  readonly date: Part;
  readonly actText: string;
  readonly byText: Part;
  readonly summaryText: string;
}

export interface DocumentView {
  readonly id: string;
  readonly titleText: string;
  readonly descriptionText: string | undefined;
  readonly typeText: string;
  readonly typeHref: string;
  readonly language: string;
  readonly direction: Direction;
  readonly banner: BannerView | undefined;
  readonly watermarkText: string | undefined;
  readonly strip: StripView;
  /** Whom and what it concerns. */
  readonly appliesTo: readonly LabelledParts[];
  /** What the type adds: retention of a record, issuer of an external text, the file of a form. */
  readonly particulars: readonly LabelledParts[];
  readonly contents: readonly { readonly id: string; readonly titleText: string; readonly depth: number }[];
  readonly segments: readonly RenderedSegment[];
  readonly claims: readonly DocumentClaimView[];
  readonly noClausesText: string | undefined;
  readonly related: readonly RelatedGroupView[];
  /** Where they are listed with their sections. */
  readonly referencesHref: string | undefined;
  readonly history: readonly HistoryRowView[];
  /** Pages that tell whether a printed copy of a version still holds, newest first. */
  readonly printedCopies: readonly { readonly version: string; readonly href: string }[];
  readonly source: SourceView;
  /** One line that identifies a printed sheet. */
  readonly printText: string;
  readonly inForce: boolean;
}

export function documentView(context: ViewContext, id: string): DocumentView {
  return viewOf(context, factsOf(context, id));
}

/** The next version of a document as its page would be. Draft builds only. */
export function revisionView(context: ViewContext, id: string): DocumentView {
  const { revision, ...facts } = factsOf(context, id);
  if (revision === undefined) throw new Error(`There is no next version of ${id}`);
  return viewOf(context, { ...facts, ...revision });
}

function factsOf(context: ViewContext, id: string): DocumentFacts {
  const facts = context.facts.documentById.get(id);
  if (facts === undefined) throw new Error(`There is no document ${id}`);
  return facts;
}

function viewOf(context: ViewContext, facts: DocumentFacts): DocumentView {
  const { document, lifecycle } = facts;
  const { frontMatter, id } = document;
  const { file } = facts.control.working;
  const { text, urls } = context;
  const language = frontMatter.language ?? context.language;
  return {
    id,
    titleText: frontMatter.title,
    descriptionText: frontMatter.description,
    typeText: text.documentTypes[frontMatter.type],
    typeHref: urls.type(frontMatter.type),
    language,
    direction: directionOf(language),
    banner: banner(context, facts),
    watermarkText: lifecycle.state === 'effective' ? undefined : text.lifecycleStates[lifecycle.state],
    strip: stripView(context, facts),
    appliesTo: appliesTo(context, document),
    particulars: particulars(context, facts),
    contents: document.body.headings.filter(({ depth }) => depth <= 3),
    segments: withChips(context, document, textSegments(context, document)),
    claims: claims(context, facts),
    noClausesText: frontMatter.clauses.length === 0 ? frontMatter.noClauses : undefined,
    related: relatedDocuments(context, facts),
    referencesHref: hrefOfReferences(context, facts.document.id),
    history: history(context, facts),
    printedCopies: facts.control.versions
      .filter(({ state }) => state !== 'approved')
      .map(({ version }) => ({ version, href: urls.verify(id, version) })),
    source: sourceView(context, file),
    printText: `${id} · ${text.document.version} ${frontMatter.version}`,
    inForce: lifecycle.state === 'effective',
  };
}

function banner(
  context: ViewContext,
  { lifecycle, document, revision }: DocumentFacts,
): BannerView | undefined {
  const { state, supersededBy } = lifecycle;
  const successor = supersededBy === undefined ? undefined : context.facts.documentById.get(supersededBy);
  const use: readonly Part[] =
    successor === undefined
      ? []
      : [
          part('Use'),
          linkPart(
            `${successor.document.id} ${successor.document.frontMatter.title}`,
            context.hasPage(successor.document.id) ? context.urls.document(successor.document.id) : undefined,
          ),
          part('instead.'),
        ];
  switch (state) {
    case 'superseded':
      return { tone: 'stop', titleText: 'Superseded. Do not work from this text.', parts: use };
    case 'withdrawn': {
      const entry = document.frontMatter.history?.find(({ act }) => act === 'withdrawn');
      const when = entry === undefined ? [] : [part(`Withdrawn on ${context.date(entry.date)}.`)];
      const why = entry?.reason ?? entry?.summary;
      return {
        tone: 'stop',
        titleText: 'Withdrawn. Do not work from this text.',
        parts: [...when, ...(why === undefined ? [] : [part(`${why.replace(/\.$/, '')}.`)]), ...use],
      };
    }
    case 'draft':
    case 'in-review':
      return {
        tone: 'draft',
        titleText: state === 'draft' ? 'Draft. Not approved.' : 'In review. Not approved.',
        parts: [part('This text is shown for comment only and does not apply.')],
      };
    case 'approved':
      return {
        tone: 'draft',
        titleText: 'Approved, not yet in force.',
        parts:
          lifecycle.effective === undefined
            ? []
            : [part(`It applies from ${context.date(lifecycle.effective)}.`)],
      };
    case 'effective': {
      const next: Part[] =
        revision === undefined || !context.site.build.drafts
          ? []
          : [
              part(`Version ${revision.document.frontMatter.version} is being prepared:`),
              linkPart('see the draft', context.urls.draft(document.id)),
            ];
      if (lifecycle.overdue && lifecycle.nextReview !== undefined)
        return {
          tone: 'attention',
          titleText: 'In force. Its review is overdue.',
          parts: [
            part(
              `The review was due on ${context.date(lifecycle.nextReview)}. The text applies until it is changed.`,
            ),
            ...next,
          ],
        };
      return next.length === 0 ? undefined : { tone: 'draft', titleText: 'In force.', parts: next };
    }
  }
}

function claims(context: ViewContext, { document }: DocumentFacts): DocumentClaimView[] {
  const judged = claimsByDocument(context).get(document.id) ?? [];
  return inStandardOrder(context, document.claims).map((claim) =>
    claimView(
      context,
      document.body.headings,
      claim,
      judged.filter((one) => one.claim === claim),
    ),
  );
}

function claimView(
  context: ViewContext,
  headings: DocumentFacts['document']['body']['headings'],
  claim: Claim,
  judged: readonly JudgedClaim[],
): DocumentClaimView {
  const { urls, text } = context;
  const foreign = claim.edition !== context.manual.settings.edition;
  const standing = judged.find((one) => one.standing !== 'in force');
  return {
    clause: claim.clause,
    titleText: context.clauseTitle(claim.clause, claim.edition) ?? 'unknown clause',
    href: urls.clause(claim.clause, claim.edition),
    standardText: foreign ? (context.manual.standards.get(claim.edition)?.name ?? claim.edition) : undefined,
    extentText: text.extents[claim.extent],
    sections: claim.sections.map((section) =>
      linkPart(headings.find(({ id }) => id === section)?.titleText ?? section, `#${section}`),
    ),
    noteText: claim.note,
    standingText:
      standing === undefined
        ? undefined
        : `${text.standings[standing.standing]}${standing.standingReason === '' ? '' : `: ${standing.standingReason}`}`,
  };
}

function history(context: ViewContext, facts: DocumentFacts): HistoryRowView[] {
  const { text, urls } = context;
  const { document } = facts;
  const kept = new Map(keptVersions(facts).map((one) => [one.approval, one.version]));
  const pairs = new Map(comparedPairs(facts).map((pair) => [pair.to.approval, pair]));
  return (document.frontMatter.history ?? []).map((entry) => {
    const kind = entry.change === undefined ? '' : `, ${text.changeClasses[entry.change]}`;
    const outcome = entry.outcome === undefined ? '' : `, ${text.reviewOutcomes[entry.outcome]}`;
    const pair = pairs.get(entry);
    return {
      version: entry.version,
      versionHref: kept.has(entry) ? urls.version(document.id, entry.version) : undefined,
      comparison:
        pair === undefined
          ? undefined
          : linkPart(
              `Compare with ${pair.from.version}`,
              urls.comparison(document.id, pair.from.version, pair.to.version),
            ),
      date: { text: context.date(entry.date), date: entry.date },
      actText: `${text.acts[entry.act]}${kind}${outcome}`,
      byText: rolePart(context, entry.by),
      summaryText: [entry.summary, entry.reason, entry.source]
        .filter((line) => line !== undefined)
        .join(' · '),
    };
  });
}
