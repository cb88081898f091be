/** What stands behind a clause, gathered once for the matrix, the gaps and the reports. */
import type { FindingRow } from '../../../schemas/registers.ts';
import type { ClauseFacts, Coverage, DocumentFacts, Facts, JudgedClaim } from '../model/facts.ts';
import type { Manual } from '../model/manual.ts';
import type { BuildStamp, Exported } from './build-stamp.ts';

export interface ClauseRow {
  readonly coverage: Coverage;
  readonly facts: ClauseFacts;
  /** Claims of anything but records, and of records, each document once. */
  readonly documents: readonly JudgedClaim[];
  readonly records: readonly JudgedClaim[];
  /** Titles of the roles that own the claiming documents. */
  readonly owners: readonly string[];
  /** The earliest review of a claiming document in force. */
  readonly reviewDue: string | undefined;
  readonly findings: readonly FindingRow[];
}

export function clauseRows({ manual, facts }: Exported, coverage: Coverage): ClauseRow[] {
  const findings = openFindings(manual, facts);
  return coverage.clauses.map((clause) => ({
    coverage,
    facts: clause,
    documents: onePerDocument(clause.claims.filter(({ type }) => type !== 'record')),
    records: onePerDocument(clause.claims.filter(({ type }) => type === 'record')),
    owners: [
      ...new Set(
        claimants(clause, facts).map(({ document }) => roleTitle(manual, document.frontMatter.owner)),
      ),
    ],
    reviewDue: claimants(clause, facts)
      .flatMap(({ lifecycle: { state, nextReview } }) =>
        state === 'effective' && nextReview ? [nextReview] : [],
      )
      .toSorted()[0],
    // The register names clauses of the edition in force; another edition has its own numbers.
    findings: coverage === facts.coverage ? (findings.get(clause.clause.clause) ?? []) : [],
  }));
}

/** Whether the text of a document may be shown: drafts and texts approved for later only in a draft build. */
export function isShown({ lifecycle }: DocumentFacts, build: BuildStamp): boolean {
  return build.drafts || !['draft', 'in-review', 'approved'].includes(lifecycle.state);
}

export const roleTitle = (manual: Manual, role: string): string =>
  manual.registers.roles.byId.get(role)?.title ?? role;

function claimants(clause: ClauseFacts, facts: Facts): DocumentFacts[] {
  const ids = new Set(clause.claims.map(({ claim }) => claim.document));
  return [...ids].flatMap((id) => facts.documentById.get(id) ?? []);
}

/** A document may claim a clause in several places; the first claim, which is the best, speaks for it. */
function onePerDocument(claims: readonly JudgedClaim[]): JudgedClaim[] {
  const seen = new Map<string, JudgedClaim>();
  for (const claim of claims) if (!seen.has(claim.claim.document)) seen.set(claim.claim.document, claim);
  return [...seen.values()];
}

function openFindings(manual: Manual, { today }: Facts): Map<string, FindingRow[]> {
  const open = manual.registers.findings.rows.filter(({ closed }) => closed === undefined || closed > today);
  return Map.groupBy(open, ({ clause }) => clause);
}
