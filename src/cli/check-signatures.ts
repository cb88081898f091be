/** `eoms check --signatures`: whether history entries were brought by those who held the role they name. */
import { readEvidence } from '../adapters/git/read-evidence.ts';
import type { LoadedManual } from '../adapters/load-manual.ts';
import { applySeverities, countSeverities } from '../core/analyse-manual.ts';
import { findSignatureFaults, listControlledTexts } from '../core/control/find-signature-faults.ts';
import { compareFindings } from '../core/model/finding.ts';
import type { Report } from '../core/report/report.ts';
import type { Session } from './session.ts';

/** Throws `CannotRun` where Git cannot tell, as in a shallow clone. */
export function withSignatures(report: Report, loaded: LoadedManual, session: Session): Report {
  session.progress('Asking Git who brought the history entries …');
  const { documents, registers, standards, settings } = loaded.files;
  const asked = new Set(listControlledTexts(loaded).map(({ file }) => file));
  const { signatures } = loaded.manual.settings;
  const evidence = readEvidence({
    folder: loaded.files.folder,
    files: [...documents, ...registers, ...standards, ...(settings === undefined ? [] : [settings])].filter(
      ({ path }) => asked.has(path),
    ),
    after: signatures?.after,
    withSignatures: (signatures?.acts ?? []).length > 0,
    people: loaded.people.rows,
    peopleFile: loaded.people.file,
  });
  session.progress('');
  const found = applySeverities(findSignatureFaults(loaded, evidence), loaded.manual);
  const findings = [...report.findings, ...found].sort(compareFindings);
  return { ...report, findings, counts: countSeverities(findings) };
}
