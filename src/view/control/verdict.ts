/** Whether a version of a document may be worked from on the day of the build, in one line. */
import type { VersionFacts } from '../../core/model/control.ts';
import type { DocumentFacts } from '../../core/model/facts.ts';
import type { ViewContext } from '../context.ts';
import type { Mark } from '../part.ts';

export interface Verdict {
  readonly kind: 'in-force' | 'superseded' | 'replaced' | 'withdrawn' | 'not-yet' | 'not-in-force';
  readonly text: string;
  readonly mark: Mark;
}

export function verdictOn(context: ViewContext, facts: DocumentFacts, one: VersionFacts): Verdict {
  const { lifecycle } = facts;
  const since = one.effective === undefined ? '' : ` since ${context.date(one.effective)}`;
  if (isInForce(facts, one)) return { kind: 'in-force', text: `In force${since}`, mark: 'in-force' };
  if (one.state === 'approved') {
    const from = one.effective === undefined ? '' : `: it applies from ${context.date(one.effective)}`;
    return { kind: 'not-yet', text: `Not yet in force${from}`, mark: 'draft' };
  }
  if (lifecycle.state === 'withdrawn') {
    const on = withdrawnOn(facts);
    return {
      kind: 'withdrawn',
      text: on === undefined ? 'Withdrawn' : `Withdrawn on ${context.date(on)}`,
      mark: 'stopped',
    };
  }
  if (lifecycle.state === 'superseded' && one.state === 'effective')
    return {
      kind: 'replaced',
      text: `Superseded by ${lifecycle.supersededBy ?? 'another document'}${replacedSince(context, facts)}`,
      mark: 'stopped',
    };
  const next = successorOf(facts, one.version);
  if (next === undefined) return { kind: 'not-in-force', text: 'Not in force', mark: 'stopped' };
  const nextSince = next.effective === undefined ? '' : ` since ${context.date(next.effective)}`;
  return { kind: 'superseded', text: `Superseded by version ${next.version}${nextSince}`, mark: 'stopped' };
}

export const isInForce = ({ lifecycle }: DocumentFacts, one: VersionFacts): boolean =>
  one.state === 'effective' && lifecycle.state === 'effective';

/** The version that took its place: of the higher ones the first to come into force, which need not be the next. */
function successorOf({ control }: DocumentFacts, version: string): VersionFacts | undefined {
  const index = control.versions.findIndex((one) => one.version === version);
  return control.versions
    .slice(0, Math.max(0, index))
    .filter(({ state }) => state !== 'approved')
    .reduceRight<VersionFacts | undefined>(
      (first, one) => (first === undefined || (one.effective ?? '') < (first.effective ?? '') ? one : first),
      undefined,
    );
}

const withdrawnOn = ({ control }: DocumentFacts): string | undefined =>
  control.working.frontMatter.history?.find(({ act }) => act === 'withdrawn')?.date;

/** Since the document that took its place is in force. */
function replacedSince(context: ViewContext, { lifecycle }: DocumentFacts): string {
  const since = context.facts.documentById.get(lifecycle.supersededBy ?? '')?.lifecycle.effective;
  return since === undefined ? '' : ` since ${context.date(since)}`;
}
