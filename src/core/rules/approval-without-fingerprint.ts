import { isControlled } from '../control/is-controlled.ts';
import { sealedApproval } from '../control/sealed-approval.ts';
import { wholeFile } from '../model/place.ts';
import type { Rule } from './rule.ts';

export const approvalWithoutFingerprint: Rule = {
  id: 'approval-without-fingerprint',
  severity: 'error',
  summary: 'An approval was typed by hand in a manual whose approvals are bound to their texts.',
  advice:
    'Once a manual is under document control, an approval counts when an act recorded it. `eoms adopt --all` takes over what was approved before.',
  examples: [],
  shownBy: 'src/testing/cases/control/approval-without-fingerprint',
  find: ({ manual, control }) => {
    if (!isControlled(manual)) return [];
    return [...control.byId.values()].flatMap(({ working, versions }) => {
      const { status, version, history = [] } = working.frontMatter;
      if (status !== 'approved' || versions.every((one) => one.version !== version)) return [];
      // Above sealed entries the entry itself is named.
      if (history.some((entry) => entry.seal !== undefined) || sealedApproval(history, version) !== undefined)
        return [];
      const index = history.findIndex((entry) => entry.version === version);
      return [
        {
          place: working.places[`history.${index}.act`] ?? wholeFile(working.file),
          message: `Unexpected approval of ${working.id} ${version} without a fingerprint, expected one that an act recorded`,
          hint: `Run eoms adopt ${working.id} where it was approved before this system, or set \`status: in-review\` and run eoms approve ${working.id}.`,
        },
      ];
    });
  },
};
