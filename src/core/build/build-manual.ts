/** Everything read becomes one manual: ids, aliases, links and claims resolved once. */
import { manualSettings, type ManualSettings } from '../../../schemas/manual.ts';
import {
  type PersonRow,
  registerFiles,
  registers as registerSchemas,
  type RegisterName,
} from '../../../schemas/registers.ts';
import type { History } from '../../../schemas/history.ts';
import type { Archive, ArchivedFile, DigestOf, FrozenCopy, Hash } from '../model/control.ts';
import type { ControlledDocument, LinkTarget, RawDocument, WrittenDocument } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { firstFindings } from '../model/first-findings.ts';
import type { Manual, Register, Registers } from '../model/manual.ts';
import { type FormFile, formsFolder } from '../model/form-file.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import { oneOf } from '../model/one-of.ts';
import { LineIndex, type Place, type SourceFile, wholeFile } from '../model/place.ts';
import type { ClauseLabel, EditionKey, Standard } from '../model/standard.ts';
import { checkShape } from '../parse/check-shape.ts';
import { parseDocument } from '../parse/parse-document.ts';
import { parseYaml } from '../parse/parse-yaml.ts';
import { buildArchive } from './build-archive.ts';
import { buildClaims } from './build-claims.ts';
import { buildRegister } from './build-register.ts';
import { buildStandard } from './build-standard.ts';
import { type LinkIndex, resolveLink } from './resolve-link.ts';

/** What an adapter read from the content folder. */
export interface ManualSources {
  readonly documents: readonly RawDocument[];
  /** `manual.yaml`; undefined where it does not exist. */
  readonly settings?: SourceFile | undefined;
  readonly registers: readonly SourceFile[];
  /** The built-in ones first, then the institution's own. */
  readonly standards: readonly SourceFile[];
  /** JSON files beside `manual.yaml`, such as a coverage baseline. */
  readonly data?: readonly SourceFile[] | undefined;
  /** Paths of all other files below the content folder. */
  readonly assets: readonly string[];
  /** Files to fill in that lie in `public/forms/`. */
  readonly formFiles?: readonly FormFile[] | undefined;
  /** The folder as it stands at the beginning of every path. */
  readonly contentFolder: string;
  /** Files below `archive/`: the frozen copies of approved versions. */
  readonly archive?: readonly ArchivedFile[] | undefined;
  /** SHA-256 of the bytes of `assets` and archived pictures by path, hexadecimal. */
  readonly assetDigests?: ReadonlyMap<string, string> | undefined;
  /** Without it nothing can be compared with what was approved. */
  readonly hash?: Hash | undefined;
  /** Faults of reading: encoding, size, links out of the folder. */
  readonly readFindings?: readonly Finding[] | undefined;
}

export interface BuiltManual {
  readonly manual: Manual;
  readonly findings: Finding[];
  /** Who held which role. It names persons and is no part of the manual, which pages and exports are made from. */
  readonly people: Register<PersonRow>;
  /** Registers that exist but cannot be used; references into them are not judged. */
  readonly unreadableRegisters: ReadonlySet<RegisterName>;
  readonly archive: Archive;
  readonly hash: Hash | undefined;
  readonly digestOf: DigestOf;
  readonly readCopy: ReadCopy;
}

/**
 * Parses a frozen copy; undefined where it cannot be used. Asked only for copies that are shown or compared.
 * @param history of the working file: a copy is made before the entry that approves it
 */
export type ReadCopy = (copy: FrozenCopy, history: History) => ControlledDocument | undefined;

