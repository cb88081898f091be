/** The page of one document: title block, text, and everything that hangs together with it. */
import type { DocumentFacts, JudgedClaim, Reference } from '../core/model/facts.ts';
import type { Claim, ControlledDocument } from '../core/model/document.ts';
import type { RenderedSegment } from '../core/render/render-body.ts';
import { renderBody } from '../core/render/render-body.ts';
import type { ViewContext } from './context.ts';
import { claimsByDocument, clausesInForce, inStandardOrder } from './claims.ts';
import { type DocumentLinkView, documentLink, statusView } from './document-link.ts';
import { formatPeriod } from './format-date.ts';
import { type Direction, directionOf } from './direction.ts';
import { codePart, linkPart, part, type Part } from './part.ts';
import { comparedPairs, keptVersions } from './control/kept-versions.ts';

/** More than this in one group of related documents would bury the text. */
const mostRelated = 40;

export interface LabelledParts {
  readonly key: string;
  readonly labelText: string;
  readonly parts: readonly Part[];
}

export interface BannerView {
  readonly tone: 'stop' | 'draft' | 'attention';
  readonly titleText: string;
  readonly parts: readonly Part[];
}

export interface RelatedGroupView {
  readonly titleText: string;
  readonly documents: readonly DocumentLinkView[];
  readonly moreText?: string | undefined;
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
  readonly strip: readonly LabelledParts[];
  /** What the type adds: retention of a record, issuer of an external text, the file of a form. */
  readonly particulars: readonly LabelledParts[];
  readonly contents: readonly { readonly id: string; readonly titleText: string; readonly depth: number }[];
  readonly segments: readonly RenderedSegment[];
  readonly claims: readonly DocumentClaimView[];
  readonly noClausesText: string | undefined;
  readonly related: readonly RelatedGroupView[];
  readonly history: readonly HistoryRowView[];
  readonly editHref: string | undefined;
  readonly historyHref: string | undefined;
  /** One line that identifies a printed sheet. */
  readonly printText: string;
  readonly inForce: boolean;
}

export function documentView(context: ViewContext, id: string): DocumentView {
  const facts = context.facts.documentById.get(id);
  if (facts === undefined) throw new Error(`There is no document ${id}`);
  const { document, lifecycle } = facts;
  const { frontMatter, file } = document;
  const { text, urls } = context;
  const repository = context.manual.settings.repository;
  const language = frontMatter.language ?? context.language;
  const status = statusView(context, lifecycle);
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
    strip: strip(context, facts),
    particulars: particulars(context, facts),
    contents: document.body.headings.filter(({ depth }) => depth <= 3),
    segments: textSegments(context, document),
    claims: claims(context, facts),
    noClausesText: frontMatter.clauses.length === 0 ? frontMatter.noClauses : undefined,
    related: related(context, facts),
    history: history(context, facts),
    editHref: repository?.editUrl?.replaceAll('{path}', encodeURI(file)),
    historyHref: repository?.historyUrl?.replaceAll('{path}', encodeURI(file)),
    printText: [
      id,
      `${text.document.version} ${frontMatter.version}`,
      status.text,
      `as of ${context.date(context.facts.today)}`,
    ].join(' · '),
    inForce: lifecycle.state === 'effective',
  };
}

/** The text of a document, or of an earlier version of it, as this build shows it. */
export const textSegments = (context: ViewContext, document: ControlledDocument): RenderedSegment[] =>
  withoutEmptyAddresses(renderBody(document, context.manual, hrefOf(context)));

/** Links to documents without a page in this build lead nowhere: their text stays, their address does not. */
function hrefOf(context: ViewContext): ViewContext['urls']['hrefOf'] {
  return context.once(
    'hrefOf',
    () => (target) =>
      target.kind === 'document' && !context.hasPage(target.id) ? '' : context.urls.hrefOf(target),
  );
}

