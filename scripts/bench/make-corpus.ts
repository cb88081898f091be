/**
 * The text of a made-up manual, before it is spelled for any one system.
 *
 * Document k of a seed is the same whatever the number of documents, its links apart. Texts have 300 to 900 words
 * in five to eight sections, with tables, lists, callouts, and six links to other documents, two of them to a heading.
 */
import type { DocumentType } from '../../schemas/document.ts';
import { seededRandom } from './seeded-random.ts';
import type { Random } from './seeded-random.ts';

export type CorpusType = Extract<
  DocumentType,
  'policy' | 'procedure' | 'work-instruction' | 'form' | 'record'
>;

export type Inline =
  | string
  | { readonly strong: string }
  | { readonly code: string }
  | { readonly to: CorpusDocument; readonly anchor?: string; readonly text: string };

export type Block =
  | { readonly kind: 'heading'; readonly depth: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'callout';
      readonly title: string;
      readonly important: boolean;
      readonly content: readonly Inline[];
    };

export interface CorpusDocument {
  readonly index: number;
  readonly id: string;
  readonly type: CorpusType;
  readonly folder: string;
  /** File name without its ending. */
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly role: string;
  readonly unit: string;
  readonly process: string;
  readonly effective: string;
  /** Blocks, made when asked for: five thousand texts need not be held at once. */
  readonly blocks: () => readonly Block[];
}

export interface Corpus {
  readonly documents: readonly CorpusDocument[];
}

const kinds: readonly { type: CorpusType; prefix: string; folder: string; share: number }[] = [
  { type: 'policy', prefix: 'POL', folder: 'policies', share: 0.05 },
  { type: 'procedure', prefix: 'PRC', folder: 'procedures', share: 0.3 },
  { type: 'work-instruction', prefix: 'WIN', folder: 'work-instructions', share: 0.35 },
  { type: 'form', prefix: 'FRM', folder: 'forms', share: 0.1 },
  { type: 'record', prefix: 'REC', folder: 'records', share: 0.2 },
];

export const folders: readonly string[] = kinds.map(({ folder }) => folder);
export const roles = [
  'principal',
  'vice-principal',
  'quality-manager',
  'registrar',
  'admissions-officer',
  'exams-officer',
  'programme-leader',
  'teacher',
  'internal-auditor',
  'support-coordinator',
  'hr-manager',
  'facilities-manager',
  'it-manager',
  'librarian',
];
export const units = [
  'management',
  'quality',
  'registry',
  'teaching',
  'learner-support',
  'people',
  'estates',
  'digital',
];
export const processes = [
  'planning',
  'admission',
  'curriculum',
  'teaching',
  'assessment',
  'learner-support',
  'people',
  'resources',
  'purchasing',
  'improvement',
];

const subjects =
  'Admission of learners|Assessment of learning|Design of programmes|Competence of teachers|Learner feedback|Complaints and appeals|Control of documents|Internal audit|Management review|Corrective action|Assessment of risks|Purchasing|Learning resources|Individual support|Certificates and transcripts|Protection of data|Work placements|Security of examinations|Inspection of rooms|Evaluation of programmes|Induction of staff|Library services|Safety in workshops|Communication with learners|Timetables|Attendance|Calibration of instruments|Accessibility|Changes to the system|Outsourced teaching'.split(
    '|',
  );
const fields =
  'full-time programmes|evening courses|distance courses|the main campus|the workshop building|vocational training|short courses|the language centre|partner schools|foundation studies|apprentices|summer schools'.split(
    '|',
  );
const actors =
  'the programme leader|the quality manager|the registrar|each teacher|the examinations officer|the support coordinator|the head of the unit|the internal auditor|the admissions officer|the technician|the management team|the librarian'.split(
    '|',
  );
const acts =
  'reviews|records|checks|publishes|compares|plans|confirms|updates|passes on|archives|explains|approves|collects|measures|agrees|corrects'.split(
    '|',
  );
const objects =
  'the application file|the design brief|the assessment plan|the observation notes|the survey results|the evaluation of suppliers|the audit programme|the minutes|the action list|the risk sheet|the competence table|the support plan|the register of certificates|the complaint file|the safety checklist|the placement agreement|the attendance list|the board decision|the training plan|the calibration sheet|the request for change|the resource catalogue'.split(
    '|',
  );
const times =
  'before the semester begins|within ten working days|once a year|after every assessment period|as soon as a change is known|in the planning week|before results are released|when a nonconformity is raised|at the end of each module|by the date in the calendar'.split(
    '|',
  );
const reasons =
  'so that learners get what was promised|so that the decision can be followed later|because others rely on the result|so that nobody is treated differently|to keep the data of learners safe|and files the result with the programme|so that the next review starts from facts|which keeps the risk low'.split(
    '|',
  );
const sections = 'Method|Inputs and outputs|Checks|Evidence|Risks|Measures|Exceptions|Communication'.split(
  '|',
);
const periods = ['one year', 'three years', 'five years', 'ten years'];

