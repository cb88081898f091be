import { sealedApproval } from '../control/sealed-approval.ts';
import { wholeFile } from '../model/place.ts';
import type { Rule } from './rule.ts';

export const registerWithoutAuthority: Rule = {
  id: 'register-without-authority',
  severity: 'error',
  fixed: true,
  summary:
    'manual.yaml, a register or a standard of your own was approved by a role that may not approve registers.',
  advice:
    'Who may approve the files that decide what counts stands under approvals.register in manual.yaml. Have the file approved by one of these roles, with a raised version.',
  examples: [],
  shownBy: 'src/testing/cases/control/register-without-authority',
  find: ({ manual, control }) => {
    const entitled = manual.settings.approvals?.register;
    if (entitled === undefined) return [];
    return control.files.flatMap(({ name, file, version, history, places }) => {
      const approval = version === undefined ? undefined : sealedApproval(history, version);
      if (approval === undefined || entitled.includes(approval.by)) return [];
      return [
        {
          place: places[`history.${history.indexOf(approval)}.by`] ?? wholeFile(file),
          message: `Unexpected approval of ${name} by \`${approval.by}\`, expected a role that may approve registers: ${entitled.map((role) => `\`${role}\``).join(', ')}`,
          hint: `Have it approved again: eoms approve ${name} --version … --by ${entitled[0] ?? '…'} --summary "…".`,
        },
      ];
    });
  },
};
