/** Coverage as JSON data. The shape is public: schemas/reports.ts. */
import type { CoverageReport } from '../../../schemas/reports.ts';
import type { ClauseFacts, Coverage, JudgedClaim } from '../model/facts.ts';
import { stampKeys, type BuildStamp, type Exported } from './build-stamp.ts';
import { isShown } from './clause-rows.ts';

export function buildCoverageReport(
  exported: Exported,
  coverage: Coverage,
  build: BuildStamp,
): CoverageReport {
  const { standard } = coverage;
  return {
    edition: standard.edition,
    name: standard.name,
    provisional: standard.provisional,
    ...stampKeys(exported, build),
    counts: coverage.counts,
    leaves: coverage.leaves,
    percent: coverage.percent ?? null,
    editions: exported.facts.coverages.map(({ standard: { edition, name }, counts, percent }) => ({
      edition,
      name,
      counts,
      percent: percent ?? null,
    })),
    clauses: coverage.clauses.map((facts) =>
      reportClause(facts, (judged) => reportClaim(exported, judged, build)),
    ),
  };
}

function reportClause(
  facts: ClauseFacts,
  report: (judged: JudgedClaim) => ReturnType<typeof reportClaim>,
): CoverageReport['clauses'][number] {
  const { clause, remedy } = facts;
  return {
    clause: clause.clause,
    title: clause.title,
    leaf: clause.leaf,
    state: facts.state,
    reason: facts.reason,
    missing: [...facts.missing],
    documents: facts.claims.map(report),
    documented: facts.documented ?? null,
    recordDefined: facts.recordDefined ?? null,
    evidenced: facts.evidenced,
    ...(remedy === undefined ? {} : { remedy }),
    ...(clause.leaf ? {} : { counts: facts.counts }),
  };
}

function reportClaim({ facts }: Exported, judged: JudgedClaim, build: BuildStamp) {
  const { claim, type, version, extent, standing, standingReason } = judged;
  const document = facts.documentById.get(claim.document);
  // What is planned is named, but its text is not published, be it a draft or the next version of a text in force.
  const isPublished = build.drafts || standing !== 'planned';
  const note = document && isPublished && isShown(document, build) ? claim.note : undefined;
  return {
    id: claim.document,
    type,
    version,
    sections: [...claim.sections],
    extent,
    standing,
    ...(standingReason === '' ? {} : { standingReason }),
    ...(note === undefined ? {} : { note }),
  };
}
