/**
 * Random manuals, through real text: a plan is drawn by fast-check, written as YAML and MDX, parsed and analysed
 * like any other. Plans stay small so that a thousand of them take seconds, and so that a failing one can be read.
 */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { type Analysis, analyseManual, type ManualSources } from '../core/analyse-manual.ts';
import { parseCalendarDate, type CalendarDate } from '../core/model/calendar-date.ts';
import type { ArchivedFile } from '../core/model/control.ts';
import type { SourceFile } from '../core/model/place.ts';
import { parseDocument } from '../core/parse/parse-document.ts';
import { documentTypes } from '../../schemas/document.ts';
import { randomStandards } from './random-standards.ts';

export interface PlannedClaim {
  readonly clause: string;
  readonly standard?: string | undefined;
  readonly extent?: 'full' | 'partial' | undefined;
  /** A heading id; `gone` is in no document. */
  readonly at?: string | undefined;
  /** Written as `<Clause>` in the text instead of in the front matter. */
  readonly inText?: boolean | undefined;
}

export interface PlannedEntry {
  readonly act: string;
  readonly version: string;
  readonly date: string;
  readonly by: string;
  readonly change?: string | undefined;
  readonly edition?: string | undefined;
}

export interface PlannedDocument {
  readonly id: string;
  readonly type: (typeof documentTypes)[number];
  readonly version: string;
  readonly status: 'draft' | 'in-review' | 'approved' | 'withdrawn';
  readonly author?: string | undefined;
  readonly effective?: string | undefined;
  readonly review?: string | undefined;
  readonly nextReview?: string | undefined;
  readonly claims: readonly PlannedClaim[];
  readonly implements: readonly string[];
  readonly supersedes: readonly string[];
  readonly evidence?: boolean | undefined;
  /** Newest first. */
  readonly history: readonly PlannedEntry[];
  /** Claims of the frozen copies of the earlier approved versions; undefined where no copy was kept. */
  readonly frozenClaims?: readonly PlannedClaim[] | undefined;
}

export interface PlannedManual {
  readonly today: CalendarDate;
  readonly edition: string;
  readonly alsoShow: readonly string[];
  readonly earlyChildhoodEducation: boolean;
  readonly approvals: Readonly<Record<string, readonly string[]>>;
  readonly notApplicable: readonly {
    readonly clause: string;
    readonly standard?: string | undefined;
    readonly reason: boolean;
    readonly approvedBy?: string | undefined;
  }[];
  readonly documents: readonly PlannedDocument[];
}

const roles = ['principal', 'quality-manager', 'registrar', 'tutor'] as const;
const editions = ['demo:1', 'demo:2', 'demo:3'] as const;
const clauses = [
  '1',
  '1.1',
  '1.2',
  '1.3',
  '1.4',
  '1.4.1',
  '1.4.2',
  '2',
  '2.1',
  '2.2',
  '2.3',
  '2.3.1',
  '2.3.2',
  '2.4',
  'A',
  '9.9',
];
const iso9001Clauses = ['4', '4.1', '4.2', '4.2.1', '4.3'];

/** The value, or in one of `freq` cases nothing. */
const maybe = <Value>(value: fc.Arbitrary<Value>, freq = 3) => fc.option(value, { nil: undefined, freq });
/** Mostly nothing. */
const seldom = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const dayFrom2024 = fc.integer({ min: 0, max: 500 });
const dayOf = (number: number): string => new Date(Date.UTC(2024, 0, 1 + number)).toISOString().slice(0, 10);
const date = dayFrom2024.map(dayOf);

const claim: fc.Arbitrary<PlannedClaim> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      clause: fc.constantFrom(...clauses),
      standard: seldom(fc.constantFrom(...editions)),
      extent: seldom(fc.constantFrom('full' as const, 'partial' as const)),
      at: seldom(fc.constantFrom('purpose', 'purpose', 'details', 'gone')),
      inText: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      clause: fc.constantFrom(...iso9001Clauses),
      standard: fc.constant('iso-9001:2015'),
    }),
  },
);