/** @param resolveAddress reads an address of the site; see `LinkIndex` */
export function buildManual(
  sources: ManualSources,
  resolveAddress: (path: string, manual: AddressBook) => LinkTarget | undefined,
): BuiltManual {
  const findings: Finding[] = [...(sources.readFindings ?? [])];
  const folder = sources.contentFolder;
  const settings = buildSettings(sources, findings);
  const scope = { earlyChildhoodEducation: settings.value.scope?.earlyChildhoodEducation ?? false };
  const standards = new Map<EditionKey, Standard>();
  const brokenEditions = new Set<EditionKey>([noEdition]);
  const editionPlaces = new Map<EditionKey, Place>();
  for (const source of sources.standards) {
    const built = buildStandard(source, scope);
    findings.push(...built.findings);
    const first = built.edition === undefined ? undefined : editionPlaces.get(built.edition);
    if (first !== undefined) {
      findings.push(duplicateEdition(built.edition ?? '', built.place, first));
      continue;
    }
    if (built.edition !== undefined) editionPlaces.set(built.edition, built.place);
    if (built.standard !== undefined) standards.set(built.standard.edition, built.standard);
    else if (built.edition !== undefined) brokenEditions.add(built.edition);
  }
  const unreadableRegisters = new Set<RegisterName>();
  const registers = buildRegisters(sources, folder, findings, unreadableRegisters);

  const { kept, byId, knownIds } = sortOutIds(sources.documents, findings);
  const byAlias = new Map<string, string>();
  for (const raw of kept)
    for (const alias of (raw.frontMatter ?? raw.soundKeys)?.aliases ?? [])
      if (!knownIds.has(alias) && !byAlias.has(alias) && raw.id !== undefined) byAlias.set(alias, raw.id);
  const index = buildLinkIndex(sources, settings.value.institution.url, byAlias, knownIds, (path) =>
    resolveAddress(path, {
      ids: knownIds,
      aliases: byAlias,
      standards,
      registers,
      edition: settings.value.edition,
    }),
  );
  const documents: ControlledDocument[] = [];
  const texts: WrittenDocument[] = [];
  const unreadClaims = new Set<ClauseLabel>();
  for (const raw of kept) {
    findings.push(...raw.findings);
    const keys = raw.frontMatter ?? raw.soundKeys ?? {};
    const written = {
      file: raw.file,
      places: raw.places,
      body: raw.body,
      links: raw.body.links.map((link) => ({ ...link, target: resolveLink(link, raw, index) })),
      claims: buildClaims(raw, keys, settings.value.edition),
    };
    if (raw.frontMatter !== undefined && raw.id !== undefined && byId.get(raw.id) === raw) {
      const document = { ...written, id: raw.id, digest: raw.digest, frontMatter: raw.frontMatter };
      documents.push(document);
      texts.push(document);
      continue;
    }
    texts.push({ ...written, id: raw.id, frontMatter: keys });
    for (const label of raw.mentions ?? []) unreadClaims.add(label);
    for (const claim of written.claims) unreadClaims.add(claim.clause);
  }
  documents.sort((a, b) => (a.id < b.id ? -1 : 1));
  const documentById = new Map(documents.map((document) => [document.id, document]));
  const manual: Manual = {
    settings: settings.value,
    settingsFile: settings.file,
    settingsPlaces: settings.places,
    standard: standards.get(settings.value.edition),
    standards,
    brokenEditions,
    registers,
    documents,
    texts,
    unreadClaims,
    documentById,
    documentByAlias: new Map(
      [...byAlias].flatMap(([alias, id]) => {
        const document = documentById.get(id);
        return document === undefined ? [] : [[alias, document] as const];
      }),
    ),
    knownIds: new Set([
      ...knownIds,
      ...[...byAlias].flatMap(([alias, id]) => (documentById.has(id) ? [] : [alias])),
    ]),
    documentByFile: new Map(documents.map((document) => [document.file, document])),
    anchorsById: new Map(
      [...byId].flatMap(([id, raw]) =>
        raw.body.complete ? [[id, new Set(raw.body.headings.map((heading) => heading.id))] as const] : [],
      ),
    ),
    assets: new Set([
      ...index.assets,
      ...(sources.archive ?? []).filter((file) => file.text === undefined).map((file) => file.path),
    ]),
    formFiles: new Map((sources.formFiles ?? []).map((file) => [file.path, file])),
    data: new Map((sources.data ?? []).map((file) => [file.path, file])),
    contentFolder: folder,
  };
  const archivedDigests = new Map((sources.archive ?? []).map((file) => [file.path, file.digest]));
  return {
    manual,
    findings,
    people: buildPeople(sources, folder, findings),
    unreadableRegisters,
    archive: buildArchive(sources.archive ?? [], folder, sources.hash),
    hash: sources.hash,
    digestOf: (path) =>
      sources.assetDigests?.get(path) ??
      archivedDigests.get(path) ??
      (path.startsWith(formsFolder)
        ? manual.formFiles.get(path.slice(formsFolder.length))?.digest
        : undefined),
    readCopy: copyReader(withFormerFiles(index, sources.archive ?? [], folder), manual),
  };
}

