/** Which versions of a document have a page of their own, and which can be compared. */
import type { VersionFacts } from '../../core/model/control.ts';
import type { DocumentFacts } from '../../core/model/facts.ts';

/** Newest first. One approved for a later day is not shown before that day. */
export const keptVersions = ({ control }: DocumentFacts): readonly VersionFacts[] =>
  control.versions.filter(({ copy, state }) => copy !== undefined && state !== 'approved');

/** Each kept version with the one before it. */
export function comparedPairs(
  facts: DocumentFacts,
): readonly { readonly from: VersionFacts; readonly to: VersionFacts }[] {
  const kept = keptVersions(facts);
  return kept.slice(0, -1).flatMap((to, index) => {
    const from = kept[index + 1];
    return from === undefined ? [] : [{ from, to }];
  });
}
