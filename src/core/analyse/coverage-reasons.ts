/** The sentence behind each state: what is there, and what is missing. */
import type { NotApplicableEntry } from '../../../schemas/manual.ts';
import type { DocumentId } from '../model/document.ts';
import type { ClauseFacts, ItemFacts, JudgedClaim, StateCounts } from '../model/facts.ts';
import {
  askedFor,
  butNot,
  capitalized,
  documentsOf,
  kindOf,
  listAnd,
  nameClaims,
  stripStop,
  typesOf,
  unique,
  verb,
} from './claim-words.ts';
import { findRemedy, refusedDeclaration, type ReasonContext } from './coverage-remedies.ts';

export type { ReasonContext } from './coverage-remedies.ts';

type Unexplained = Omit<ClauseFacts, 'reason' | 'remedy'>;
type Explanation = Pick<ClauseFacts, 'reason' | 'remedy'>;

export function explainState(
  facts: Unexplained,
  declared: NotApplicableEntry | undefined,
  context: ReasonContext,
): Explanation {
  const reason = `${capitalized(reasonFor(facts, declared, context))}.`;
  return { reason, remedy: findRemedy(facts, context) };
}

/** `3 of 5 covered, 1 partial, 1 not applicable.` */
export function explainHeading(counts: StateCounts, leaves: number): string {
  if (leaves === counts.notApplicable) return 'No clause below it applies.';
  const parts = [`${counts.covered} of ${leaves} covered`];
  const names: [keyof StateCounts, string][] = [
    ['partial', 'partial'],
    ['overdue', 'overdue'],
    ['outdated', 'outdated'],
    ['planned', 'planned'],
    ['gap', counts.gap === 1 ? 'gap' : 'gaps'],
    ['notApplicable', 'not applicable'],
  ];
  for (const [key, name] of names) if (counts[key] > 0) parts.push(`${counts[key]} ${name}`);
  return `${parts.join(', ')}.`;
}

function reasonFor(
  facts: Unexplained,
  declared: NotApplicableEntry | undefined,
  context: ReasonContext,
): string {
  switch (facts.state) {
    case 'not-applicable':
      return `declared not applicable by ${roleTitle(declared?.approvedBy, context)}${declared?.date === undefined ? '' : ` on ${declared.date}`}: ${stripStop(declared?.reason ?? '')}`;
    case 'covered':
      return describeCovered(facts);
    case 'outdated':
    case 'overdue':
      return [...describeMet(facts), ...describeDoubts(facts, context)].join('; ');
    case 'partial':
      return describePartial(facts).join('; ');
    case 'planned':
      return describePlanned(facts);
    case 'gap':
      return describeGap(facts, context);
  }
}

const isPrescribed = (facts: Unexplained): boolean => facts.clause.requires.some((item) => item.deciding);
const openItems = (facts: Unexplained): ItemFacts[] =>
  facts.items.filter((one) => one.item.deciding && !one.met);

function roleTitle(role: string | undefined, { manual }: ReasonContext): string {
  return role === undefined ? 'nobody' : (manual.registers.roles.byId.get(role)?.title ?? role);
}

function describeCovered(facts: Unexplained): string {
  const deciding = facts.items.filter((one) => one.item.deciding);
  if (!isPrescribed(facts)) {
    const by = deciding[0]?.by ?? [];
    return `${nameClaims(by)} ${verb(by, 'covers', 'cover')} it; the kind of documented information is not prescribed`;
  }
  return listAnd(
    deciding.map(
      ({ by, item }) =>
        `${nameClaims(by)} ${verb(by, 'covers', 'cover')} the ${kindOf(item)} (${askedFor(item)})`,
    ),
  );
}

/** What is covered of a clause that is not covered as a whole. */
const describeMet = (facts: Unexplained): string[] =>
  facts.items
    .filter((one) => one.item.deciding && one.met)
    .map(({ by, item }) => `${nameClaims(by)} ${verb(by, 'covers', 'cover')} the ${kindOf(item)}`);

/** Claims that would do if they were confirmed, a document each. */
function describeDoubts(facts: Unexplained, context: ReasonContext): string[] {
  const wanted = facts.state === 'overdue' ? ['overdue'] : ['outdated', 'overdue'];
  const pairs = openItems(facts).flatMap(({ item, by }) =>
    by.filter((claim) => wanted.includes(claim.standing)).map((claim) => ({ item, claim })),
  );
  return unique(pairs.map(({ claim }) => claim.claim.document)).map((id) => {
    const own = pairs.filter(({ claim }) => claim.claim.document === id);
    const covered = isPrescribed(facts)
      ? listAnd(unique(own.map(({ item }) => `the ${kindOf(item)} (${askedFor(item)})`)))
      : 'it';
    return `${nameClaims(own.map(({ claim }) => claim))} covers ${covered}${butNot(own[0]?.claim)} (owner: ${ownerOf(id, context)})`;
  });
}

