/** The approved versions of a document whose texts are kept, as pages: past ones, and the one in force. */
import type { VersionFacts } from '../../core/model/control.ts';
import type { ControlledDocument } from '../../core/model/document.ts';
import type { DocumentFacts, Lifecycle } from '../../core/model/facts.ts';
import type { RenderedSegment } from '../../core/render/render-body.ts';
import type { ViewContext } from '../context.ts';
import { directionOf, type Direction } from '../direction.ts';
import type { LabelledParts } from '../document-block.ts';
import { textSegments } from '../document-text.ts';
import type { BannerView } from '../document-view.ts';
import { datePart } from '../named-parts.ts';
import { linkPart, part, type Part } from '../part.ts';
import { stripView, type StripView } from '../print/strip.ts';
import { entryText } from './entry-text.ts';
import { comparedPairs, keptVersions } from './kept-versions.ts';
import { isInForce, verdictOn } from './verdict.ts';

export interface VersionAddress {
  readonly id: string;
  readonly version: string;
}

/** Versions that were or are in force; one approved for a later day is nobody's business yet. */
export function versionsWithPage(context: ViewContext): readonly VersionAddress[] {
  return context.documents.flatMap((facts) =>
    keptVersions(facts).map(({ version }) => ({ id: facts.document.id, version })),
  );
}

export interface VersionView {
  readonly id: string;
  readonly version: string;
  readonly titleText: string;
  readonly documentHref: string;
  readonly language: string;
  readonly direction: Direction;
  readonly inForce: boolean;
  readonly banner: BannerView;
  readonly strip: StripView;
  readonly facts: readonly LabelledParts[];
  /** Empty for the version in force, which has its own page. */
  readonly segments: readonly RenderedSegment[];
  readonly watermarkText: string | undefined;
  readonly comparisons: readonly Part[];
  /** One line that identifies a printed sheet. */
  readonly printText: string;
}

/** @throws Error where the version has no page; see `versionsWithPage` */
export function versionView(context: ViewContext, { id, version }: VersionAddress): VersionView {
  const facts = context.facts.documentById.get(id);
  const one = facts === undefined ? undefined : keptVersions(facts).find((kept) => kept.version === version);
  if (facts === undefined || one === undefined) throw new Error(`There is no version ${version} of ${id}`);
  const inForce = isInForce(facts, one);
  const document = inForce ? undefined : readVersion(context, facts, one);
  const language = (document ?? facts.document).frontMatter.language ?? context.language;
  const { approval } = one;
  return {
    id,
    version,
    titleText: (document ?? facts.document).frontMatter.title,
    documentHref: context.urls.document(id),
    language,
    direction: directionOf(language),
    inForce,
    banner: banner(context, facts, one, inForce),
    strip: stripOf(context, facts, one, document),
    facts: [
      {
        key: 'approved',
        labelText: context.text.document.approved,
        parts: [datePart(context, approval.date)],
      },
      ...(entryText(approval) === undefined
        ? []
        : [
            {
              key: 'summary',
              labelText: 'What changed',
              parts: [part(entryText(approval) ?? '')],
            },
          ]),
    ],
    segments: document === undefined ? [] : textSegments(context, document),
    watermarkText: inForce ? undefined : one.state === 'withdrawn' ? 'Withdrawn' : 'Superseded',
    comparisons: comparisonsOf(context, facts, version),
    printText: `${id} · ${context.text.document.version} ${version}`,
  };
}

/** As of its own time, but for its status: an earlier version is no longer reviewed. */
function stripOf(
  context: ViewContext,
  facts: DocumentFacts,
  one: VersionFacts,
  document: ControlledDocument | undefined,
): StripView {
  if (isInForce(facts, one)) return stripView(context, facts);
  const { approval, effective, state, version } = one;
  const lifecycle: Lifecycle = { state, approval, effective, overdue: false, dueSoon: false };
  const status = verdictOn(context, facts, one);
  if (document !== undefined) return stripView(context, { document, lifecycle }, status);
  // Its text cannot be read: only what the approval itself says is known of that version.
  const named = { ...facts.document, frontMatter: { ...facts.document.frontMatter, version } };
  const strip = stripView(context, { document: named, lifecycle }, status);
  const known = ['id', 'type', 'version', 'status', 'effective', 'approver'];
  return { ...strip, items: strip.items.filter(({ key }) => known.includes(key)) };
}

/** The frozen text of a version; undefined where it cannot be read. */
export const readVersion = (
  context: ViewContext,
  facts: DocumentFacts,
  { copy }: VersionFacts,
): ControlledDocument | undefined =>
  copy === undefined
    ? undefined
    : context.site.analysis.control?.readCopy(copy, facts.control.working.frontMatter.history ?? []);

function banner(context: ViewContext, facts: DocumentFacts, one: VersionFacts, inForce: boolean): BannerView {
  const { id } = facts.document;
  const href = context.hasPage(id) ? context.urls.document(id) : undefined;
  if (inForce)
    return {
      tone: 'attention',
      titleText: `${verdictOn(context, facts, one).text}.`,
      parts: [part('Read it under'), linkPart(id, href), part('.')],
    };
  const leads =
    facts.lifecycle.state === 'effective'
      ? [part('Use'), linkPart(`${id} ${facts.document.frontMatter.version}`, href), part('instead.')]
      : [part('See'), linkPart(id, href), part('.')];
  return {
    tone: 'stop',
    titleText: `${verdictOn(context, facts, one).text}. Do not work from this text.`,
    parts: leads,
  };
}

/** Comparisons of this version with its neighbours that have texts. */
function comparisonsOf(context: ViewContext, facts: DocumentFacts, version: string): Part[] {
  return comparedPairs(facts)
    .filter((pair) => pair.from.version === version || pair.to.version === version)
    .map(({ from, to }) =>
      linkPart(
        `What changed from ${from.version} to ${to.version}`,
        context.urls.comparison(facts.document.id, from.version, to.version),
      ),
    );
}
