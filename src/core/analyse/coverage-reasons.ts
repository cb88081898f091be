/** The sentence behind each state, and what closes it: the file, the line to add, the act that follows. */
import type { NotApplicableEntry } from '../../../schemas/manual.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { DocumentId } from '../model/document.ts';
import type { ClauseFacts, JudgedClaim, Lifecycle, Remedy, StateCounts } from '../model/facts.ts';
import type { Manual } from '../model/manual.ts';
import type { RequiredItem, Standard } from '../model/standard.ts';

export interface ReasonContext {
  readonly manual: Manual;
  readonly lifecycles: ReadonlyMap<DocumentId, Lifecycle>;
  readonly standard: Standard;
  readonly today: CalendarDate;
}

type Unexplained = Omit<ClauseFacts, 'reason' | 'remedy'>;
type Explanation = Pick<ClauseFacts, 'reason' | 'remedy'>;

export function explainState(
  facts: Unexplained,
  declared: NotApplicableEntry | undefined,
  context: ReasonContext,
): Explanation {
  switch (facts.state) {
    case 'not-applicable':
      return {
        reason: `Declared not applicable by ${roleTitle(declared?.approvedBy, context)}${declared?.date === undefined ? '' : ` on ${declared.date}`}: ${stripStop(declared?.reason ?? '')}.`,
      };
    case 'covered':
      return { reason: `${sentence(describeMet(facts))}.` };
    case 'outdated':
    case 'overdue':
      return explainDoubt(facts, context);
    case 'partial':
      return explainPartial(facts, context);
    case 'planned':
      return explainPlanned(facts, context);
    case 'gap':
      return explainGap(facts, context);
  }
}

/** `3 of 5 covered, 1 partial, 1 not applicable` */
export function explainHeading(counts: StateCounts, leaves: number): string {
  if (leaves === 0) return 'No clause below it applies.';
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

const noun = (item: RequiredItem): string => (item.kind === 'retain' ? 'record' : 'document');
const stripStop = (text: string): string => text.trim().replace(/\.$/, '');
const sentence = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];

function listWords(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** The documents behind claims, e.g. `PRC-007 (#decision)`. */
function nameClaims(claims: readonly JudgedClaim[]): string {
  const byDocument = new Map<string, string[]>();
  for (const { claim } of claims)
    (byDocument.get(claim.document) ?? byDocument.set(claim.document, []).get(claim.document))?.push(
      ...claim.sections,
    );
  return listWords(
    [...byDocument].map(([id, sections]) =>
      sections.length === 0
        ? id
        : `${id} (${unique(sections)
            .map((section) => `#${section}`)
            .join(', ')})`,
    ),
  );
}

function describeMet(facts: Unexplained): string {
  const decided = facts.items.filter((one) => one.item.deciding);
  const prescribed = facts.clause.requires.some((item) => item.deciding);
  if (!prescribed)
    return `${nameClaims(decided[0]?.by ?? [])} ${plural(decided[0]?.by ?? [], 'covers', 'cover')} it; the kind of documented information is not prescribed`;
  return listWords(
    decided.map(
      (one) =>
        `${nameClaims(one.by)} ${plural(one.by, 'covers', 'cover')} the ${noun(one.item)} (${lowerFirst(one.item.what)})`,
    ),
  );
}

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
const plural = (claims: readonly JudgedClaim[], one: string, many: string): string =>
  unique(claims.map((claim) => claim.claim.document)).length > 1 ? many : one;

function roleTitle(role: string | undefined, { manual }: ReasonContext): string {
  return role === undefined ? 'nobody' : (manual.registers.roles.byId.get(role)?.title ?? role);
}

const fileOf = (id: DocumentId, { manual }: ReasonContext): string | undefined =>
  manual.documentById.get(id)?.file;
const ownerOf = (id: DocumentId, context: ReasonContext): string =>
  roleTitle(context.manual.documentById.get(id)?.frontMatter.owner, context);
const nameOfClause = (facts: Unexplained): string => facts.clause.clause;

/** Outdated and overdue: the claims are there, and must be confirmed before they count. */
function explainDoubt(facts: Unexplained, context: ReasonContext): Explanation {
  const standing = facts.state === 'overdue' ? ['overdue'] : ['outdated', 'overdue'];
  const doubtful = facts.items
    .filter((one) => one.item.deciding && !one.met)
    .flatMap((one) => one.by.filter((claim) => standing.includes(claim.standing)));
  const documents = unique(doubtful.map((claim) => claim.claim.document));
  const reasons = documents.map((id) => {
    const claim = doubtful.find((one) => one.claim.document === id);
    return `${id} meets it, but ${claim?.standingReason ?? 'it is to be confirmed'} (owner: ${ownerOf(id, context)})`;
  });
  const acts = documents.map((id) => {
    const isOverdue = doubtful.some((claim) => claim.claim.document === id && claim.standing === 'overdue');
    return isOverdue
      ? `Review ${id} and record it: \`eoms review ${id}\`.`
      : `Check that ${id} still meets ${nameOfClause(facts)} of ${context.standard.name}, then record the review under this edition: \`eoms review ${id}\`.`;
  });
  return {
    reason: `${sentence(listWords(reasons))}.`,
    remedy: { file: fileOf(documents[0] ?? '', context), text: acts.join(' ') },
  };
}

