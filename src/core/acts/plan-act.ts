/** From a request to what would be written, or to the reason why not. Writes nothing. */
import type { HistoryEntry } from '../../../schemas/history.ts';
import type { Analysis } from '../analyse-manual.ts';
import { findTextChanges } from '../control/compare-texts.ts';
import { controlledText } from '../control/controlled-text.ts';
import { sealEntry } from '../control/history-chain.ts';
import { findUnfinished } from '../control/unfinished.ts';
import { describe, suggestChangeClass } from '../control/suggest-change-class.ts';
import type { DocumentControl } from '../model/control.ts';
import type { ControlledDocument } from '../model/document.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import { parseDocument } from '../parse/parse-document.ts';
import type { ActPlan, ActRequest, PlannedAct } from './act.ts';
import { planFileAct } from './plan-file-act.ts';
import { lacks, Refused } from './refused.ts';
import { requireDay } from './require-day.ts';
import { requireRole } from './require-role.ts';
import { addEntry, setKeys } from './edit-source.ts';
import { freeze } from './freeze.ts';
import { chooseVersion, versionWarnings } from './choose-version.ts';

/** @param source the text of a file of the manual by its path, as it was analysed */
export function planAct(
  request: ActRequest,
  analysis: Analysis,
  source: (file: string) => string | undefined,
): ActPlan {
  try {
    return { planned: plan(request, analysis, source) };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.refusal };
    throw error;
  }
}

function plan(
  request: ActRequest,
  analysis: Analysis,
  source: (file: string) => string | undefined,
): PlannedAct {
  const controlled = analysis.control.files.find((file) => file.name === request.id);
  if (controlled !== undefined) return planFileAct(request, controlled, analysis, source);
  const control = analysis.control.byId.get(request.id);
  if (control === undefined) {
    const candidate = nearest(request.id, analysis.control.byId.keys());
    throw new Refused(
      `Unexpected id \`${request.id}\`, expected that of a document of the manual${didYouMean(candidate)}`,
      'Where the document is there, its front matter has errors: run eoms check, and mend them first.',
    );
  }
  const { working } = control;
  const before = source(working.file);
  if (before === undefined) throw new Refused(`The text of ${working.file} is not at hand`);
  const by = requireRole(request, control, analysis);
  requireState(request, control, analysis);
  requireDay(request, working.frontMatter.history ?? [], analysis.facts.today);
  const { version, edited } = edit(request, control, before);
  const draft = readDraft(edited, control, analysis);
  const against = lastApproved(control, analysis);
  const approves = request.act === 'approve' || request.act === 'adopt';
  const changes = against === undefined ? [] : compare(against.document, draft, analysis);
  const suggestion =
    request.act === 'approve' && against !== undefined ? suggestChangeClass(changes) : undefined;
  const frozen = approves ? freeze(draft, edited, version, analysis) : undefined;
  const entry = sealEntry(
    makeEntry(request, control, by, version, analysis, suggestion?.change, frozen),
    working.frontMatter.history ?? [],
    requireHash(analysis),
  );
  const text = addEntry(edited, draft.places, entry);
  requireFaithful(text, entry, draft);
  return {
    request,
    file: working.file,
    digest: working.digest,
    text,
    entry,
    copy: frozen?.copy,
    leftovers: findUnfinished(control, analysis.control).map((copy) => copy.folder),
    changes,
    comparedWith: against?.version,
    suggestion,
    warnings:
      request.act === 'approve'
        ? [
            ...versionWarnings(version, entry.change, against?.version),
            ...(entry.change === 'editorial' ? (suggestion?.reasons ?? []) : []).map(
              (reason) => `The change is called editorial, but ${reason}.`,
            ),
          ]
        : [],
  };
}

function requireHash({ control }: Analysis): NonNullable<Analysis['control']['hash']> {
  if (control.hash === undefined) throw new Error('acts need the hash that fingerprints are made with');
  return control.hash;
}

