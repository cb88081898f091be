/** The register as JSON data. The shape is public: schemas/reports.ts. */
import type { RegisterReport } from '../../../schemas/reports.ts';
import { stampKeys, type BuildStamp, type Exported } from './build-stamp.ts';
import { isShown } from './clause-rows.ts';
import { reviewState } from './register-table.ts';

export function buildRegisterReport(exported: Exported, build: BuildStamp): RegisterReport {
  const { manual, facts } = exported;
  return {
    ...stampKeys(exported, build),
    documents: facts.documents
      .filter((document) => isShown(document, build))
      .map(({ document: { id, file, frontMatter, claims }, lifecycle }) => ({
        id,
        title: frontMatter.title,
        type: frontMatter.type,
        version: frontMatter.version,
        status: lifecycle.state,
        effective: lifecycle.effective ?? null,
        lastReview: lifecycle.lastReview ?? null,
        nextReview: lifecycle.nextReview ?? null,
        review: reviewState(lifecycle) ?? null,
        owner: frontMatter.owner,
        approver: lifecycle.approval?.by ?? null,
        units: frontMatter.units ?? [],
        process: frontMatter.process ?? null,
        clauses: [
          ...new Map(
            claims.map(({ edition, clause }) => [`${edition} ${clause}`, { edition, clause }]),
          ).values(),
        ],
        audience: frontMatter.audience ?? 'internal',
        language: frontMatter.language ?? manual.settings.institution.language ?? null,
        fingerprint: lifecycle.approval?.fingerprint ?? null,
        supersededBy: lifecycle.supersededBy ?? null,
        file,
      })),
  };
}