/** A life as the acts would write it: days in order, versions rising, the status that goes with the last act. */
const life = fc
  .record({
    start: dayFrom2024,
    steps: fc.array(
      fc.record({
        act: fc.constantFrom('approved', 'approved', 'reviewed', 'adopted', 'submitted'),
        after: fc.integer({ min: 1, max: 200 }),
        by: fc.constantFrom(...roles),
        change: maybe(fc.constantFrom('editorial', 'substantive')),
        edition: maybe(fc.constantFrom(...editions), 3),
      }),
      { maxLength: 4 },
    ),
    end: fc.constantFrom('kept', 'kept', 'kept', 'kept', 'draft', 'withdrawn'),
    unapproved: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
  })
  .map(({ start, steps, end, unapproved }): Pick<PlannedDocument, 'version' | 'status' | 'history'> => {
    let day = start;
    let major = 0;
    const history: PlannedEntry[] = [];
    for (const { act, after, by, change, edition } of steps) {
      day += after;
      if (act === 'reviewed' && major === 0) continue;
      if (act === 'approved' || act === 'adopted') major++;
      const version = act === 'submitted' ? `${major + 1}.0` : `${major}.0`;
      history.unshift({ act, version, date: dayOf(day), by, change, edition });
    }
    const submitted = history[0]?.act === 'submitted';
    const current = `${Math.max(major, 1)}.0`;
    const next = `${major + 1}.0`;
    if (end === 'withdrawn' && major > 0) {
      const entry = { act: 'withdrawn', version: current, date: dayOf(day + 10), by: 'principal' };
      return { version: current, status: 'withdrawn', history: [entry, ...history] };
    }
    if (submitted) return { version: next, status: 'in-review', history };
    if (end === 'draft' || major === 0) return { version: next, status: 'draft', history };
    // A typed `approved` without its entry is a fault, and must not count.
    return { version: unapproved ? `${major}.1` : current, status: 'approved', history };
  });

const plannedDocument = (id: string): fc.Arbitrary<PlannedDocument> =>
  fc
    .record({
      type: fc.constantFrom(...documentTypes, 'procedure' as const, 'record' as const, 'policy' as const),
      author: seldom(fc.constantFrom(...roles)),
      effective: seldom(date),
      review: maybe(fc.constantFrom('P6M', 'P1Y', 'P30D', 'P2Y1M', 'P3W')),
      nextReview: seldom(date),
      claims: fc.array(claim, { maxLength: 6 }),
      implements: fc.array(fc.constantFrom(...ids), { maxLength: 2 }),
      supersedes: fc.oneof(
        { weight: 5, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(fc.constantFrom(...ids), { maxLength: 1 }) },
      ),
      evidence: maybe(fc.boolean(), 2),
      frozenClaims: maybe(fc.array(claim, { maxLength: 4 })),
      life,
    })
    .map(({ life: { version, status, history }, ...rest }) => ({ id, ...rest, version, status, history }));

const ids = Array.from({ length: 8 }, (_, index) => `D-0${index + 1}`);

/** Any small manual, faulty ones included. */
export const plannedManual: fc.Arbitrary<PlannedManual> = fc.record({
  today: fc.integer({ min: 300, max: 1000 }).map((day) => parseCalendarDate(dayOf(day))!),
  edition: fc.constantFrom(...editions),
  alsoShow: fc.constantFrom(
    ['iso-9001:2015'],
    ['demo:1', 'demo:2', 'demo:3', 'iso-9001:2015'],
    ['demo:2'],
    [],
  ),
  earlyChildhoodEducation: fc.boolean(),
  approvals: fc.record(
    {
      procedure: fc.constant(['principal', 'quality-manager']),
      record: fc.constant(['quality-manager', 'registrar', 'principal']),
      notApplicable: fc.constant(['principal']),
    },
    { requiredKeys: [] },
  ),
  notApplicable: fc.array(
    fc.record({
      clause: fc.constantFrom(...clauses),
      standard: seldom(fc.constantFrom(...editions)),
      reason: fc.integer({ min: 0, max: 4 }).map((number) => number > 0),
      approvedBy: maybe(fc.constantFrom('principal', 'principal', 'tutor'), 6),
    }),
    { maxLength: 2 },
  ),
  documents: fc
    .integer({ min: 0, max: ids.length })
    .chain((count) => fc.tuple(...ids.slice(0, count).map(plannedDocument))),
});

/** The plan as files. `order` shuffles what is handed in, as another file system would. */
export function sourcesOf(
  plan: PlannedManual,
  order: 'as planned' | 'reversed' = 'as planned',
): ManualSources {
  const documents = plan.documents.map((document) => {
    const text = documentText(document);
    return parseDocument({ path: pathOf(document), text, digest: digestOf(text) });
  });
  const archive = plan.documents.flatMap(frozenCopies);
  const registers = [
    file('registers/roles.yaml', `rows:\n${roles.map((id) => `  - { id: ${id}, title: ${id} }\n`).join('')}`),
  ];
  return {
    documents: order === 'reversed' ? documents.toReversed() : documents,
    settings: file('manual.yaml', settingsText(plan)),
    registers,
    standards: order === 'reversed' ? randomStandards.toReversed() : randomStandards,
    assets: [],
    archive: order === 'reversed' ? archive.toReversed() : archive,
    contentFolder: 'content',
  };
}

export function analysePlan(plan: PlannedManual, order?: 'as planned' | 'reversed'): Analysis {
  return analyseManual(sourcesOf(plan, order), { today: plan.today, todayOverridden: true });
}

