/** The register of documents as a table. */
import type { DocumentFacts, Lifecycle } from '../model/facts.ts';
import { isShown, roleTitle } from './clause-rows.ts';
import type { BuildStamp, Exported } from './build-stamp.ts';
import { buildTable, column, joined, type Table } from './table.ts';

export function registerTable({ manual, facts }: Exported, build: BuildStamp): Table {
  const { units, processes } = manual.registers;
  const inForce = manual.settings.edition;
  return buildTable<DocumentFacts>(
    'Register',
    [
      column('Id', 12, ({ document }) => document.id),
      column('Title', 50, ({ document }) => document.frontMatter.title),
      column('Type', 16, ({ document }) => document.frontMatter.type),
      column('Version', 9, ({ document }) => document.frontMatter.version),
      column('Status', 12, ({ lifecycle }) => lifecycle.state),
      column('In force from', 13, ({ lifecycle }) => lifecycle.effective, 'date'),
      column('Last review', 13, ({ lifecycle }) => lifecycle.lastReview, 'date'),
      column('Review due', 13, ({ lifecycle }) => lifecycle.nextReview, 'date'),
      column('Review', 11, ({ lifecycle }) => reviewState(lifecycle)),
      column('Owner', 24, ({ document }) => roleTitle(manual, document.frontMatter.owner)),
      column(
        'Approved by',
        24,
        ({ lifecycle }) => lifecycle.approval && roleTitle(manual, lifecycle.approval.by),
      ),
      column('Units', 24, ({ document }) =>
        joined((document.frontMatter.units ?? []).map((id) => units.byId.get(id)?.title ?? id)),
      ),
      column('Process', 24, ({ document: { frontMatter } }) =>
        frontMatter.process === undefined
          ? undefined
          : (processes.byId.get(frontMatter.process)?.title ?? frontMatter.process),
      ),
      column('Clauses', 30, ({ document }) =>
        joined(
          document.claims.map(({ edition, clause }) =>
            edition === inForce ? clause : `${edition} ${clause}`,
          ),
        ),
      ),
      column('Audience', 11, ({ document }) => document.frontMatter.audience ?? 'internal'),
      column(
        'Language',
        10,
        ({ document }) => document.frontMatter.language ?? manual.settings.institution.language,
      ),
      column('Superseded by', 14, ({ lifecycle }) => lifecycle.supersededBy),
      column('Fingerprint', 20, ({ lifecycle }) => lifecycle.approval?.fingerprint),
      column('File', 50, ({ document }) => document.file),
    ],
    facts.documents.filter((document) => isShown(document, build)),
  );
}

/** Whether the next review of a document in force lies ahead, is near, or is past. */
export function reviewState({
  state,
  nextReview,
  overdue,
  dueSoon,
}: Lifecycle): 'current' | 'due soon' | 'overdue' | undefined {
  if (state !== 'effective' || nextReview === undefined) return undefined;
  return overdue ? 'overdue' : dueSoon ? 'due soon' : 'current';
}
