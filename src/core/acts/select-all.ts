/** The documents that `--all` means for an act. */
import type { Analysis } from '../analyse-manual.ts';
import { sealedApproval } from '../control/sealed-approval.ts';
import type { DocumentId } from '../model/document.ts';
import type { ActName } from './act.ts';

export function selectAll(act: ActName, { control, facts }: Analysis): DocumentId[] {
  const files = control.files
    .filter(
      ({ version, history }) =>
        act === 'adopt' &&
        version !== undefined &&
        history.some((entry) => entry.act === 'approved' && entry.version === version) &&
        sealedApproval(history, version) === undefined,
    )
    .map(({ name }) => name);
  const documents = [...control.byId.values()]
    .filter(({ id, working, versions }) => {
      const { status, version, history = [] } = working.frontMatter;
      switch (act) {
        case 'submit':
          return status === 'draft';
        case 'approve':
          return status === 'in-review';
        case 'adopt':
          return (
            status === 'approved' &&
            versions.some((one) => one.version === version) &&
            sealedApproval(history, version) === undefined
          );
        case 'review': {
          const lifecycle = facts.documentById.get(id)?.lifecycle;
          return lifecycle?.overdue === true || lifecycle?.dueSoon === true;
        }
        default:
          return false;
      }
    })
    .map(({ id }) => id);
  return [...documents, ...files];
}