function requireState(request: ActRequest, control: DocumentControl, analysis: Analysis): void {
  const { working, versions } = control;
  const { status, version } = working.frontMatter;
  const refuse = (message: string, hint?: string): never => {
    throw new Refused(message, hint);
  };
  const requireReason = (hint: string): void => {
    if (request.reason === undefined) throw lacks('reason', 'The reason is missing', hint);
  };
  const expectStatus = (expected: string, hint?: string): void => {
    if (status !== expected)
      refuse(`Unexpected status \`${status}\` of ${working.id}, expected \`${expected}\``, hint);
  };
  switch (request.act) {
    case 'submit':
      expectStatus(
        'draft',
        status === 'approved'
          ? `To change it, raise \`version\` above ${version} and set \`status: draft\` in ${working.file}.`
          : undefined,
      );
      break;
    case 'return':
      expectStatus('in-review');
      requireReason('Say with --reason what is to be mended.');
      break;
    case 'approve': {
      if (status === 'withdrawn')
        refuse(`${working.id} is withdrawn`, 'Use eoms reinstate; an id is never used for another document.');
      requireSound(control, analysis);
      if (request.effective !== undefined && request.effective < request.date)
        refuse(
          `Unexpected date \`${request.effective}\` in effective, expected ${request.date}, the day of the approval, or later`,
          'Use eoms adopt for a text that was approved before this system.',
        );
      const { refusal } = chooseVersion(request, control);
      if (refusal !== undefined) throw new Refused(refusal.message, refusal.hint, refusal);
      break;
    }
    case 'adopt':
      requireSound(control, analysis);
      if (versions.some((one) => one.version === version && one.approval.fingerprint !== undefined))
        refuse(`Version ${version} of ${working.id} is approved already, and bound to its text`);
      if (request.source === undefined && versions.every((one) => one.version !== version))
        throw lacks(
          'source',
          'The source of the earlier approval is missing',
          'Name with --source where it is recorded, for example the minutes of the meeting.',
        );
      break;
    case 'review':
      if (!versions.some((one) => one.state === 'effective'))
        refuse(`${working.id} has no version in force that could be reviewed`);
      break;
    case 'supersede': {
      if (request.successor === undefined)
        throw lacks('with', 'The document that takes its place is missing', 'Name it with --with.');
      const successor = analysis.facts.documentById.get(request.successor);
      if (successor === undefined) {
        const candidate = nearest(request.successor, analysis.facts.documentById.keys());
        refuse(
          `Unexpected id \`${request.successor}\` after --with, expected a document of the manual${didYouMean(candidate)}`,
        );
      } else if (!(successor.document.frontMatter.supersedes ?? []).includes(working.id))
        refuse(
          `${successor.document.id} does not say that it supersedes ${working.id}`,
          `Add \`supersedes: [${working.id}]\` to it and approve it first.`,
        );
      break;
    }
    case 'withdraw':
      if (status === 'withdrawn') refuse(`${working.id} is withdrawn already`);
      requireReason('Say with --reason why it is withdrawn.');
      break;
    case 'reinstate':
      expectStatus('withdrawn');
      requireReason('Say with --reason why it is in force again.');
      break;
  }
}

/** What is approved must be publishable. Faults that the act itself mends do not count. */
function requireSound({ working }: DocumentControl, { findings }: Analysis): void {
  const errors = findings.filter(
    (finding) =>
      finding.severity === 'error' &&
      finding.place.kind !== 'manual' &&
      finding.place.file === working.file &&
      !mendedByApproval.has(finding.rule),
  );
  const [first] = errors;
  if (first !== undefined)
    throw new Refused(
      `${working.id} has ${errors.length === 1 ? 'an error' : `${errors.length} errors`}: ${first.message}`,
      'Run eoms check, mend it, and approve then.',
    );
}

const mendedByApproval: ReadonlySet<string> = new Set([
  'not-approved',
  'changed-since-approval',
  'version-not-raised',
  'approval-without-fingerprint',
  'effective-before-approval',
]);

/** The file with the values that the act sets, before the entry. */
function edit(
  request: ActRequest,
  control: DocumentControl,
  before: string,
): { version: string; edited: string } {
  const { working } = control;
  const { frontMatter, places } = working;
  const quoted = (text: string): string => JSON.stringify(text);
  switch (request.act) {
    case 'submit':
      return { version: frontMatter.version, edited: setKeys(before, places, { status: 'in-review' }) };
    case 'return':
      return { version: frontMatter.version, edited: setKeys(before, places, { status: 'draft' }) };
    case 'approve': {
      const { version } = chooseVersion(request, control);
      const written = frontMatter.effective;
      const effective =
        request.effective ?? (written !== undefined && written >= request.date ? written : request.date);
      const values: Record<string, string> = {};
      if (frontMatter.status !== 'approved') values['status'] = 'approved';
      if (version !== frontMatter.version) values['version'] = quoted(version);
      if (effective !== frontMatter.effective) values['effective'] = effective;
      return { version, edited: setKeys(before, places, values) };
    }
    case 'adopt':
      return {
        version: frontMatter.version,
        edited: frontMatter.status === 'approved' ? before : setKeys(before, places, { status: 'approved' }),
      };
    case 'withdraw':
      return { version: frontMatter.version, edited: setKeys(before, places, { status: 'withdrawn' }) };
    case 'reinstate': {
      const isApproved = control.versions.some((one) => one.version === frontMatter.version);
      return {
        version: frontMatter.version,
        edited: setKeys(before, places, { status: isApproved ? 'approved' : 'draft' }),
      };
    }
    case 'review':
    case 'supersede': {
      const inForce = control.versions.find((one) => one.state === 'effective');
      return { version: inForce?.version ?? frontMatter.version, edited: before };
    }
  }
}