/** A link or picture that leads nowhere in this build keeps its words and loses its address. */
function withoutEmptyAddresses(segments: readonly RenderedSegment[]): RenderedSegment[] {
  return segments.map((segment) =>
    typeof segment === 'string'
      ? segment.includes('=""')
        ? segment
            .replaceAll('<a href=""', '<a')
            .replaceAll(/<img src="" alt="([^"]*)"[^>]*>/g, '<span class="note">[$1]</span>')
        : segment
      : segment.body.length === 0
        ? segment
        : { ...segment, body: withoutEmptyAddresses(segment.body) },
  );
}

function banner(context: ViewContext, { lifecycle, document }: DocumentFacts): BannerView | undefined {
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
    case 'effective':
      return lifecycle.overdue && lifecycle.nextReview !== undefined
        ? {
            tone: 'attention',
            titleText: 'In force. Its review is overdue.',
            parts: [
              part(
                `The review was due on ${context.date(lifecycle.nextReview)}. The text applies until it is changed.`,
              ),
            ],
          }
        : undefined;
  }
}

function strip(context: ViewContext, { document, lifecycle }: DocumentFacts): LabelledParts[] {
  const { frontMatter, id } = document;
  const { text, urls } = context;
  const status = statusView(context, lifecycle);
  const items: LabelledParts[] = [
    { key: 'id', labelText: text.document.id, parts: [codePart(id, undefined)] },
    {
      key: 'type',
      labelText: text.document.type,
      parts: [linkPart(text.documentTypes[frontMatter.type], urls.type(frontMatter.type))],
    },
    { key: 'version', labelText: text.document.version, parts: [codePart(frontMatter.version, undefined)] },
    { key: 'status', labelText: text.document.status, parts: [status] },
    { key: 'effective', labelText: text.document.effective, parts: [datePart(context, lifecycle.effective)] },
    { key: 'review', labelText: text.document.review, parts: [datePart(context, lifecycle.nextReview)] },
    { key: 'owner', labelText: text.document.owner, parts: [rolePart(context, frontMatter.owner)] },
    {
      key: 'approver',
      labelText: text.document.approver,
      parts: lifecycle.approval === undefined ? [part('–')] : [rolePart(context, lifecycle.approval.by)],
    },
  ];
  items.push(...appliesTo(context, document));
  return items;
}

/** Whom and what it concerns; an empty line says so instead of vanishing, so that the block always reads the same. */
function appliesTo(context: ViewContext, document: ControlledDocument): LabelledParts[] {
  const { frontMatter } = document;
  const { text, urls } = context;
  const { units, processes } = context.manual.registers;
  const orDash = (parts: readonly Part[]): readonly Part[] => (parts.length === 0 ? [part('–')] : parts);
  const process = frontMatter.process;
  return [
    {
      key: 'roles',
      labelText: text.document.roles,
      parts: orDash((frontMatter.roles ?? []).map((role) => rolePart(context, role))),
    },
    {
      key: 'units',
      labelText: text.document.unit,
      parts: orDash(
        (frontMatter.units ?? []).map((unit) =>
          linkPart(context.unitTitle(unit), units.byId.has(unit) ? urls.unit(unit) : undefined),
        ),
      ),
    },
    {
      key: 'process',
      labelText: text.document.process,
      parts:
        process === undefined
          ? [part('–')]
          : [
              linkPart(
                context.processTitle(process),
                processes.byId.has(process) ? urls.process(process) : undefined,
              ),
            ],
    },
    {
      key: 'clauses',
      labelText: text.document.clauses,
      parts: orDash(
        clausesInForce(context, document).map((label) =>
          codePart(label, context.clauseTitle(label) === undefined ? undefined : urls.clause(label)),
        ),
      ),
    },
    {
      key: 'audience',
      labelText: text.document.audience,
      parts: [part(text.audiences[frontMatter.audience ?? 'internal'])],
    },
  ];
}

