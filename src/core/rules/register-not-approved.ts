import { isControlled } from '../control/is-controlled.ts';
import { wholeFile } from '../model/place.ts';
import type { Rule } from './rule.ts';

export const registerNotApproved: Rule = {
  id: 'register-not-approved',
  severity: 'warning',
  summary:
    'manual.yaml, a register or a standard of your own was never approved by an act, though documents were.',
  advice:
    'Roles, approval rights, scope and the clauses of a rule book decide what counts. Without an approval that an act recorded, nobody can tell whether they were changed. `eoms adopt --all --reason "…"` takes over those with an approval in their history; `eoms approve` records a first one. Several people then work on them as on documents: raise the version, approve.',
  examples: [],
  shownBy: 'src/testing/cases/control/register-not-approved',
  find: ({ manual, control }) =>
    !isControlled(manual)
      ? []
      : control.files.flatMap(({ name, file, version, history, places }) => {
          if (history.some((entry) => entry.fingerprint !== undefined)) return [];
          const isTyped = version !== undefined && history.some((entry) => entry.version === version);
          return [
            {
              place: places['version'] ?? wholeFile(file),
              message: `Unexpected ${name} without an approval that an act recorded, expected one, as the documents have`,
              hint: isTyped
                ? `Run eoms adopt ${name} --by … to bind the approval in its history to what it says.`
                : `Run eoms approve ${name} --version ${version ?? '1.0'} --by … --summary "…".`,
            },
          ];
        }),
};
