/**
 * Everything the states of the clauses were computed from, as JSON data, so that another program can compute them
 * again. The shape is public: schemas/reports.ts. Nothing that was computed stands outside `coverage`.
 */
import { documentTypes } from '../../../schemas/document.ts';
import type { FactsFile } from '../../../schemas/reports.ts';
import { defaultIntervals } from '../analyse/lifecycle.ts';
import type { ControlledDocument } from '../model/document.ts';
import type { DocumentFacts } from '../model/facts.ts';
import type { ManualSettings } from '../../../schemas/manual.ts';
import type { Standard } from '../model/standard.ts';
import { stampKeys, type BuildStamp, type Exported } from './build-stamp.ts';
import { isShown } from './clause-rows.ts';

export function buildFactsFile(exported: Exported, build: BuildStamp): FactsFile {
  const { manual, facts } = exported;
  const { settings } = manual;
  return {
    ...stampKeys(exported, build),
    edition: settings.edition,
    approvals: approvals(settings),
    reviewIntervals: Object.fromEntries(
      documentTypes.map((type) => [type, settings.reviews?.intervals?.[type] ?? defaultIntervals[type]]),
    ) as FactsFile['reviewIntervals'],
    notApplicable: (settings.notApplicable ?? []).map(({ clause, standard, reason, approvedBy, date }) =>
      defined({ clause, edition: standard ?? settings.edition, reason, approvedBy, date }),
    ),
    standards: [...manual.standards.values()]
      .toSorted((a, b) => (a.edition < b.edition ? -1 : 1))
      .map(standardFacts),
    documents: facts.documents.map((document) => documentFacts(document, build)),
    coverage: facts.coverages.map(({ standard, counts, leaves, percent, clauses }) => ({
      edition: standard.edition,
      counts,
      leaves,
      percent: percent ?? null,
      states: Object.fromEntries(clauses.map(({ clause, state }) => [clause.clause, state])),
    })),
  };
}

function approvals({ approvals: given = {} }: ManualSettings): FactsFile['approvals'] {
  return defined({ ...given });
}

function standardFacts({
  edition,
  name,
  provisional,
  previous,
  clauses,
}: Standard): FactsFile['standards'][number] {
  return defined({
    edition,
    name,
    provisional,
    previous,
    clauses: clauses.map(({ clause, title, parent, untitled, requires, counterparts, from, change }) =>
      defined({
        clause,
        title,
        parent,
        untitled,
        items: requires.map(({ kind, what, confidence, accepts }) => ({
          kind,
          what,
          confidence,
          accepts: [...accepts],
        })),
        counterparts,
        from,
        change,
      }),
    ),
  });
}

function documentFacts(facts: DocumentFacts, build: BuildStamp): FactsFile['documents'][number] {
  const { id, frontMatter } = facts.document;
  const shown = isShown(facts, build);
  const { revision } = facts;
  return defined({
    id,
    type: frontMatter.type,
    title: shown ? frontMatter.title : undefined,
    version: frontMatter.version,
    status: frontMatter.status,
    owner: frontMatter.owner,
    author: frontMatter.author,
    effective: frontMatter.effective,
    review: frontMatter.review,
    nextReview: frontMatter.nextReview,
    changedSinceApproval:
      facts.control.changedSinceApproval && facts.revision === undefined ? true : undefined,
    supersedes: frontMatter.supersedes ?? [],
    implements: frontMatter.implements ?? [],
    ...(frontMatter.type === 'record'
      ? { evidence: frontMatter.evidence, periodCovered: frontMatter.periodCovered }
      : {}),
    ...textFacts(facts.document, shown),
    history: (frontMatter.history ?? []).map(({ act, version, date, by, change, edition, outcome }) =>
      defined({ act, version, date, by, change, edition, outcome }),
    ),
    revision:
      revision === undefined
        ? undefined
        : { version: revision.document.frontMatter.version, ...textFacts(revision.document, build.drafts) },
  });
}

/** What a text claims and where. Of a draft only what its claims name anyway: headings and notes are its words. */
function textFacts({ frontMatter, body, claims }: ControlledDocument, shown: boolean) {
  const claimed = new Set(claims.flatMap(({ sections }) => sections));
  const headings = body.headings.map((heading) => heading.id);
  // In the order in which claims are made: first the front matter, then the text.
  const standards = [
    ...frontMatter.clauses.map((written) => (typeof written === 'string' ? undefined : written.standard)),
    ...body.components.flatMap(({ name, attributes }) =>
      name === 'Clause' && attributes['id'] !== undefined ? [attributes['standard']] : [],
    ),
  ];
  return {
    sections: shown ? headings : headings.filter((heading) => claimed.has(heading)),
    claims: claims.map(({ edition, clause, sections, extent, note, origin }, at) =>
      defined({
        edition,
        standard: standards[at],
        clause,
        sections: [...sections],
        extent,
        note: shown ? note : undefined,
        origin,
      }),
    ),
  };
}

/** The same without keys that hold nothing. */
const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as T;
