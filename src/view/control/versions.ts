/** The approved versions of a document whose texts are kept, as pages: past ones, and the one in force. */
import type { VersionFacts } from '../../core/model/control.ts';
import type { ControlledDocument } from '../../core/model/document.ts';
import type { DocumentFacts } from '../../core/model/facts.ts';
import type { RenderedSegment } from '../../core/render/render-body.ts';
import type { ViewContext } from '../context.ts';
import { directionOf, type Direction } from '../direction.ts';
import type { LabelledParts } from '../document-block.ts';
import { textSegments } from '../document-text.ts';
import type { BannerView } from '../document-view.ts';
import { datePart, rolePart } from '../named-parts.ts';
import { linkPart, part, type Part } from '../part.ts';
import { comparedPairs, keptVersions } from './kept-versions.ts';

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
  readonly facts: readonly LabelledParts[];
  /** Empty for the version in force, which has its own page. */
  readonly segments: readonly RenderedSegment[];
  readonly watermarkText: string | undefined;
  readonly comparisons: readonly Part[];
  /** One line for the reader of a printed sheet. */
  readonly verdictText: string;
}

/** @throws Error where the version has no page; see `versionsWithPage` */
export function versionView(context: ViewContext, { id, version }: VersionAddress): VersionView {
  const facts = context.facts.documentById.get(id);
  const one = facts === undefined ? undefined : keptVersions(facts).find((kept) => kept.version === version);
  if (facts === undefined || one === undefined) throw new Error(`There is no version ${version} of ${id}`);
  const inForce = one.state === 'effective' && facts.lifecycle.state === 'effective';
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
    facts: [
      { key: 'version', labelText: context.text.document.version, parts: [part(version)] },
      {
        key: 'effective',
        labelText: context.text.document.effective,
        parts: [datePart(context, one.effective)],
      },
      {
        key: 'approver',
        labelText: context.text.document.approver,
        parts: [rolePart(context, approval.by), part('on'), datePart(context, approval.date)],
      },
      ...(approval.summary === undefined && approval.reason === undefined
        ? []
        : [
            {
              key: 'summary',
              labelText: 'What changed',
              parts: [part(approval.summary ?? approval.reason ?? '')],
            },
          ]),
    ],
    segments: document === undefined ? [] : textSegments(context, document),
    watermarkText: inForce ? undefined : one.state === 'withdrawn' ? 'Withdrawn' : 'Superseded',
    comparisons: comparisonsOf(context, facts, version),
    verdictText: verdict(context, facts, one, inForce),
  };
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

/** The version that took its place, and since when. */
export function successorOf({ control }: DocumentFacts, version: string): VersionFacts | undefined {
  const index = control.versions.findIndex((one) => one.version === version);
  return control.versions.slice(0, Math.max(0, index)).findLast(({ state }) => state !== 'approved');
}

function verdict(context: ViewContext, facts: DocumentFacts, one: VersionFacts, inForce: boolean): string {
  if (inForce) return `In force${one.effective === undefined ? '' : ` since ${context.date(one.effective)}`}`;
  if (facts.lifecycle.state === 'withdrawn') return 'Withdrawn: this document does not apply any more';
  if (facts.lifecycle.state === 'superseded' && one.state === 'effective')
    return `Superseded by ${facts.lifecycle.supersededBy ?? 'another document'}`;
  const next = successorOf(facts, one.version);
  return next === undefined
    ? 'Not in force'
    : `Superseded by version ${next.version}${next.effective === undefined ? '' : ` since ${context.date(next.effective)}`}`;
}

function banner(context: ViewContext, facts: DocumentFacts, one: VersionFacts, inForce: boolean): BannerView {
  const { id } = facts.document;
  const href = context.hasPage(id) ? context.urls.document(id) : undefined;
  if (inForce)
    return {
      tone: 'attention',
      titleText: `${verdict(context, facts, one, inForce)}.`,
      parts: [part('Read it under'), linkPart(id, href), part('.')],
    };
  const leads =
    facts.lifecycle.state === 'effective'
      ? [part('Use'), linkPart(`${id} ${facts.document.frontMatter.version}`, href), part('instead.')]
      : [part('See'), linkPart(id, href), part('.')];
  return {
    tone: 'stop',
    titleText: `${verdict(context, facts, one, inForce)}. Do not work from this text.`,
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
