/** Which text of each document is in force on a given day: the working file's, or a frozen copy's. */
import type { BuiltManual } from '../build/build-manual.ts';
import { findTextChanges } from '../control/compare-texts.ts';
import { controlledText } from '../control/controlled-text.ts';
import { type ControlledFile, listControlledFiles } from '../control/controlled-files.ts';
import { fingerprintBlocks } from '../control/fingerprint.ts';
import { sealedApproval } from '../control/sealed-approval.ts';
import { type CalendarDate, parseCalendarDate } from '../model/calendar-date.ts';
import type { DocumentControl, FrozenCopy, TextChange, VersionFacts } from '../model/control.ts';
import type { ControlledDocument, DocumentId } from '../model/document.ts';
import type { Manual } from '../model/manual.ts';
import { findApproval, mayApprove } from './lifecycle.ts';

export interface ControlAnalysis extends Pick<BuiltManual, 'archive' | 'hash' | 'digestOf' | 'readCopy'> {
  readonly byId: ReadonlyMap<DocumentId, DocumentControl>;
  /** `manual.yaml`, the registers and the institution's own standards: they decide what counts, so they are controlled too. */
  readonly files: readonly ControlledFile[];
  /** The manual as readers are to see it: each document in the version in force, or its draft where there is none. */
  readonly published: Manual;
  /** The manual as the working files say it. The same object where no document differs. */
  readonly working: Manual;
}

export function analyseControl(built: BuiltManual, today: CalendarDate): ControlAnalysis {
  const working = built.manual;
  const byId = new Map(
    working.documents.map((document) => [document.id, analyseDocument(document, built, today)]),
  );
  const controls = [...byId.values()];
  const { archive, hash, digestOf, readCopy } = built;
  const means = {
    archive,
    hash,
    digestOf,
    readCopy,
    files: listControlledFiles(working, built.people, hash),
  };
  if (controls.every((control) => control.published === control.working))
    return { ...means, byId, working, published: working };
  const documents = controls.map((control) => control.published);
  const documentById = new Map(documents.map((document) => [document.id, document]));
  const anchorsById = new Map(working.anchorsById);
  for (const { published, publishedCopy } of controls)
    if (publishedCopy !== undefined)
      anchorsById.set(published.id, new Set(published.body.headings.map((heading) => heading.id)));
  const published: Manual = {
    ...working,
    documents,
    documentById,
    documentByAlias: new Map(
      [...working.documentByAlias].map(([alias, { id }]) => [
        alias,
        documentById.get(id) as ControlledDocument,
      ]),
    ),
    documentByFile: new Map([
      ...documents.map((document) => [document.file, document] as const),
      ...controls.map((control) => [control.working.file, control.published] as const),
    ]),
    anchorsById,
  };
  return { ...means, byId, working, published };
}

function analyseDocument(
  document: ControlledDocument,
  built: BuiltManual,
  today: CalendarDate,
): DocumentControl {
  const { settings } = built.manual;
  const history = document.frontMatter.history ?? [];
  const copies = built.archive.get(document.id) ?? [];
  const withdrawn = document.frontMatter.status === 'withdrawn';
  const approval = findApproval(document, settings);
  const state = compareWithApproval(document, copies, built);
  const versions = listVersions(document, copies, built.manual, today);
  const base = { id: document.id, working: document, versions, ...state };
  const effective = document.frontMatter.effective ?? approval?.date;
  const isInForce =
    document.frontMatter.status === 'approved' &&
    approval !== undefined &&
    !state.changedSinceApproval &&
    effective !== undefined &&
    effective <= today;
  if (withdrawn || isInForce) return { ...base, published: document };
  for (const { copy, effective: since } of versions) {
    if (copy === undefined || since === undefined || since > today) continue;
    const frozen = built.readCopy(copy, history);
    if (frozen === undefined || findApproval(frozen, settings) === undefined) continue;
    return { ...base, published: frozen, publishedCopy: copy };
  }
  return { ...base, published: document };
}

/** Whether the working text is still what was approved under its version. */
function compareWithApproval(
  document: ControlledDocument,
  copies: readonly FrozenCopy[],
  built: BuiltManual,
): { fingerprint?: string; changedSinceApproval: boolean; changesSinceApproval: readonly TextChange[] } {
  const same = { changedSinceApproval: false, changesSinceApproval: [] };
  const { version, status, history = [] } = document.frontMatter;
  const approved = sealedApproval(history, version);
  if (built.hash === undefined || approved?.fingerprint === undefined || status === 'withdrawn') return same;
  // An approval that does not count is reported as that.
  if (findApproval(document, built.manual.settings) === undefined) return same;
  // What cannot be read is reported as such; whether it changed cannot be told.
  if (!document.body.complete) return same;
  const text = controlledText(document, built.digestOf);
  const fingerprint = fingerprintBlocks(text, built.hash);
  if (fingerprint === approved.fingerprint) return { ...same, fingerprint };
  const copy = copies.find((one) => one.version === version);
  const frozen = copy === undefined ? undefined : built.readCopy(copy, history);
  if (frozen === undefined) return { fingerprint, changedSinceApproval: true, changesSinceApproval: [] };
  // A link that leads elsewhere because its target was moved or lost is not a change of this text: both are
  // read by today's files.
  const before = controlledText(frozen, built.digestOf);
  if (fingerprintBlocks(before, built.hash) === fingerprint) return { ...same, fingerprint };
  return { fingerprint, changedSinceApproval: true, changesSinceApproval: findTextChanges(before, text) };
}

/** Approved versions, newest first, each once. */
function listVersions(
  document: ControlledDocument,
  copies: readonly FrozenCopy[],
  manual: Manual,
  today: CalendarDate,
): VersionFacts[] {
  const { history = [], status, version, effective } = document.frontMatter;
  const seen = new Set<string>();
  // The earliest day from which a higher version holds: a lower one that would begin then or after never applies.
  let overtakenFrom: string | undefined;
  let later: VersionFacts['state'] = status === 'withdrawn' ? 'withdrawn' : 'effective';
  return history.flatMap((approval): VersionFacts[] => {
    if (approval.act !== 'approved' && approval.act !== 'adopted') return [];
    if (seen.has(approval.version) || !mayApprove(approval.by, document, manual.settings)) return [];
    seen.add(approval.version);
    const sealed = sealedApproval(history, approval.version);
    // A copy that no entry names was left by an act that was interrupted.
    const copy = sealed === undefined ? undefined : copies.find((one) => one.version === approval.version);
    const written =
      approval.version === version ? effective : (effectiveIn(copy?.document?.text) ?? approval.date);
    const since = parseCalendarDate(written ?? approval.date);
    const overtaken = since !== undefined && overtakenFrom !== undefined && overtakenFrom <= since;
    if (since !== undefined && (overtakenFrom === undefined || since < overtakenFrom)) overtakenFrom = since;
    if (since !== undefined && since > today && !(overtaken && later !== 'effective'))
      return [{ version: approval.version, approval, effective: since, state: 'approved', copy }];
    const state = later;
    if (later === 'effective') later = 'superseded';
    return [{ version: approval.version, approval, effective: since, state, copy }];
  });
}

/** Read without parsing: every version of every document passes here. */
const effectiveIn = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : /^effective:[ \t]*["']?(\d{4}-\d{2}-\d{2})/m.exec(text)?.[1];
