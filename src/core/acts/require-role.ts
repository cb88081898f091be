/** Who acts: a role that is known and has authority for what it does. */
import type { Analysis } from '../analyse-manual.ts';
import { mayApprove } from '../analyse/lifecycle.ts';
import type { DocumentControl } from '../model/control.ts';
import type { ControlledDocument } from '../model/document.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import type { ActRequest } from './act.ts';
import { lacks, Refused } from './refused.ts';

/** @throws Refused, which `planAct` turns into a value */
export function requireRole(request: ActRequest, control: DocumentControl, analysis: Analysis): string {
  const { working } = control;
  const { settings, registers } = analysis.manual;
  const { type, owner, author, history = [] } = working.frontMatter;
  const earlier = history.find((entry) => entry.act === 'approved' || entry.act === 'adopted')?.by;
  const by =
    request.by ??
    (request.act === 'submit' ? (author ?? owner) : undefined) ??
    (request.act === 'review' ? owner : undefined) ??
    (request.act === 'adopt' ? earlier : undefined);
  if (by === undefined)
    throw lacks(
      'by',
      'The role that acts is missing',
      'Name it with --by, for example --by principal.',
      rolesThatMay(request, working, analysis),
    );
  if (!registers.roles.byId.has(by)) {
    const candidate = nearest(by, registers.roles.byId.keys());
    throw new Refused(
      `Unexpected role \`${by}\`, expected an id in ${registers.roles.file}${didYouMean(candidate)}`,
    );
  }
  if (request.act === 'submit' || request.act === 'return') return by;
  if (request.act === 'review' && by === owner) return by;
  if (request.act !== 'review' && by === author)
    throw new Refused(
      `Unexpected ${request.act} of ${working.id} by its author \`${by}\`, expected another role`,
    );
  if (!mayApprove(by, working, settings))
    throw new Refused(
      `Unexpected role \`${by}\`, expected ${request.act === 'review' ? `the owner \`${owner}\` or ` : ''}one that may approve a ${type}: ${(settings.approvals?.[type] ?? []).map((role) => `\`${role}\``).join(', ')}`,
      `approvals.${type} in ${analysis.manual.settingsFile} says who may.`,
    );
  return by;
}

/** Roles for which `requireRole` would not refuse this act. */
function rolesThatMay(request: ActRequest, working: ControlledDocument, { manual }: Analysis): string[] {
  const roles = [...manual.registers.roles.byId.keys()];
  if (request.act === 'submit' || request.act === 'return') return roles;
  return roles.filter((role) => mayApprove(role, working, manual.settings));
}
