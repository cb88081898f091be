/**
 * How a claim on one edition bears on another: along the from-to map of editions of one standard, and for
 * ISO 9001 along the column of counterparts. Over several hops the weakest link decides.
 */
import type { Claim } from '../model/document.ts';
import type { Manual } from '../model/manual.ts';
import type { Clause, ClauseLabel, EditionKey, Standard } from '../model/standard.ts';
import { untitledLeaves } from './clause-tree.ts';

export interface MappedClaim {
  readonly clause: ClauseLabel;
  /** Why the claim must be confirmed before it counts; undefined where it counts as it stands. */
  readonly doubt?: string | undefined;
  /** True when the document did not name this clause of this edition itself. */
  readonly indirect: boolean;
}

/**
 * The clauses of `standard` that the claim bears on; none when the two have nothing to do with each other. A claim
 * on a heading is taken for its untitled children before it is mapped, since each of them has its own way.
 */
export function mapClaim(claim: Claim, standard: Standard, manual: Manual): MappedClaim[] {
  if (claim.edition === standard.edition) return [{ clause: claim.clause, indirect: false }];
  return claimedLabels(claim, manual).flatMap(
    (clause) =>
      alongEditions({ edition: claim.edition, clause }, standard, manual) ??
      alongCounterparts({ edition: claim.edition, clause }, standard, manual),
  );
}

/** The claimed clause, or the untitled leaves of a heading; an edition without data is taken at its word. */
function claimedLabels({ edition, clause: label }: Claim, manual: Manual): ClauseLabel[] {
  const source = manual.standards.get(edition);
  const clause = source?.byLabel.get(label);
  if (source === undefined || clause === undefined || clause.leaf) return [label];
  return untitledLeaves(clause, source).map((leaf) => leaf.clause);
}

/**
 * The clauses of a later edition that come from a clause of an earlier one, by the from-to map.
 *
 * @returns undefined when `standard` is no later edition of the same standard
 */
export function alongEditions(
  from: { readonly edition: EditionKey; readonly clause: ClauseLabel },
  standard: Standard,
  manual: Manual,
): MappedClaim[] | undefined {
  const chain = editionsBetween(from.edition, standard, manual);
  return chain === undefined ? undefined : followChain(from, chain, manual);
}

/** The editions after the claimed one up to `standard`, oldest first; undefined when it is no earlier edition of it. */
function editionsBetween(from: EditionKey, standard: Standard, manual: Manual): Standard[] | undefined {
  const chain: Standard[] = [];
  const seen = new Set<EditionKey>();
  for (
    let at: Standard | undefined = standard;
    at !== undefined && !seen.has(at.edition);
    at = at.previous === undefined ? undefined : manual.standards.get(at.previous)
  ) {
    if (at.edition === from) return chain;
    seen.add(at.edition);
    chain.unshift(at);
  }
  return reaches(chain, from) ? chain : undefined;
}

/** The chain reaches the claimed edition even where that edition's own data is not at hand. */
const reaches = (chain: readonly Standard[], from: EditionKey): boolean => chain[0]?.previous === from;

function followChain(
  claim: { readonly edition: EditionKey; readonly clause: ClauseLabel },
  chain: readonly Standard[],
  manual: Manual,
): MappedClaim[] {
  const source = manual.standards.get(claim.edition);
  // An unknown clause is reported once, for the edition it was claimed of.
  if (source !== undefined && !source.byLabel.has(claim.clause)) return [];
  let now: MappedClaim[] = [{ clause: claim.clause, indirect: true }];
  for (const edition of chain) {
    now = now.flatMap((mapped) =>
      edition.clauses
        .filter(
          (clause) => clause.from === mapped.clause && clause.change !== 'new' && clause.change !== 'removed',
        )
        .map((clause) => ({
          clause: clause.clause,
          indirect: true,
          doubt:
            mapped.doubt ??
            (clause.change === 'same' ? undefined : doubtOf(clause, edition, source?.name ?? claim.edition)),
        })),
    );
  }
  return now;
}

function alongCounterparts(
  claim: { readonly edition: EditionKey; readonly clause: ClauseLabel },
  standard: Standard,
  manual: Manual,
): MappedClaim[] {
  const source = manual.standards.get(claim.edition);
  const clause = source?.byLabel.get(claim.clause);
  if (!standard.edition.startsWith('iso-9001:') || clause === undefined) return [];
  return (clause.counterparts ?? [])
    .filter((label) => standard.byLabel.has(label))
    .map((label) => ({ clause: label, indirect: true }));
}

const doubtOf = (clause: Clause, edition: Standard, approved: string): string =>
  clause.change === 'renumbered'
    ? `${edition.name} moved it from ${clause.from ?? ''} to ${clause.clause}, and its approval names ${approved}`
    : `${edition.name} words ${clause.clause} differently from ${approved}, which its approval names`;