export function makeCorpus(count: number, seed: number): Corpus {
  const counts = kinds.map(({ share }) => Math.max(1, Math.round(count * share)));
  // Rounding falls on the largest kind.
  counts[2] = (counts[2] ?? 0) + count - counts.reduce((sum, one) => sum + one, 0);
  const documents: CorpusDocument[] = [];
  kinds.forEach((kind, at) => {
    for (let number = 1; number <= (counts[at] ?? 0); number++)
      documents.push(makeDocument(kind, number, documents, seed));
  });
  return { documents };
}

function makeDocument(
  { type, prefix, folder }: (typeof kinds)[number],
  number: number,
  all: CorpusDocument[],
  seed: number,
): CorpusDocument {
  const index = all.length;
  const random = seededRandom(seed * 7919 + index * 104_729);
  const digits = String(number).padStart(4, '0');
  const subject = random.pick(subjects);
  const field = random.pick(fields);
  return {
    index,
    id: `${prefix}-${digits}`,
    type,
    folder,
    name: `${prefix.toLowerCase()}-${digits}`,
    title: `${subject}, ${field} ${number}`,
    summary: `How ${random.pick(actors)} and ${random.pick(actors)} work on ${random.pick(objects)}.`,
    role: random.pick(roles),
    unit: random.pick(units),
    process: random.pick(processes),
    effective: `2026-0${random.between(1, 9)}-${String(random.between(1, 28)).padStart(2, '0')}`,
    blocks: () => makeBlocks(index, all, seededRandom(seed * 31_337 + index * 15_485_863)),
  };
}

function makeBlocks(own: number, all: readonly CorpusDocument[], random: Random): Block[] {
  const blocks: Block[] = [];
  let words = 0;
  const add = (block: Block, count: number): void => {
    blocks.push(block);
    words += count;
  };
  const links = Array.from({ length: 6 }, (_, at): Inline => {
    const to = all[(own + 1 + random.between(0, Math.max(0, all.length - 2))) % all.length];
    if (to === undefined) throw new Error('No document to link to');
    const anchor = at === 1 ? 'responsibilities' : at === 4 ? 'purpose' : undefined;
    return { to, text: at % 2 === 0 ? to.id : to.title, ...(anchor !== undefined && { anchor }) };
  });
  const names = ['Purpose', 'Responsibilities', ...shuffled(sections, random).slice(0, random.between(3, 6))];
  const target = random.between(300, 860);
  for (const [at, name] of names.entries()) {
    add({ kind: 'heading', depth: 2, text: name }, 1);
    const link = links[at];
    add(
      {
        kind: 'paragraph',
        content: [sentence(random), ...(at < 4 && link ? [' Read it together with ', link, '.'] : [])],
      },
      26,
    );
    if (name === 'Responsibilities') add(roleTable(random), 40);
    if (at === 2) add({ kind: 'heading', depth: 3, text: 'Step by step' }, 3);
    for (let more = 0; words < (target * (at + 1)) / names.length && more < 10; more++)
      addPassage(random, add);
  }
  add({ kind: 'heading', depth: 2, text: 'Related documents' }, 2);
  add({ kind: 'list', ordered: false, items: links.slice(4).map((link) => [link]) }, 8);
  return blocks;
}

function addPassage(random: Random, add: (block: Block, count: number) => void): void {
  const chance = random();
  if (chance < 0.2) {
    const items = Array.from({ length: random.between(3, 6) }, () => [
      `${random.pick(actors)} ${random.pick(acts)} ${random.pick(objects)}`,
    ]);
    add({ kind: 'list', ordered: false, items }, items.length * 7);
  } else if (chance < 0.38) {
    const items = Array.from({ length: random.between(3, 6) }, () => [sentence(random)]);
    add({ kind: 'list', ordered: true, items }, items.length * 19);
  } else if (chance < 0.5) {
    add(
      {
        kind: 'callout',
        title: random.pick(['Evidence', 'Keep in mind', 'Learners first']),
        important: random() < 0.5,
        content: [sentence(random)],
      },
      20,
    );
  } else if (chance < 0.58) {
    const rows = Array.from({ length: random.between(3, 5) }, () => [
      random.pick(objects),
      random.pick(times),
      random.pick(periods),
    ]);
    add({ kind: 'table', head: ['Record', 'When', 'Kept for'], rows }, rows.length * 10);
  } else {
    const content: Inline[] = [];
    for (let count = random.between(1, 3); count > 0; count--) {
      if (random() < 0.2) content.push({ strong: 'Note:' }, ' ');
      content.push(`${sentence(random)} `);
      if (random() < 0.1)
        content.push('The field ', { code: `${random.pick(roles)}.date` }, ' is filled in. ');
    }
    add({ kind: 'paragraph', content }, content.length * 15);
  }
}

const roleTable = (random: Random): Block => ({
  kind: 'table',
  head: ['Role', 'Answers for', 'When'],
  rows: Array.from({ length: random.between(3, 6) }, () => [
    random.pick(actors),
    random.pick(objects),
    random.pick(times),
  ]),
});

function sentence(random: Random): string {
  const text = `${random.pick(actors)} ${random.pick(acts)} ${random.pick(objects)} ${random.pick(times)}, ${random.pick(reasons)}.`;
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
