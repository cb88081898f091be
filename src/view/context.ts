/** The manual, its facts and the words of the pages, indexed once for all pages of a build. */
import type { DocumentFacts, ClauseFacts, Coverage } from '../core/model/facts.ts';
import type { DocumentId } from '../core/model/document.ts';
import type { Facts } from '../core/model/facts.ts';
import type { Manual } from '../core/model/manual.ts';
import type { ClauseLabel, EditionKey } from '../core/model/standard.ts';
import { en, type UiText } from '../i18n/en.ts';
import { formatDate } from './format-date.ts';
import type { Site } from './site.ts';
import { createUrls, type Urls } from './urls.ts';

export interface ViewContext {
  readonly site: Site;
  readonly manual: Manual;
  readonly facts: Facts;
  readonly urls: Urls;
  readonly text: UiText;
  readonly language: string;
  /** Documents that have a page in this build, sorted by id. */
  readonly documents: readonly DocumentFacts[];
  /** Those that are in force, or drafts in a draft build: what registers and lists show. */
  readonly current: readonly DocumentFacts[];
  hasPage(id: DocumentId): boolean;
  roleTitle(id: string): string;
  unitTitle(id: string): string;
  processTitle(id: string): string;
  date(date: string): string;
  coverageOf(edition: EditionKey): Coverage | undefined;
  clauseTitle(label: ClauseLabel, edition?: EditionKey): string | undefined;
  /** A value worked out on first use and kept for the build, e.g. an index over all documents. */
  once<Value>(name: string, make: () => Value): Value;
}

export function createContext(site: Site): ViewContext {
  const { manual, facts } = site.analysis;
  const language = manual.settings.institution.language ?? 'en';
  const documents = facts.documents.filter((document) => isShown(document, site.build.drafts));
  const current = documents.filter(
    ({ lifecycle }) => lifecycle.state !== 'superseded' && lifecycle.state !== 'withdrawn',
  );
  const withPage = new Set(documents.map(({ document }) => document.id));
  const kept = new Map<string, unknown>();
  const { roles, units, processes } = manual.registers;
  return {
    site,
    manual,
    facts,
    urls: createUrls(site.build.base, manual.settings.edition, manual.contentFolder),
    text: en,
    language,
    documents,
    current,
    hasPage: (id) => withPage.has(id),
    roleTitle: (id) => roles.byId.get(id)?.title ?? id,
    unitTitle: (id) => units.byId.get(id)?.title ?? id,
    processTitle: (id) => processes.byId.get(id)?.title ?? id,
    date: (date) => formatDate(date, language),
    coverageOf: (edition) => facts.coverages.find(({ standard }) => standard.edition === edition),
    clauseTitle: (label, edition) =>
      (edition === undefined ? manual.standard : manual.standards.get(edition))?.byLabel.get(label)?.title,
    once: <Value>(name: string, make: () => Value): Value => {
      if (!kept.has(name)) kept.set(name, make());
      return kept.get(name) as Value;
    },
  };
}

/** A published build shows what is or was in force: a withdrawn id says so for ever. Drafts and texts approved for later wait for a draft build. */
function isShown({ lifecycle }: DocumentFacts, drafts: boolean): boolean {
  return (
    drafts ||
    lifecycle.state === 'effective' ||
    lifecycle.state === 'superseded' ||
    lifecycle.state === 'withdrawn'
  );
}

/** Leaves of a coverage, in the standard's order. */
export const leavesOf = (coverage: Coverage): readonly ClauseFacts[] =>
  coverage.clauses.filter(({ clause }) => clause.leaf);

/** Whether `label` is `within` or lies below it: `8.5.1` lies within `8` and `8.5`, `8.10` not within `8.1`. */
export const isWithin = (label: ClauseLabel, within: ClauseLabel): boolean =>
  label === within || label.startsWith(`${within}.`);