/** The edited text as a document, its links read from where it stands. */
function readDraft(edited: string, { working }: DocumentControl, { control }: Analysis): ControlledDocument {
  const document = control.readCopy(
    {
      id: working.id,
      version: working.frontMatter.version,
      folder: '',
      document: { path: working.file, digest: working.digest, text: edited },
      stoodAt: working.file,
      files: [],
    },
    working.frontMatter.history ?? [],
  );
  if (document === undefined)
    throw new Refused(`The text of ${working.id} cannot be read`, 'Run eoms check to see what is wrong.');
  return document;
}

function lastApproved(
  { versions, working }: DocumentControl,
  { control }: Analysis,
): { version: string; document: ControlledDocument } | undefined {
  for (const { version, copy } of versions) {
    const document =
      copy === undefined ? undefined : control.readCopy(copy, working.frontMatter.history ?? []);
    if (document !== undefined) return { version, document };
  }
  return undefined;
}

const compare = (
  before: ControlledDocument,
  after: ControlledDocument,
  { control }: Analysis,
): PlannedAct['changes'] =>
  findTextChanges(controlledText(before, control.digestOf), controlledText(after, control.digestOf));

const entryActs = {
  submit: 'submitted',
  return: 'returned',
  approve: 'approved',
  adopt: 'adopted',
  review: 'reviewed',
  supersede: 'superseded',
  withdraw: 'withdrawn',
  reinstate: 'reinstated',
} as const;

function makeEntry(
  request: ActRequest,
  control: DocumentControl,
  by: string,
  version: string,
  analysis: Analysis,
  suggested: HistoryEntry['change'],
  frozen: { readonly fingerprint: string; readonly hash: string } | undefined,
): HistoryEntry {
  const earlier = control.versions.find((one) => one.version === version)?.approval;
  const base = {
    act: entryActs[request.act],
    version,
    date: request.date as string,
    by,
    summary: request.summary,
    reason: request.reason,
  };
  const edition = analysis.manual.settings.edition;
  const sealed = { fingerprint: frozen?.fingerprint, copy: frozen?.hash };
  switch (request.act) {
    case 'approve': {
      const first = control.versions.length === 0;
      if (request.summary === undefined && !first)
        throw lacks(
          'summary',
          'The summary is missing',
          'Say with --summary what changed and why, in a sentence that a colleague understands.',
        );
      const change = request.change ?? (first ? 'substantive' : suggested);
      return defined({ ...base, summary: request.summary ?? 'First issue', change, edition, ...sealed });
    }
    case 'adopt':
      return defined({
        ...base,
        date: earlier?.date ?? base.date,
        edition: earlier?.edition ?? edition,
        source:
          request.source ??
          (earlier === undefined
            ? undefined
            : `The entry of ${earlier.date} by ${earlier.by} in this history`),
        ...sealed,
      });
    case 'review':
      return defined({ ...base, outcome: request.outcome ?? 'no-change', edition });
    case 'supersede':
      return defined({ ...base, summary: request.summary ?? `Superseded by ${request.successor ?? ''}` });
    default:
      return defined(base);
  }
}

const defined = (entry: { [Key in keyof HistoryEntry]: HistoryEntry[Key] | undefined }): HistoryEntry =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as HistoryEntry;

/** The text is edited as text; it is read again before anything is written, so that no slip gets onto the disk. */
function requireFaithful(text: string, entry: HistoryEntry, draft: ControlledDocument): void {
  const raw = parseDocument({ path: draft.file, text, digest: '' });
  const [written] = raw.frontMatter?.history ?? [];
  if (written === undefined || JSON.stringify(sorted(written)) !== JSON.stringify(sorted(entry)))
    throw new Refused(
      `The entry cannot be written into the history of ${draft.id}`,
      'Write `history:` as a list with one entry a line, newest first, and try again.',
    );
}

const sorted = (entry: HistoryEntry): unknown[] => Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1));

/** One line a change, for the terminal. */
export const formatChanges = (changes: PlannedAct['changes']): string[] => changes.map(describe);