const ownerOf = (id: DocumentId, context: ReasonContext): string =>
  roleTitle(context.manual.documentById.get(id)?.frontMatter.owner, context);

function describePartial(facts: Unexplained): string[] {
  const counting = facts.claims.filter(
    (claim) => claim.standing !== 'planned' && claim.standing !== 'withdrawn',
  );
  const has = describeMet(facts);
  const lacks = openItems(facts).map((one) => describeLack(one, facts, counting));
  const isSilent = has.length === 0 && lacks.every((lack) => lack.startsWith('no '));
  if (!isSilent || !isPrescribed(facts)) return [...has, ...lacks];
  // Documents claim it, but none of a type that counts: say so before saying what is missing.
  const types = unique(counting.map((claim) => claim.type));
  return [
    `${nameClaims(counting)} ${verb(counting, 'claims', 'claim')} it, but ${verb(counting, `is a ${types[0] ?? ''}`, `are no ${listOrTypes(facts)}`)}`,
    ...lacks,
  ];
}

const listOrTypes = (facts: Unexplained): string =>
  unique(openItems(facts).map(({ item }) => typesOf(item))).join(', no ');

function describeLack({ item }: ItemFacts, facts: Unexplained, counting: readonly JudgedClaim[]): string {
  const what = isPrescribed(facts) ? `the ${kindOf(item)} (${askedFor(item)})` : 'it';
  const accepted = (claims: readonly JudgedClaim[], extent: 'full' | 'partial'): JudgedClaim[] =>
    claims.filter((claim) => claim.extent === extent && item.accepts.includes(claim.type));
  const doubtful = accepted(counting, 'full');
  if (doubtful.length > 0)
    return `${nameClaims(doubtful)} ${verb(doubtful, 'covers', 'cover')} ${what}${butNot(doubtful[0])}`;
  const inPart = accepted(counting, 'partial');
  if (inPart.length > 0) {
    const doubt = inPart.find((claim) => claim.standing !== 'in force');
    const also = doubt === undefined ? '' : ` (${doubt.claim.document}: ${doubt.standingReason})`;
    return `${nameClaims(inPart)} ${verb(inPart, 'covers', 'cover')} ${what} only in part${notes(inPart)}${also}`;
  }
  const planned = accepted(
    facts.claims.filter((claim) => claim.standing === 'planned'),
    'full',
  );
  if (planned.length > 0)
    return `no ${typesOf(item)} in force claims it (${askedFor(item)}): ${nameClaims(planned)} ${verb(planned, 'claims', 'claim')} it${butNot(planned[0])}`;
  if (isPrescribed(facts)) return `no ${typesOf(item)} claims it (${askedFor(item)})`;
  return `${nameClaims(counting)} ${verb(counting, 'claims', 'claim')} it, but a form alone shows nothing`;
}

/** Notes that several claims share are written once, and only the first few. */
const notes = (claims: readonly JudgedClaim[]): string => {
  const written = unique(claims.flatMap((claim) => claim.claim.note ?? []).map(stripStop));
  if (written.length === 0) return '';
  const more = written.length > 4 ? `; and ${written.length - 3} more notes` : '';
  return ` (${written.slice(0, more === '' ? 4 : 3).join('; ')}${more})`;
};

function describePlanned(facts: Unexplained): string {
  const planned = facts.claims.filter((claim) => claim.standing === 'planned');
  return documentsOf(planned)
    .map((id) => {
      const own = planned.filter((claim) => claim.claim.document === id);
      return `${nameClaims(own)} claims it${own.every((claim) => claim.extent === 'partial') ? ' in part' : ''}${butNot(own[0])}`;
    })
    .join('; ');
}

function describeGap(facts: Unexplained, context: ReasonContext): string {
  const gone = facts.claims.filter((claim) => claim.standing === 'withdrawn');
  const claimed =
    gone.length === 0
      ? 'no document claims it'
      : documentsOf(gone)
          .map((id) => `${id} claimed it${butNot(gone.find((claim) => claim.claim.document === id))}`)
          .join('; ');
  return refusedDeclaration(facts.clause, context) === undefined
    ? claimed
    : `${claimed}; it is declared not applicable, but the declaration is refused`;
}
