/**
 * What search must find exactly and first: documents by id and earlier ids, clauses by number, and titles.
 * Made once at build, read by the search page. Keys are short because every reader downloads it.
 */
import { documentTypes } from '../../../schemas/document.ts';
import { clausesInForce } from '../claims.ts';
import type { ViewContext } from '../context.ts';
import { glossaryKind } from './lookup-kinds.ts';

export interface LookupDocument {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly type: string;
  readonly version: string;
  /** Earlier ids, and ids of documents it replaced. */
  readonly aliases?: readonly string[];
  /** Clauses of the edition in force that it claims. */
  readonly clauses?: readonly string[];
  readonly chapter?: readonly string[];
  readonly role?: readonly string[];
  readonly unit?: readonly string[];
  readonly review?: string;
}

export interface LookupClause {
  readonly label: string;
  readonly title: string;
  readonly url: string;
  readonly standard: string;
}

/** A role, a unit, a process or a term: found by its name. */
export interface LookupName {
  readonly title: string;
  readonly url: string;
  readonly kind: string;
}

export interface Lookup {
  readonly documents: readonly LookupDocument[];
  readonly clauses: readonly LookupClause[];
  readonly names: readonly LookupName[];
}

/** Only what is in force: a superseded or withdrawn id leads to the document that took its place. */
export function buildLookup(context: ViewContext): Lookup {
  const { facts, manual, urls, text } = context;
  const { roles, processes, units, glossary } = manual.registers;
  const replaced = new Map<string, string[]>();
  for (const { document, lifecycle } of facts.documents) {
    if (lifecycle.supersededBy === undefined) continue;
    replaced.set(lifecycle.supersededBy, [
      ...(replaced.get(lifecycle.supersededBy) ?? []),
      document.id,
      ...(document.frontMatter.aliases ?? []),
    ]);
  }
  const documents = facts.documents
    .filter(({ lifecycle }) => lifecycle.state === 'effective')
    .map(({ document, lifecycle }): LookupDocument => {
      const { frontMatter, id } = document;
      const aliases = [...(frontMatter.aliases ?? []), ...(replaced.get(id) ?? [])];
      const clauses = clausesInForce(context, document);
      const chapters = [
        ...new Set(clauses.flatMap((label) => manual.standard?.byLabel.get(label)?.chapter ?? [])),
      ];
      return {
        id,
        title: frontMatter.title,
        url: urls.document(id),
        type: frontMatter.type,
        version: frontMatter.version,
        ...(aliases.length > 0 ? { aliases } : {}),
        ...(clauses.length > 0 ? { clauses } : {}),
        ...(chapters.length > 0 ? { chapter: chapters } : {}),
        ...(frontMatter.roles?.length ? { role: frontMatter.roles } : {}),
        ...(frontMatter.units?.length ? { unit: frontMatter.units } : {}),
        ...(lifecycle.overdue ? { review: 'overdue' } : lifecycle.dueSoon ? { review: 'due-soon' } : {}),
      };
    });
  return {
    documents,
    clauses: facts.coverages.flatMap(({ standard }) =>
      standard.clauses.map(({ clause, title }) => ({
        label: clause,
        title,
        url: urls.clause(clause, standard.edition),
        standard: standard.name,
      })),
    ),
    names: [
      ...roles.rows.map(({ id, title }) => ({ title, url: urls.role(id), kind: 'Role' })),
      ...units.rows.map(({ id, title }) => ({ title, url: urls.unit(id), kind: 'Unit' })),
      ...processes.rows.map(({ id, title }) => ({ title, url: urls.process(id), kind: 'Process' })),
      ...glossary.rows.map(({ id, term }) => ({ title: term, url: urls.glossary(id), kind: glossaryKind })),
      ...documentTypes.map((type) => ({
        title: text.documentTypesPlural[type],
        url: urls.type(type),
        kind: 'Documents by type',
      })),
    ],
  };
}
