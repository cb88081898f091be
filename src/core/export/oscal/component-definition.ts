/** The documents as OSCAL components, their claims as implemented requirements. */
import type { DocumentType } from '../../../../schemas/document.ts';
import type { Coverage, DocumentFacts, JudgedClaim } from '../../model/facts.ts';
import { isShown, roleTitle } from '../clause-rows.ts';
import {
  catalogFile,
  controlId,
  documentHref,
  implementationStatus,
  listed,
  metadata,
  type OscalContext,
  property,
} from './oscal.ts';

const componentTypes: Readonly<Record<DocumentType, string>> = {
  manual: 'plan',
  policy: 'policy',
  procedure: 'process-procedure',
  'work-instruction': 'process-procedure',
  form: 'guidance',
  record: 'guidance',
  external: 'standard',
};

export function buildComponentDefinition(context: OscalContext) {
  const { facts, build } = context;
  const claims = new Map(facts.coverages.map((coverage) => [coverage, claimsByDocument(coverage)] as const));
  const components = facts.documents
    .filter((document) => isShown(document, build))
    .map((document) => ({
      ...component(context, document),
      ...listed(
        'control-implementations',
        [...claims].flatMap(([coverage, byDocument]) => {
          const judged = byDocument.get(document.document.id) ?? [];
          return judged.length === 0 ? [] : [implementation(context, coverage, document, judged)];
        }),
      ),
    }));
  return {
    'component-definition': {
      uuid: context.uuid('component-definition'),
      metadata: metadata(context, `${context.manual.settings.institution.name}: controlled documents`),
      ...listed('components', components),
    },
  };
}

function component(context: OscalContext, { document: { id, frontMatter }, lifecycle }: DocumentFacts) {
  return {
    uuid: context.uuid('document', id),
    type: componentTypes[frontMatter.type],
    title: `${id} ${frontMatter.title}`,
    description: frontMatter.description ?? frontMatter.title,
    props: [
      { name: 'version', value: frontMatter.version },
      property('document-id', id),
      property('document-type', frontMatter.type),
      property('lifecycle', lifecycle.state),
      property('owner', roleTitle(context.manual, frontMatter.owner)),
      ...(lifecycle.nextReview === undefined ? [] : [property('review-due', lifecycle.nextReview)]),
    ],
    links: [{ href: documentHref(context, id), rel: 'reference' }],
  };
}

function implementation(
  context: OscalContext,
  coverage: Coverage,
  { document }: DocumentFacts,
  judged: readonly JudgedClaim[],
) {
  const { edition, name } = coverage.standard;
  return {
    uuid: context.uuid('implementation', document.id, edition),
    source: catalogFile(edition),
    description: `What ${document.id} claims of ${name}.`,
    'implemented-requirements': judged.map((claim, at) => requirement(context, coverage, claim, at)),
  };
}

function requirement(context: OscalContext, coverage: Coverage, judged: JudgedClaim, at: number) {
  const { claim, clause, extent, standing, standingReason } = judged;
  const { edition } = coverage.standard;
  const state = coverage.byLabel.get(clause)?.state;
  const status = state && implementationStatus(state);
  const isPublished = context.build.drafts || standing !== 'planned';
  return {
    uuid: context.uuid('requirement', claim.document, edition, clause, String(at)),
    'control-id': controlId(edition, clause),
    description:
      (isPublished ? claim.note : undefined) ??
      `${claim.document} ${extent === 'full' ? 'meets the clause' : 'meets a part of the clause'}.`,
    props: [
      property('standing', standing),
      property('extent', extent),
      ...(state === undefined ? [] : [property('state', state)]),
      ...(status === undefined ? [] : [{ name: 'implementation-status', value: status }]),
    ],
    links: (claim.sections.length === 0 || !isPublished ? [undefined] : claim.sections).map((section) => ({
      href: documentHref(context, claim.document, section),
      rel: 'reference',
    })),
    ...(standingReason === '' ? {} : { remarks: standingReason }),
  };
}

function claimsByDocument({ clauses }: Coverage): Map<string, JudgedClaim[]> {
  return Map.groupBy(
    clauses.flatMap(({ claims }) => claims),
    ({ claim }) => claim.document,
  );
}
