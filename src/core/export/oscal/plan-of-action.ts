/** What is still to be done, as an OSCAL plan of action and milestones. */
import type { Coverage } from '../../model/facts.ts';
import { type ClauseRow, clauseRows } from '../clause-rows.ts';
import { controlId, listed, metadata, type OscalContext, property } from './oscal.ts';

/** Undefined where nothing is to be done: OSCAL knows no plan without items. */
export function buildPlanOfAction(context: OscalContext, coverage: Coverage) {
  const open = clauseRows(context, coverage).filter(
    ({ facts }) => facts.clause.leaf && facts.state !== 'covered' && facts.state !== 'not-applicable',
  );
  if (open.length === 0) return undefined;
  return {
    'plan-of-action-and-milestones': {
      uuid: context.uuid('plan-of-action', coverage.standard.edition),
      metadata: metadata(
        context,
        `${context.manual.settings.institution.name}: open clauses of ${coverage.standard.name}`,
      ),
      'poam-items': open.map((row) => item(context, row)),
    },
  };
}

function item(context: OscalContext, { facts, owners, reviewDue }: ClauseRow) {
  const { clause, state, reason, missing, remedy } = facts;
  return {
    uuid: context.uuid('poam-item', clause.edition, clause.clause),
    title: `${clause.clause} ${clause.title}`,
    description: reason,
    props: [
      property('control-id', controlId(clause.edition, clause.clause)),
      property('state', state),
      ...owners.map((owner) => property('owner', owner)),
      ...missing.map((name) => property('missing', name)),
      ...(reviewDue === undefined ? [] : [property('review-due', reviewDue)]),
    ],
    ...listed(
      'links',
      remedy?.file === undefined
        ? []
        : [{ href: encodeURI(remedy.file), rel: 'reference', text: 'File to edit' }],
    ),
    ...(remedy === undefined
      ? {}
      : { remarks: remedy.line === undefined ? remedy.text : `${remedy.text}\n\n\`${remedy.line}\`` }),
  };
}
