/** Seeded text for measuring: the same seed and number give the same documents, word for word. */

export interface GeneratedDocument {
  readonly id: string;
  readonly type: 'policy' | 'procedure' | 'work-instruction' | 'form' | 'record';
  readonly folder: string;
  readonly slug: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'callout'; readonly title: string; readonly inlines: readonly Inline[] };

export type Inline =
  | string
  | { readonly strong: string }
  | { readonly to: number; readonly anchor?: string; readonly text: string };

const kinds = [
  { type: 'policy', folder: 'policies', prefix: 'POL', share: 0.05 },
  { type: 'procedure', folder: 'procedures', prefix: 'PRC', share: 0.3 },
  { type: 'work-instruction', folder: 'work-instructions', prefix: 'WIN', share: 0.35 },
  { type: 'form', folder: 'forms', prefix: 'FRM', share: 0.1 },
  { type: 'record', folder: 'records', prefix: 'REC', share: 0.2 },
] as const;

const clauses =
  '4.1 4.2 4.3 4.4.1 4.4.2 5.1.1 5.1.2 5.2.1 5.3 6.1.1 6.2.1 6.3 7.1.1.1 7.1.4 7.2.1 7.3 7.4.1 7.5.1 7.5.2 7.5.3.2 8.1.1 8.2.1 8.2.2 8.3.1 8.3.5 8.4.1 8.5.1.1 8.5.1.2.2 8.5.1.4 8.5.2 8.5.5 8.6 8.7.1 9.1.1 9.1.2.1 9.1.2.2 9.2.2 9.3.3 10.1.1 10.2'.split(
    ' ',
  );
const who =
  'the programme leader|the registrar|each teacher|the examinations office|the support adviser|the head of unit|the auditor|the admissions office|the laboratory staff|the board of studies'.split(
    '|',
  );
const does =
  'checks|signs|files|compares|publishes|returns|reviews|plans|announces|keeps|updates|releases'.split('|');
const what =
  'the learner file|the course outline|the timetable|the survey results|the supplier list|the audit plan|the risk register|the support plan|the certificate list|the attendance report|the placement agreement|the safety checklist|the transcript|the assessment brief'.split(
    '|',
  );
const when =
  'before each term|within ten working days|once a year|after every assessment|as soon as a change is known|at the end of the module|in the first week|when a complaint arrives|before results are released'.split(
    '|',
  );
const why =
  'so that the decision can be followed later|because learners rely on it|to keep the file complete|so that nobody is treated differently|and notes the date beside it|to give the next cohort a better start|and tells those concerned'.split(
    '|',
  );
const topics =
  'Admission|Assessment|Course design|Staff competence|Feedback|Complaints|Document control|Internal audit|Corrective action|Purchasing|Learning resources|Support|Certificates|Data protection|Placements|Examinations|Facilities|Evaluation|Induction|Library'.split(
    '|',
  );
const places =
  'full-time courses|evening courses|distance learning|the main site|science|vocational training|short courses|languages|partner schools|workshops'.split(
    '|',
  );
const sectionTitles =
  'Method|Inputs and outputs|Checks|Evidence|Risks|Measures|Exceptions|Communication'.split('|');

/** A small random generator of 32 bits (mulberry32, public domain). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** `count` documents of 300 to 1,000 words, with tables, lists, callouts and six links to one another each. */
export function generateDocuments(count: number, seed: number): GeneratedDocument[] {
  const numbers = kinds.map((kind) => Math.max(1, Math.round(count * kind.share)));
  numbers[2] = (numbers[2] ?? 0) + count - numbers.reduce((sum, one) => sum + one, 0);
  const plan = kinds.flatMap((kind, index) =>
    Array.from({ length: numbers[index] ?? 0 }, (_, position) => ({ ...kind, number: position + 1 })),
  );
  return plan.map((kind, index) => {
    const random = randomFrom(seed + index * 7919);
    const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
    const id = `${kind.prefix}-${String(kind.number).padStart(4, '0')}`;
    const own = [...new Set(Array.from({ length: 1 + Math.floor(random() * 5) }, () => pick(clauses)))];
    return {
      id,
      type: kind.type,
      folder: kind.folder,
      slug: id.toLowerCase(),
      title: `${pick(topics)} for ${pick(places)} ${id}`,
      clauses: own.sort(),
      blocks: generateBlocks(random, pick, index, count),
    };
  });
}

function generateBlocks(
  random: () => number,
  pick: <Item>(items: readonly Item[]) => Item,
  own: number,
  count: number,
): Block[] {
  const sentence = (): string => {
    const text = `${pick(who)} ${pick(does)} ${pick(what)} ${pick(when)} ${pick(why)}.`;
    return text.slice(0, 1).toUpperCase() + text.slice(1);
  };
  const sentences = (length: number): string => Array.from({ length }, sentence).join(' ');
  const other = (): number => (own + 1 + Math.floor(random() * (count - 1))) % count;
  const titles = [
    'Purpose',
    'Scope',
    'Responsibilities',
    ...[...sectionTitles].sort(() => random() - 0.5).slice(0, 3),
  ];
  const blocks: Block[] = [];
  titles.forEach((text, index) => {
    blocks.push({ kind: 'heading', level: 2, text });
    const anchor = index === 1 ? 'purpose' : index === 3 ? 'responsibilities' : undefined;
    const link: Inline = {
      to: other(),
      text: 'the related document',
      ...(anchor === undefined ? {} : { anchor }),
    };
    blocks.push({
      kind: 'paragraph',
      inlines: [{ strong: 'Rule.' }, ` ${sentences(2)} See `, link, '.'],
    });
    const length = 1 + Math.floor(random() * 3);
    for (let part = 0; part < length; part++) {
      const chance = random();
      if (chance < 0.25) {
        blocks.push({ kind: 'list', ordered: chance < 0.12, items: Array.from({ length: 4 }, sentence) });
      } else if (chance < 0.4) {
        const rows = Array.from({ length: 4 }, () => [pick(who), `${pick(does)} ${pick(what)}`, pick(when)]);
        blocks.push({ kind: 'table', head: ['Who', 'Does', 'When'], rows });
      } else if (chance < 0.55) {
        blocks.push({ kind: 'callout', title: 'Keep in mind', inlines: [sentences(2)] });
      } else blocks.push({ kind: 'paragraph', inlines: [sentences(3)] });
    }
  });
  return blocks;
}