function explainPartial(facts: Unexplained, context: ReasonContext): Explanation {
  const standing = facts.claims.filter(
    (claim) => claim.standing !== 'planned' && claim.standing !== 'withdrawn',
  );
  const prescribed = facts.clause.requires.some((item) => item.deciding);
  const met = facts.items.filter((one) => one.item.deciding && one.met);
  const open = facts.items.filter((one) => one.item.deciding && !one.met);
  const has: string[] = met.map(
    (one) => `${nameClaims(one.by)} ${plural(one.by, 'covers', 'cover')} the ${noun(one.item)}`,
  );
  const lacks: string[] = [];
  for (const { item } of open) {
    const inPart = standing.filter(
      (claim) => claim.extent === 'partial' && item.accepts.includes(claim.type),
    );
    const doubtful = standing.filter(
      (claim) =>
        claim.extent === 'full' && item.accepts.includes(claim.type) && claim.standing !== 'in force',
    );
    if (doubtful.length > 0)
      lacks.push(
        `${nameClaims(doubtful)} ${plural(doubtful, 'meets', 'meet')} ${prescribed ? `the ${noun(item)}` : 'it'}, but ${doubtful[0]?.standingReason ?? ''}`,
      );
    else if (inPart.length > 0)
      lacks.push(
        `${nameClaims(inPart)} ${plural(inPart, 'meets', 'meet')} ${prescribed ? `the ${noun(item)}` : 'it'} only in part${notes(inPart)}`,
      );
    else
      lacks.push(
        prescribed
          ? `no ${noun(item)} claims it (${lowerFirst(item.what)})`
          : `${nameClaims(standing)} ${plural(standing, 'is a form', 'are forms')}, which alone shows nothing`,
      );
  }
  if (has.length === 0 && prescribed && lacks.every((one) => one.startsWith('no ')))
    has.push(`${nameClaims(standing)} ${plural(standing, 'claims', 'claim')} it`);
  return {
    reason: `${sentence([...has, ...lacks].join('; '))}.`,
    remedy: remedyForItems(
      facts,
      open.map((one) => one.item),
      standing,
      context,
    ),
  };
}

const notes = (claims: readonly JudgedClaim[]): string => {
  const written = claims.flatMap((claim) => claim.claim.note ?? []);
  return written.length === 0 ? '' : ` (${written.map(stripStop).join('; ')})`;
};

