/** One build as one OSCAL result: an observation and a finding for each clause that applies. */
import type { ClauseFacts, Coverage } from '../../model/facts.ts';
import { isShown } from '../clause-rows.ts';
import {
  controlId,
  documentHref,
  implementationStatus,
  listed,
  metadata,
  type OscalContext,
  property,
  statementId,
} from './oscal.ts';

export function buildAssessmentResults(context: OscalContext, coverage: Coverage) {
  const { standard, clauses } = coverage;
  const leaves = clauses.filter(({ clause }) => clause.leaf);
  const applicable = leaves.filter(({ state }) => state !== 'not-applicable');
  const excluded = leaves.filter(({ state }) => state === 'not-applicable');
  const title = `Coverage of ${standard.name} as of ${context.facts.today}`;
  return {
    'assessment-results': {
      uuid: context.uuid('assessment-results', standard.edition, context.time),
      metadata: metadata(context, `${context.manual.settings.institution.name}: ${title}`),
      // There is no assessment plan: the rules are those of the tool, the same for every build.
      'import-ap': { href: '#' },
      results: [
        {
          uuid: context.uuid('result', standard.edition, context.time),
          title,
          description:
            'Computed from the documents in force. Coverage is not conformity: it says which clauses have a document or record in force, not that it is followed.',
          start: context.time,
          'reviewed-controls': {
            'control-selections': [
              {
                'include-all': {},
                ...listed(
                  'exclude-controls',
                  excluded.map(({ clause }) => ({ 'control-id': controlId(clause.edition, clause.clause) })),
                ),
              },
            ],
          },
          ...listed(
            'observations',
            applicable.map((facts) => observation(context, facts)),
          ),
          ...listed(
            'findings',
            applicable.map((facts) => finding(context, facts)),
          ),
        },
      ],
    },
  };
}

function observation(context: OscalContext, { clause, state, reason, claims }: ClauseFacts) {
  const evidence = claims.filter(({ claim }) => {
    const document = context.facts.documentById.get(claim.document);
    return document !== undefined && isShown(document, context.build);
  });
  return {
    uuid: context.uuid('observation', clause.edition, clause.clause, context.time),
    title: `${clause.clause} ${clause.title}`,
    description: reason,
    props: [property('state', state)],
    methods: ['EXAMINE'],
    types: ['control-objective'],
    ...listed(
      'relevant-evidence',
      evidence.map(({ claim, version, extent, standing }) => ({
        href: documentHref(context, claim.document, claim.sections[0]),
        description: `${claim.document} version ${version}, ${extent === 'full' ? 'in full' : 'in part'}, ${standing}`,
      })),
    ),
    collected: context.time,
  };
}

function finding(context: OscalContext, { clause, state, reason, missing }: ClauseFacts) {
  const status = implementationStatus(state);
  return {
    uuid: findingUuid(context, clause.edition, clause.clause),
    title: `${clause.clause} ${clause.title}`,
    description: reason,
    props: [property('state', state), ...missing.map((item) => property('missing', item))],
    target: {
      type: 'objective-id',
      'target-id': statementId(clause.edition, clause.clause),
      status: { state: state === 'covered' ? 'satisfied' : 'not-satisfied' },
      ...(status === undefined ? {} : { 'implementation-status': { state: status } }),
    },
    'related-observations': [
      { 'observation-uuid': context.uuid('observation', clause.edition, clause.clause, context.time) },
    ],
  };
}

const findingUuid = (context: OscalContext, edition: string, clause: string): string =>
  context.uuid('finding', edition, clause, context.time);
