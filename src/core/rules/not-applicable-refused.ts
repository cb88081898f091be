import { settingsFile } from './example-manual.ts';
import { wholeFile } from '../model/place.ts';
import type { Rule } from './rule.ts';

export const notApplicableRefused: Rule = {
  id: 'not-applicable-refused',
  severity: 'error',
  summary: 'A clause is declared not applicable without a reason, or by a role that may not decide it.',
  advice:
    'An exclusion stands on a reason that an auditor can follow and on someone who may decide it: approvals.notApplicable in manual.yaml lists the roles.',
  examples: [
    {
      name: 'no reason',
      files: {
        'manual.yaml': settingsFile('notApplicable:\n  - { clause: "1.2", approvedBy: principal }\n'),
      },
      expect: ['content/manual.yaml:12:5 Missing `reason` for clause 1.2, expected why it cannot be applied'],
    },
    {
      name: 'with reason and approver',
      files: {
        'manual.yaml': settingsFile(
          'notApplicable:\n  - { clause: "1.2", reason: "Nothing of the kind is done here.", approvedBy: principal }\n',
        ),
      },
      expect: [],
    },
  ],
  find: ({ manual }) => {
    const may = manual.settings.approvals?.notApplicable;
    return (manual.settings.notApplicable ?? []).flatMap((entry, index) => {
      const at = (key: string): ReturnType<typeof wholeFile> =>
        manual.settingsPlaces[`notApplicable.${index}${key}`] ??
        manual.settingsPlaces[`notApplicable.${index}`] ??
        wholeFile(manual.settingsFile);
      const hint = 'Until then the clause counts as applicable.';
      if (entry.reason === undefined)
        return [
          {
            place: at(''),
            message: `Missing \`reason\` for clause ${entry.clause}, expected why it cannot be applied`,
            hint,
          },
        ];
      if (entry.approvedBy === undefined)
        return [
          {
            place: at(''),
            message: `Missing \`approvedBy\` for clause ${entry.clause}, expected the role that decided it`,
            hint,
          },
        ];
      if (may !== undefined && !may.includes(entry.approvedBy))
        return [
          {
            place: at('.approvedBy'),
            message: `Unexpected role \`${entry.approvedBy}\` for clause ${entry.clause}, expected one that may decide it: ${may.map((role) => `\`${role}\``).join(', ')}`,
            hint,
          },
        ];
      return [];
    });
  },
};