function particulars(context: ViewContext, { document }: DocumentFacts): LabelledParts[] {
  const { frontMatter } = document;
  const { text } = context;
  switch (frontMatter.type) {
    case 'record': {
      const { retention, periodCovered } = frontMatter;
      const authority = retention.authority === undefined ? [] : [part(`(${retention.authority})`)];
      return [
        { key: 'location', labelText: 'Kept in', parts: [part(frontMatter.location)] },
        { key: 'format', labelText: 'Form', parts: [part(text.recordFormats[frontMatter.format])] },
        ...(frontMatter.access === undefined
          ? []
          : [{ key: 'access', labelText: 'May be read by', parts: [part(frontMatter.access)] }]),
        {
          key: 'retention',
          labelText: 'Kept for',
          parts: [
            part(
              `${formatPeriod(retention.period)} from ${retention.from}, ${text.retentionThen[retention.then]}`,
            ),
            ...authority,
          ],
        },
        {
          key: 'personal',
          labelText: 'Personal data',
          parts: [part(frontMatter.personalData ? 'Yes' : 'No')],
        },
        ...(frontMatter.evidence === true
          ? [
              {
                key: 'evidence',
                labelText: 'Published evidence',
                parts: [
                  part(
                    periodCovered === undefined
                      ? 'Yes'
                      : `For ${context.date(periodCovered.from)} to ${context.date(periodCovered.to)}`,
                  ),
                ],
              },
            ]
          : []),
      ];
    }
    case 'external':
      return [
        { key: 'issuer', labelText: 'Issued by', parts: [part(frontMatter.issuer)] },
        { key: 'edition', labelText: 'Edition in use', parts: [part(frontMatter.edition)] },
        {
          key: 'source',
          labelText: 'Current text',
          parts: [
            linkPart(
              frontMatter.source,
              /^https?:\/\//.test(frontMatter.source) ? frontMatter.source : undefined,
            ),
          ],
        },
      ];
    case 'form':
      return frontMatter.file === undefined
        ? []
        : [
            {
              key: 'file',
              labelText: 'File to fill in',
              parts: [
                linkPart(
                  `${text.document.download} (${frontMatter.file})`,
                  context.urls.formFile(frontMatter.file),
                ),
              ],
            },
          ];
    default:
      return [];
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

const relations: readonly Reference['relation'][] = ['implements', 'uses', 'produces', 'supersedes', 'link'];

function related(context: ViewContext, facts: DocumentFacts): RelatedGroupView[] {
  const groups: RelatedGroupView[] = [];
  const shown = new Set<string>();
  for (const relation of relations) {
    for (const [references, end, titles] of [
      [facts.refersTo, 'to', context.text.relationsOut],
      [facts.referredToBy, 'from', context.text.relationsIn],
    ] as const) {
      const ids = new Set<string>();
      for (const reference of references) {
        if (reference.relation !== relation) continue;
        const other = reference[end];
        // A document that is named for a stronger reason is not listed again as merely mentioned.
        if (
          other === facts.document.id ||
          !context.hasPage(other) ||
          (relation === 'link' && shown.has(other))
        )
          continue;
        ids.add(other);
        if (relation !== 'link') shown.add(other);
      }
      if (ids.size === 0) continue;
      const sorted = [...ids].sort();
      groups.push({
        titleText: titles[relation],
        documents: sorted
          .slice(0, mostRelated)
          .map((id) => documentLink(context, context.facts.documentById.get(id) as DocumentFacts)),
        moreText: sorted.length > mostRelated ? `and ${sorted.length - mostRelated} more` : undefined,
      });
    }
  }
  return groups;
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

export function rolePart(context: ViewContext, id: string): Part {
  return linkPart(
    context.roleTitle(id),
    context.manual.registers.roles.byId.has(id) ? context.urls.role(id) : undefined,
  );
}

export function datePart(context: ViewContext, date: string | undefined): Part {
  return date === undefined ? part('–') : { text: context.date(date), date };
}
