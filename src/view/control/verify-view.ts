/** The page behind the code of a printed sheet: whether that very version may still be worked from. */
import type { VersionFacts } from '../../core/model/control.ts';
import type { DocumentFacts } from '../../core/model/facts.ts';
import type { ViewContext } from '../context.ts';
import type { LabelledParts } from '../document-block.ts';
import { datePart, rolePart } from '../named-parts.ts';
import { linkPart, part, type Part } from '../part.ts';
import { verdictOn, type Verdict } from './verdict.ts';
import type { VersionAddress } from './versions.ts';

export interface VerifyView {
  readonly id: string;
  readonly version: string;
  readonly verdict: Verdict;
  readonly tone: 'good' | 'draft' | 'stop';
  /** What the reader of the sheet is to do. */
  readonly advice: readonly Part[];
  readonly facts: readonly LabelledParts[];
}

/** Every version that was ever approved: a sheet of it may lie on somebody's desk. */
export const versionsToVerify = (context: ViewContext): readonly VersionAddress[] =>
  context.facts.documents.flatMap(({ document: { id }, control }) =>
    control.versions.map(({ version }) => ({ id, version })),
  );

/** @throws Error where no such version was approved; see `versionsToVerify` */
export function verifyView(context: ViewContext, { id, version }: VersionAddress): VerifyView {
  const facts = context.facts.documentById.get(id);
  const one = facts?.control.versions.find((kept) => kept.version === version);
  if (facts === undefined || one === undefined) throw new Error(`There is no version ${version} of ${id}`);
  const verdict = verdictOn(context, facts, one);
  return {
    id,
    version,
    verdict,
    tone: verdict.kind === 'in-force' ? 'good' : verdict.kind === 'not-yet' ? 'draft' : 'stop',
    advice: adviceOn(context, facts, verdict),
    facts: factsOf(context, facts, one, verdict),
  };
}

function adviceOn(context: ViewContext, facts: DocumentFacts, { kind }: Verdict): Part[] {
  const { id, frontMatter } = facts.document;
  const current =
    facts.lifecycle.state === 'effective'
      ? linkPart(`${id} ${frontMatter.title}, version ${frontMatter.version}`, hrefOf(context, id))
      : undefined;
  switch (kind) {
    case 'in-force':
      return [part('A copy of this version may be worked from today. The text itself:'), current ?? part(id)];
    case 'not-yet':
      return current === undefined
        ? [part('Do not work from it before that day.')]
        : [part('Until then use'), current];
    case 'replaced': {
      const next = context.facts.documentById.get(facts.lifecycle.supersededBy ?? '')?.document;
      return next === undefined
        ? [part('Do not work from this copy.')]
        : [
            part('Do not work from this copy. Use'),
            linkPart(`${next.id} ${next.frontMatter.title}`, hrefOf(context, next.id)),
          ];
    }
    case 'superseded':
    case 'withdrawn':
    case 'not-in-force':
      return current === undefined
        ? [part('Do not work from this copy.')]
        : [part('Do not work from this copy. Use'), current];
  }
}

/** What a sheet of this version says of itself, to be held against it. */
function factsOf(
  context: ViewContext,
  facts: DocumentFacts,
  { version, approval, effective }: VersionFacts,
  { kind }: Verdict,
): LabelledParts[] {
  const words = context.text.document;
  const { id, frontMatter } = facts.document;
  const { lifecycle } = facts;
  // The title of a text that nobody may see yet is not told either.
  const shown = context.hasPage(id) ? linkPart(`${id} ${frontMatter.title}`, hrefOf(context, id)) : part(id);
  return [
    { key: 'id', labelText: words.id, parts: [shown] },
    { key: 'version', labelText: words.version, parts: [part(version)] },
    { key: 'effective', labelText: words.effective, parts: [datePart(context, effective)] },
    {
      key: 'approver',
      labelText: words.approver,
      parts: [rolePart(context, approval.by), part('on'), datePart(context, approval.date)],
    },
    ...(kind === 'in-force'
      ? [
          { key: 'owner', labelText: words.owner, parts: [rolePart(context, frontMatter.owner)] },
          {
            key: 'review',
            labelText: words.review,
            parts: [
              datePart(context, lifecycle.nextReview),
              ...(lifecycle.overdue ? [part('(overdue; the text applies until it is changed)')] : []),
            ],
          },
        ]
      : []),
    ...(approval.fingerprint === undefined
      ? []
      : [
          {
            key: 'fingerprint',
            labelText: words.fingerprint,
            parts: [{ text: approval.fingerprint, code: true }],
          },
        ]),
  ];
}

const hrefOf = (context: ViewContext, id: string): string | undefined =>
  context.hasPage(id) ? context.urls.document(id) : undefined;