/** With the places where documents stood when they were approved: an approved text may link to those. */
function withFormerFiles(index: LinkIndex, archive: readonly ArchivedFile[], folder: string): LinkIndex {
  const files = new Map(index.files);
  for (const { path } of archive) {
    const [, id, former] = /\/archive\/([^/]+)\/[^/]+(\/.+\.mdx)$/.exec(path) ?? [];
    if (id === undefined || former === undefined || !index.ids.has(id)) continue;
    const stood = `${folder}${former}`.normalize('NFC');
    if (!files.has(stood)) files.set(stood, index.ids.get(id));
  }
  return { ...index, files };
}

/** Links of a copy lead on from where its document stood; pictures and other files are its own. Each copy is parsed once. */
function copyReader(index: LinkIndex, manual: Manual): ReadCopy {
  const read = new Map<FrozenCopy, ControlledDocument | undefined>();
  const parse = (copy: FrozenCopy, history: History): ControlledDocument | undefined => {
    const { document, stoodAt } = copy;
    if (document?.text === undefined || stoodAt === undefined) return undefined;
    const raw = parseDocument({ path: document.path, text: document.text, digest: document.digest });
    if (raw.frontMatter === undefined || raw.id === undefined || !raw.body.complete) return undefined;
    const frontMatter = { ...raw.frontMatter, status: 'approved' as const, history: [...history] };
    const there = { ...raw, file: stoodAt };
    const withPictures = { ...index, assets: manual.assets };
    return {
      id: raw.id,
      file: raw.file,
      digest: raw.digest,
      frontMatter,
      places: raw.places,
      body: raw.body,
      links: raw.body.links.map((link) => {
        const own = resolveLink(link, raw, withPictures);
        return { ...link, target: own.kind === 'file' ? own : resolveLink(link, there, index) };
      }),
      claims: buildClaims(raw, frontMatter, manual.settings.edition),
    };
  };
  return (copy, history) => {
    if (!read.has(copy)) read.set(copy, parse(copy, history));
    return read.get(copy);
  };
}

/** What is needed to tell whether an address of the site will exist. */
export interface AddressBook {
  readonly ids: ReadonlySet<string>;
  readonly aliases: ReadonlyMap<string, string>;
  readonly standards: ReadonlyMap<EditionKey, Standard>;
  readonly registers: Registers;
  readonly edition: EditionKey;
}

function buildSettings(
  sources: ManualSources,
  findings: Finding[],
): { value: ManualSettings; file: string; places: Record<string, Place> } {
  const file = sources.settings?.path ?? `${sources.contentFolder}/manual.yaml`;
  const fallback: ManualSettings = { institution: { name: 'This institution' }, edition: noEdition };
  if (sources.settings === undefined) {
    findings.push({
      rule: 'missing-settings',
      severity: 'error',
      place: { kind: 'manual' },
      message: `Missing \`${file}\`, expected the institution, the scope and the edition in force in it`,
      hint: 'Begin with `institution: { name: … }` and `edition: iso-21001:2018`.',
    });
    return { value: fallback, file, places: {} };
  }
  const yaml = parseYaml(sources.settings.text, file, new LineIndex(sources.settings.text));
  findings.push(...firstFindings(yaml.findings, file));
  if (yaml.findings.some((finding) => finding.rule === 'invalid-yaml'))
    return { value: fallback, file, places: {} };
  const checked = checkShape(manualSettings, yaml, { file, subject: 'manual.yaml' });
  findings.push(...firstFindings(checked.findings, file));
  // The keys that are sound by themselves go on, so that one slip does not make every clause unknown.
  return { value: checked.value ?? { ...fallback, ...checked.sound }, file, places: yaml.places };
}

/** A second file for an edition could leave clauses out, or accept what the first does not. */
const duplicateEdition = (edition: EditionKey, place: Place, first: Place): Finding => ({
  rule: 'duplicate-edition',
  severity: 'error',
  place,
  message: `Unexpected second file for \`${edition}\`, expected each edition once`,
  hint: 'Give the edition a name of its own, such as college-rules:2026, or remove the file.',
  related: [{ place: first, message: 'the first file is this' }],
});