const pathOf = ({ id, type }: PlannedDocument): string => `content/${type}/${id}.mdx`;
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A copy of each approved version before the working one, made, as the act does, before its entry was written. */
function frozenCopies(document: PlannedDocument): ArchivedFile[] {
  const { frozenClaims, history } = document;
  if (frozenClaims === undefined) return [];
  const versions = new Set(
    history.filter(({ act }) => act === 'approved' || act === 'adopted').map(({ version }) => version),
  );
  versions.delete(document.version);
  return [...versions].map((version) => {
    const text = documentText({
      ...document,
      version,
      status: 'approved',
      effective: undefined,
      claims: frozenClaims,
      history: [],
    });
    return {
      path: pathOf(document).replace('content/', `content/archive/${document.id}/${version}/`),
      text,
      digest: digestOf(text),
    };
  });
}

const file = (path: string, text: string): SourceFile => ({ path: `content/${path}`, text });

function settingsText(plan: PlannedManual): string {
  return lines({
    institution: '{ name: Random College }',
    edition: plan.edition,
    alsoShow: list(plan.alsoShow.map(quoted)),
    scope: `{ statement: Everything, earlyChildhoodEducation: ${plan.earlyChildhoodEducation} }`,
    approvals: map(Object.entries(plan.approvals).map(([type, allowed]) => [type, list(allowed)])),
    notApplicable: list(
      plan.notApplicable.map(({ clause, standard, reason, approvedBy }) =>
        map([
          ['clause', quoted(clause)],
          ['standard', standard && quoted(standard)],
          ['reason', reason ? '"nobody here does anything of the kind"' : undefined],
          ['approvedBy', approvedBy],
        ]),
      ),
    ),
  });
}

function documentText(document: PlannedDocument): string {
  const { claims, history } = document;
  const inFrontMatter = claims.filter(({ inText }) => inText !== true);
  const frontMatter = lines({
    id: document.id,
    title: `Title of ${document.id}`,
    type: document.type,
    version: quoted(document.version),
    status: document.status,
    owner: 'registrar',
    author: document.author,
    effective: document.effective,
    review: document.review,
    nextReview: document.nextReview,
    clauses: list(inFrontMatter.map(claimText)),
    noClauses: claims.length === 0 ? 'a random document' : undefined,
    implements: list(document.implements.filter((id) => id !== document.id)),
    supersedes: list(document.supersedes.filter((id) => id !== document.id)),
    ...typeKeys(document),
    history: list(
      history.map(({ act, version, date: day, by, change, edition }) =>
        map([
          ['act', act],
          ['version', quoted(version)],
          ['date', day],
          ['by', by],
          ['change', change],
          ['edition', edition && quoted(edition)],
          // An approval without one binds no frozen copy.
          ['fingerprint', act === 'approved' || act === 'adopted' ? `sha256-${'0'.repeat(64)}` : undefined],
        ]),
      ),
    ),
  });
  const inText = (at: string): string =>
    claims
      .filter((planned) => planned.inText === true && (planned.at ?? 'details') === at)
      .map(
        ({ clause, standard, extent }) =>
          `<Clause id="${clause}"${standard === undefined ? '' : ` standard="${standard}"`}${extent === undefined ? '' : ` extent="${extent}"`} />\n\n`,
      )
      .join('');
  return `---\n${frontMatter}---\n\n## Purpose {#purpose}\n\nText.\n\n${inText('purpose')}## Details\n\nMore text.\n\n${inText('details')}`;
}

function claimText({ clause, standard, extent, at }: PlannedClaim): string {
  if (standard === undefined && extent === undefined && at === undefined) return quoted(clause);
  return map([
    ['clause', quoted(clause)],
    ['standard', standard && quoted(standard)],
    ['extent', extent],
    ['at', at === undefined ? undefined : list([quoted(`#${at}`)])],
  ]);
}

function typeKeys({ type, evidence }: PlannedDocument): Record<string, string | undefined> {
  if (type === 'external') return { issuer: 'Somebody', edition: quoted('2020'), source: 'elsewhere' };
  if (type !== 'record') return {};
  return {
    location: 'cabinet',
    format: 'paper',
    retention: '{ period: P5Y, from: the end, then: destroy }',
    personalData: 'false',
    evidence: evidence === undefined ? undefined : String(evidence),
  };
}

const quoted = (text: string): string => `"${text}"`;
const list = (items: readonly string[]): string => `[${items.join(', ')}]`;
const map = (entries: readonly (readonly [key: string, value: string | undefined])[]): string =>
  `{ ${entries.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`])).join(', ')} }`;
const lines = (keys: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(keys)
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}\n`]))
    .join('');
