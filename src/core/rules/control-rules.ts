/** Rules of document control: one effective version, provably approved. */
import { approvalWithoutFingerprint } from './approval-without-fingerprint.ts';
import { approvedTwice } from './approved-twice.ts';
import { archiveAltered } from './archive-altered.ts';
import { archiveMissing } from './archive-missing.ts';
import { archivedLinkBroken } from './archived-link-broken.ts';
import { changedSinceApproval } from './changed-since-approval.ts';
import { formFileMismatch } from './form-file-mismatch.ts';
import { futureDate } from './future-date.ts';
import { historyAltered } from './history-altered.ts';
import { historyRemoved } from './history-removed.ts';
import { historyReordered } from './history-reordered.ts';
import { historyUnsealed } from './history-unsealed.ts';
import { idReused } from './id-reused.ts';
import { missingFormFile } from './missing-form-file.ts';
import { procedureWithoutRecord } from './procedure-without-record.ts';
import { impossiblePeriod } from './impossible-period.ts';
import { overlappingPeriods } from './overlapping-periods.ts';
import { registerChangedSinceApproval } from './register-changed-since-approval.ts';
import { registerNotApproved } from './register-not-approved.ts';
import { registerWithoutAuthority } from './register-without-authority.ts';
import type { Rule } from './rule.ts';
import { unfinishedAct } from './unfinished-act.ts';
import { unusedForm } from './unused-form.ts';
import { vanishedDocument } from './vanished-document.ts';
import { versionLowered } from './version-lowered.ts';
import { versionNotRaised } from './version-not-raised.ts';
import { withdrawnWithoutAct } from './withdrawn-without-act.ts';

export const controlRules: readonly Rule[] = [
  approvalWithoutFingerprint,
  approvedTwice,
  archiveAltered,
  archiveMissing,
  archivedLinkBroken,
  changedSinceApproval,
  formFileMismatch,
  futureDate,
  historyAltered,
  historyRemoved,
  historyReordered,
  historyUnsealed,
  idReused,
  missingFormFile,
  procedureWithoutRecord,
  impossiblePeriod,
  overlappingPeriods,
  registerChangedSinceApproval,
  registerNotApproved,
  registerWithoutAuthority,
  unfinishedAct,
  unusedForm,
  vanishedDocument,
  versionLowered,
  versionNotRaised,
  withdrawnWithoutAct,
];