function remedyForItems(
  facts: Unexplained,
  open: readonly RequiredItem[],
  standing: readonly JudgedClaim[],
  context: ReasonContext,
): Remedy {
  const label = nameOfClause(facts);
  const item = open[0];
  const inPart = standing.filter(
    (claim) => claim.extent === 'partial' && item?.accepts.includes(claim.type) === true,
  );
  const doubtful = standing.find(
    (claim) =>
      claim.extent === 'full' && item?.accepts.includes(claim.type) === true && claim.standing !== 'in force',
  );
  if (doubtful !== undefined) {
    const id = doubtful.claim.document;
    return {
      file: fileOf(id, context),
      text: `Review ${id} and record it: \`eoms review ${id}\`. Then look at what is still missing.`,
    };
  }
  if (inPart[0] !== undefined) {
    const id = inPart[0].claim.document;
    const others = unique(inPart.map((claim) => claim.claim.document)).filter((one) => one !== id);
    const rest = others.length > 0 ? `the rest is in ${listWords(others)}` : 'what this document now meets';
    return {
      file: fileOf(id, context),
      line: `- { clause: "${label}", extent: full, note: "${rest}" }`,
      text: `When ${others.length > 0 ? 'these documents together meet' : 'the document meets'} all of it, say \`extent: full\` in ${id}, raise its version and approve it.`,
    };
  }
  const candidate = item?.kind === 'retain' ? producedRecord(standing, context) : undefined;
  const kinds =
    item === undefined ? 'document' : item.kind === 'retain' ? 'record document' : `${listOr(item.accepts)}`;
  return {
    file: candidate === undefined ? undefined : fileOf(candidate, context),
    line: `- "${label}"`,
    text: `Add the line under \`clauses\` of ${candidate === undefined ? `a ${kinds}` : `${candidate}, which ${standing[0]?.claim.document ?? 'the procedure'} produces`}, raise its version and approve it.`,
  };
}

const listOr = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? 'document') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;

/** A kind of record that one of the claiming documents already produces: the likeliest place for the claim. */
function producedRecord(claims: readonly JudgedClaim[], { manual }: ReasonContext): DocumentId | undefined {
  for (const { claim } of claims) {
    const id = manual.documentById
      .get(claim.document)
      ?.frontMatter.produces?.find((one) => manual.documentById.has(one));
    if (id !== undefined) return id;
  }
  return undefined;
}

function explainPlanned(facts: Unexplained, context: ReasonContext): Explanation {
  const planned = facts.claims.filter((claim) => claim.standing === 'planned');
  const documents = unique(planned.map((claim) => claim.claim.document));
  const described = documents.map(
    (id) =>
      `${id} claims it, but ${planned.find((claim) => claim.claim.document === id)?.standingReason ?? 'it is not in force'}`,
  );
  const first = documents[0] ?? '';
  const dated = context.lifecycles.get(first);
  const text =
    dated?.state === 'approved'
      ? `Nothing is to be done: ${first} takes effect on ${dated.effective ?? 'its date'}.`
      : `Finish ${listWords(documents)} and have ${documents.length > 1 ? 'them' : 'it'} approved: \`eoms submit ${first}\`, then \`eoms approve ${first}\`.`;
  return { reason: `${sentence(listWords(described))}.`, remedy: { file: fileOf(first, context), text } };
}

function explainGap(facts: Unexplained, context: ReasonContext): Explanation {
  const label = nameOfClause(facts);
  const withdrawn = unique(facts.claims.map((claim) => claim.claim.document));
  const reason =
    withdrawn.length === 0
      ? 'No document claims it.'
      : `Only documents no longer in force claim it: ${listWords(withdrawn)}.`;
  const deciding = facts.clause.requires.filter((item) => item.deciding);
  const needs =
    deciding.length === 0
      ? 'the document that meets it'
      : listWords(
          unique(
            deciding.map((item) =>
              item.kind === 'retain' ? 'the record document' : `the ${listOr(item.accepts)}`,
            ),
          ),
        ) + ' that meets it';
  const asked =
    deciding.length === 0
      ? ''
      : ` It asks for: ${deciding.map((item) => lowerFirst(stripStop(item.what))).join('; ')}.`;
  return {
    reason,
    remedy: {
      line: `- "${label}"`,
      text: `Add the line under \`clauses\` of ${needs}, raise its version and approve it.${asked} If it cannot apply, declare it under \`notApplicable\` in ${context.manual.settingsFile} with the reason and the role that decided.`,
    },
  };
}