/** Stands for the edition in force where the settings do not name one: nothing is then judged against a standard. */
const noEdition = 'edition:unknown';

function buildRegisters(
  sources: ManualSources,
  folder: string,
  findings: Finding[],
  unreadable: Set<RegisterName>,
): Registers {
  const byName = new Map(
    sources.registers.map((source) => [
      source.path.slice(source.path.lastIndexOf('/') + 1).replace(/\.ya?ml$/, ''),
      source,
    ]),
  );
  const names = Object.keys(registerSchemas) as RegisterName[];
  const built = names.map((name) => {
    const result = buildRegister(name, `${folder}/registers/${name}.yaml`, byName.get(name));
    findings.push(...result.findings);
    if (!result.readable) unreadable.add(name);
    return [name, result.register] as const;
  });
  for (const [name, source] of byName) {
    const known = Object.keys(registerFiles);
    if (known.includes(name)) continue;
    findings.push({
      rule: 'unknown-register',
      severity: 'error',
      place: wholeFile(source.path),
      message: `Unexpected register \`${name}\`, expected ${oneOf(known)}${didYouMean(nearest(name, known))}`,
      hint: 'Rename the file, or keep it outside registers/.',
    });
  }
  return Object.fromEntries(built) as unknown as Registers;
}

function buildPeople(sources: ManualSources, folder: string, findings: Finding[]): Register<PersonRow> {
  const file = `${folder}/registers/people.yaml`;
  const source = sources.registers.find(({ path }) => path === file);
  const built = buildRegister<PersonRow>('people', file, source);
  findings.push(...built.findings);
  return built.register;
}

/** Of two documents with one id, the first by path is kept; the other is named. */
function sortOutIds(
  documents: readonly RawDocument[],
  findings: Finding[],
): { kept: RawDocument[]; byId: Map<string, RawDocument>; knownIds: Set<string> } {
  const kept = [...documents].sort((a, b) => (a.file < b.file ? -1 : 1));
  const byId = new Map<string, RawDocument>();
  const byFoldedId = new Map<string, RawDocument>();
  for (const raw of kept) {
    if (raw.id === undefined) continue;
    const place = raw.places['id'] ?? wholeFile(raw.file);
    const first = byId.get(raw.id);
    const folded = byFoldedId.get(raw.id.normalize('NFKC').toLowerCase());
    if (first !== undefined) {
      findings.push({
        rule: 'duplicate-document-id',
        severity: 'error',
        place,
        message: `Unexpected second document with id \`${raw.id}\``,
        hint: 'Give one of them an id that was never used.',
        related: [{ place: first.places['id'] ?? wholeFile(first.file), message: 'first used here' }],
      });
      continue;
    }
    if (folded?.id !== undefined) {
      findings.push({
        rule: 'duplicate-document-id',
        severity: 'error',
        place,
        message: `Unexpected id \`${raw.id}\`, which differs from \`${folded.id}\` by letter case alone`,
        hint: 'On many disks and in many ears these are one id. Choose another.',
        related: [{ place: folded.places['id'] ?? wholeFile(folded.file), message: 'first used here' }],
      });
    }
    byId.set(raw.id, raw);
    byFoldedId.set(raw.id.normalize('NFKC').toLowerCase(), raw);
  }
  return { kept, byId, knownIds: new Set(byId.keys()) };
}

function buildLinkIndex(
  sources: ManualSources,
  home: string | undefined,
  aliases: ReadonlyMap<string, string>,
  ids: ReadonlySet<string>,
  resolveAddress: LinkIndex['resolveAddress'],
): LinkIndex {
  const files = new Map(sources.documents.map((raw) => [raw.file.normalize('NFC'), raw.id]));
  const assets = new Set(sources.assets.map((path) => path.normalize('NFC')));
  const lower = new Map<string, string>();
  for (const file of [...files.keys(), ...assets]) lower.set(file.toLowerCase(), file);
  return {
    files,
    filesLowerCase: lower,
    ids: new Map([...[...ids].map((id) => [id, id] as const), ...aliases]),
    assets,
    contentFolder: sources.contentFolder,
    home,
    resolveAddress,
  };
}
