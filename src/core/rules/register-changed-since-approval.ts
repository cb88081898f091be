import { sealedApproval } from '../control/sealed-approval.ts';
import { wholeFile } from '../model/place.ts';
import type { Rule } from './rule.ts';

export const registerChangedSinceApproval: Rule = {
  id: 'register-changed-since-approval',
  severity: 'error',
  fixed: true,
  summary: 'manual.yaml, a register or a standard of your own says something else than what was approved.',
  advice:
    'Roles, approval rights, scope and the clauses that do not apply decide what counts. They are approved like a document: raise the version and run eoms approve on the file. A file that was never approved by an act is left alone.',
  examples: [],
  shownBy: 'src/testing/cases/control/register-changed-since-approval',
  find: ({ control }) =>
    control.files.flatMap(({ name, file, version, history, places, fingerprint }) => {
      const sealed = history.find((entry) => entry.fingerprint !== undefined);
      if (sealed === undefined || fingerprint === undefined) return [];
      const approval = version === undefined ? undefined : sealedApproval(history, version);
      if (approval?.fingerprint === fingerprint) return [];
      const place = places['version'] ?? wholeFile(file);
      return approval === undefined
        ? [
            {
              place,
              message: `Unexpected version \`${version ?? 'none'}\` of ${name} without an approval, expected an entry \`approved\` for it in \`history\``,
              hint: `Run eoms approve ${name} --by … --summary "…".`,
            },
          ]
        : [
            {
              place,
              message: `Unexpected change of ${name} since version ${approval.version} was approved on ${approval.date}`,
              hint: `Take the change back, or approve it: eoms approve ${name} --version … --by … --summary "…".`,
            },
          ];
    }),
};
