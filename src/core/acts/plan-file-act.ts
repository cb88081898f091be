/** Approving `manual.yaml`, a register or a standard of one's own: the entry in its own history, bound to what the file says. */
import type { HistoryEntry } from '../../../schemas/history.ts';
import { manualSettings } from '../../../schemas/manual.ts';
import { standard } from '../../../schemas/standard.ts';
import { registerFiles, type RegisterFileName } from '../../../schemas/registers.ts';
import type { Analysis } from '../analyse-manual.ts';
import { type ControlledFile, fileBlocks } from '../control/controlled-files.ts';
import { fingerprintBlocks } from '../control/fingerprint.ts';
import { sealEntry } from '../control/history-chain.ts';
import { sealedApproval } from '../control/sealed-approval.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import { LineIndex } from '../model/place.ts';
import { compareVersions } from '../model/version.ts';
import { checkShape } from '../parse/check-shape.ts';
import { parseYaml } from '../parse/parse-yaml.ts';
import type { ActRequest, PlannedAct } from './act.ts';
import { addEntry, setKeys } from './edit-source.ts';
import { lacks, Refused } from './refused.ts';
import { requireDay } from './require-day.ts';

/** @throws Refused, which `planAct` turns into a value */
export function planFileAct(
  request: ActRequest,
  controlled: ControlledFile,
  { manual, control, facts }: Analysis,
  source: (file: string) => string | undefined,
): PlannedAct {
  const { hash } = control;
  const before = source(controlled.file);
  if (hash === undefined || before === undefined)
    throw new Refused(`The text of ${controlled.name} is not at hand`);
  if (request.act !== 'approve' && request.act !== 'adopt')
    throw new Refused(
      `Unexpected ${request.act} of ${controlled.name}, expected approve or adopt`,
      'Registers and settings are approved; they are not withdrawn or reviewed one by one.',
    );
  const { history } = controlled;
  const approvals = history.filter((entry) => entry.act === 'approved' || entry.act === 'adopted');
  const version = request.version ?? controlled.version;
  if (version === undefined)
    throw new Refused(
      `${controlled.name} has no version`,
      'Give --version 1.0, or write `version: "1.0"` on its first line.',
    );
  const earlier = approvals.find((entry) => entry.version === version);
  const by = request.by ?? (request.act === 'adopt' ? earlier?.by : undefined);
  requireAuthority(by, manual);
  requireDay(request, history, facts.today);
  if (request.act === 'approve') {
    const highest = approvals.map((entry) => entry.version).sort((a, b) => compareVersions(b, a))[0];
    if (highest !== undefined && compareVersions(version, highest) <= 0)
      throw new Refused(
        `Unexpected version \`${version}\` of ${controlled.name}, expected one above ${highest}, which is approved`,
        'Raise it with --version.',
      );
    if (request.summary === undefined)
      throw lacks('summary', 'The summary is missing', 'Say with --summary what changed and why.');
  } else if (sealedApproval(history, version) !== undefined)
    throw new Refused(`Version ${version} of ${controlled.name} is approved already, and bound to its text`);
  else if (earlier === undefined && request.source === undefined)
    throw lacks('source', 'The source of the earlier approval is missing', 'Name it with --source.');
  const edited =
    version === controlled.version
      ? before
      : setKeys(before, controlled.places, { version: JSON.stringify(version) });
  const read = readFile(controlled, edited);
  const entry = sealEntry(
    makeEntry(
      request,
      version,
      by ?? '',
      earlier,
      manual.settings.edition,
      fingerprintBlocks(fileBlocks(read.value), hash),
    ),
    history,
    hash,
  );
  const text = addEntry(edited, read.places, entry);
  const written = readFile(controlled, text).value['history'];
  if (!Array.isArray(written) || written.length !== history.length + 1)
    throw new Refused(
      `The entry cannot be written into ${controlled.name}`,
      'Write `history:` as a list with one entry a line, newest first, and try again.',
    );
  return {
    request,
    file: controlled.file,
    digest: hash(before),
    text,
    entry,
    leftovers: [],
    changes: [],
    warnings: [],
  };
}

function requireAuthority(by: string | undefined, manual: Analysis['manual']): void {
  const entitled = manual.settings.approvals?.register;
  if (by === undefined)
    throw lacks(
      'by',
      'The role that acts is missing',
      'Name it with --by, for example --by principal.',
      entitled,
    );
  const { roles } = manual.registers;
  if (!roles.byId.has(by))
    throw new Refused(
      `Unexpected role \`${by}\`, expected an id in ${roles.file}${didYouMean(nearest(by, roles.byId.keys()))}`,
    );
  if (entitled !== undefined && !entitled.includes(by))
    throw new Refused(
      `Unexpected role \`${by}\`, expected one that may approve registers: ${entitled.map((role) => `\`${role}\``).join(', ')}`,
      `approvals.register in ${manual.settingsFile} says who may.`,
    );
}

function readFile(
  { name, file }: ControlledFile,
  text: string,
): { value: Record<string, unknown>; places: ControlledFile['places'] } {
  const yaml = parseYaml(text, file, new LineIndex(text));
  const schema =
    name === 'manual.yaml'
      ? manualSettings
      : name.startsWith('standards/')
        ? standard
        : registerFiles[name.replace(/^registers\//, '').replace(/\.yaml$/, '') as RegisterFileName];
  const { value } = checkShape(schema, yaml, { file, subject: name });
  if (value === undefined)
    throw new Refused(`${name} has errors`, 'Run eoms check, mend them, and approve then.');
  return { value, places: yaml.places };
}

function makeEntry(
  request: ActRequest,
  version: string,
  by: string,
  earlier: HistoryEntry | undefined,
  edition: string,
  fingerprint: string,
): HistoryEntry {
  const adopts = request.act === 'adopt';
  const source =
    request.source ??
    (earlier === undefined ? undefined : `The entry of ${earlier.date} by ${earlier.by} in this history`);
  return {
    act: adopts ? 'adopted' : 'approved',
    version,
    date: adopts ? (earlier?.date ?? request.date) : request.date,
    by,
    ...(adopts ? {} : { change: request.change ?? 'substantive' }),
    edition: (adopts ? earlier?.edition : undefined) ?? edition,
    ...(adopts && source !== undefined ? { source } : {}),
    ...(request.summary === undefined ? {} : { summary: request.summary }),
    ...(request.reason === undefined ? {} : { reason: request.reason }),
    fingerprint,
  };
}
