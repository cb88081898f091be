/** What closes a clause that is not covered: the file to edit, the line to write, the act that follows. */
import type { NotApplicableEntry } from '../../../schemas/manual.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { DocumentId } from '../model/document.ts';
import type { ClauseFacts, ItemFacts, JudgedClaim, Lifecycle, Remedy } from '../model/facts.ts';
import type { Manual } from '../model/manual.ts';
import type { Clause, Standard } from '../model/standard.ts';
import { askedFor, documentsOf, kindOf, listAnd, typesOf, unique } from './claim-words.ts';

export interface ReasonContext {
  readonly manual: Manual;
  readonly lifecycles: ReadonlyMap<DocumentId, Lifecycle>;
  readonly standard: Standard;
  readonly today: CalendarDate;
  /** The file that authors edit, by document; what is published may be a frozen copy. */
  readonly files: ReadonlyMap<DocumentId, string>;
  /** Declarations that are refused, by the clauses they would hold for. */
  readonly refused: ReadonlyMap<string, NotApplicableEntry>;
}

type Unexplained = Omit<ClauseFacts, 'reason' | 'remedy'>;

/** Undefined where nothing is to be done. */
export function findRemedy(facts: Unexplained, context: ReasonContext): Remedy | undefined {
  switch (facts.state) {
    case 'not-applicable':
    case 'covered':
      return undefined;
    case 'outdated':
    case 'overdue':
      return confirm(facts, context);
    case 'partial':
      return complete(facts, context);
    case 'planned':
      return finish(facts, context);
    case 'gap':
      return begin(facts, context);
  }
}

export const refusedDeclaration = (
  clause: Clause,
  { refused }: ReasonContext,
): NotApplicableEntry | undefined => refused.get(clause.clause);

const openItems = (facts: Unexplained): ItemFacts[] =>
  facts.items.filter((one) => one.item.deciding && !one.met);
const reviewCommand = (id: DocumentId): string => `\`eoms review ${id}\``;

/** Outdated and overdue: the claims are there, and must be confirmed before they count. */
function confirm(facts: Unexplained, context: ReasonContext): Remedy {
  const wanted = facts.state === 'overdue' ? ['overdue'] : ['outdated', 'overdue'];
  const doubtful = openItems(facts).flatMap(({ by }) =>
    by.filter((claim) => wanted.includes(claim.standing)),
  );
  const documents = documentsOf(doubtful);
  const text = documents.map((id) => confirmOne(id, doubtful, facts.clause.clause, context)).join(' ');
  return { file: context.files.get(documents[0] ?? ''), text };
}

function confirmOne(
  id: DocumentId,
  claims: readonly JudgedClaim[],
  label: string,
  context: ReasonContext,
): string {
  const isOverdue = claims.some((claim) => claim.claim.document === id && claim.standing === 'overdue');
  return isOverdue
    ? `Review ${id} and record it: ${reviewCommand(id)}.`
    : `Check that ${id} still meets ${label} of ${context.standard.name}, then record the review under this edition: ${reviewCommand(id)}.`;
}

/** Partial: a step for each item that is not met; the file and the line are those of the first. */
function complete(facts: Unexplained, context: ReasonContext): Remedy {
  const steps = openItems(facts).map((one) => completeItem(one, facts, context));
  const [first, ...others] = steps;
  // Only the first line is shown beside the text, so the others stand in it.
  const more = others.map(({ text, line = '' }) =>
    text
      .replace(/^(?:Add|When|Review|Check|Finish|Have)\b/, (word) => `Then ${word.toLowerCase()}`)
      .replace(/(?:the|this) line\b/, () => `\`${line}\``),
  );
  return { file: first?.file, line: first?.line, text: [first?.text ?? '', ...more].join(' ') };
}

function completeItem({ item }: ItemFacts, facts: Unexplained, context: ReasonContext): Remedy {
  const label = facts.clause.clause;
  const accepted = facts.claims.filter(
    (claim) => item.accepts.includes(claim.type) && claim.standing !== 'withdrawn',
  );
  const doubtful = accepted.find((claim) => claim.extent === 'full' && claim.standing !== 'planned');
  if (doubtful !== undefined) {
    const id = doubtful.claim.document;
    return {
      file: context.files.get(id),
      text: confirmOne(id, accepted, label, context),
    };
  }
  const inPart = accepted.filter((claim) => claim.extent === 'partial' && claim.standing !== 'planned');
  if (inPart.length > 0) return completePart(inPart, label, context);
  const planned = accepted.find((claim) => claim.extent === 'full');
  if (planned !== undefined) return finishOne(planned.claim.document, context);
  const producer = item.kind === 'retain' ? findProducer(facts.claims, context) : undefined;
  const where =
    producer === undefined
      ? `a ${typesOf(item)}${item.kind === 'retain' ? ' document' : ''} that meets it`
      : `${producer.record}, which ${producer.by} produces`;
  return {
    file: producer === undefined ? undefined : context.files.get(producer.record),
    line: `- "${label}"`,
    text: `Add the line under \`clauses\` of ${where}, raise its version and approve it.`,
  };
}

function completePart(inPart: readonly JudgedClaim[], label: string, context: ReasonContext): Remedy {
  const [id = '', ...others] = documentsOf(inPart);
  if (others.length === 0)
    return {
      file: context.files.get(id),
      line: `- "${label}"`,
      text: `When ${id} meets all of it, write this line in place of the partial claim, raise its version and approve it. If another document meets the rest, claim it there and name ${id} in the \`note\`.`,
    };
  return {
    file: context.files.get(id),
    line: `- { clause: "${label}", note: "the rest is in ${listAnd(others)}" }`,
    text: `When ${listAnd([id, ...others])} together meet all of it, write this line in ${id} in place of the partial claim, raise its version and approve it.`,
  };
}

/** A kind of record that one of the claiming documents already produces: the likeliest place for the claim. */
function findProducer(
  claims: readonly JudgedClaim[],
  { manual }: ReasonContext,
): { record: DocumentId; by: DocumentId } | undefined {
  for (const by of documentsOf(claims)) {
    const record = manual.documentById
      .get(by)
      ?.frontMatter.produces?.find((id) => manual.documentById.get(id)?.frontMatter.type === 'record');
    if (record !== undefined) return { record, by };
  }
  return undefined;
}

/** Planned: what is written must be approved, or its day must come. */
function finish(facts: Unexplained, context: ReasonContext): Remedy {
  const planned = facts.claims.filter((claim) => claim.standing === 'planned');
  const steps = documentsOf(planned).map((id) => finishOne(id, context));
  // What is not yet there even then: the states of tomorrow should surprise nobody.
  const stillOpen = facts.items.filter(
    ({ item }) =>
      item.deciding && !planned.some((claim) => claim.extent === 'full' && item.accepts.includes(claim.type)),
  );
  const warning =
    stillOpen.length === 0
      ? ''
      : ` That alone will not cover it: ${listAnd(stillOpen.map(({ item }) => `no ${typesOf(item)} claims it in full${facts.clause.requires.includes(item) ? ` (${askedFor(item)})` : ''}`))}.`;
  return { file: steps[0]?.file, text: `${unique(steps.map((step) => step.text)).join(' ')}${warning}` };
}

function finishOne(id: DocumentId, context: ReasonContext): Remedy {
  const file = context.files.get(id);
  const lifecycle = context.lifecycles.get(id);
  if (lifecycle?.state === 'approved')
    return {
      file,
      text: `${id} is approved and takes effect on ${lifecycle.effective ?? 'its date'}: nothing is to be done.`,
    };
  if (lifecycle?.state === 'in-review') return { file, text: `Have ${id} approved: \`eoms approve ${id}\`.` };
  if (context.manual.documentById.get(id)?.frontMatter.status === 'approved')
    return { file, text: `Have ${id} approved by a role that may: \`eoms approve ${id}\`.` };
  return {
    file,
    text: `Finish ${id} and have it approved: \`eoms submit ${id}\`, then \`eoms approve ${id}\`.`,
  };
}

/** A gap: a document is to be found or written. */
function begin(facts: Unexplained, context: ReasonContext): Remedy {
  const label = facts.clause.clause;
  const refused = refusedDeclaration(facts.clause, context);
  if (refused !== undefined)
    return {
      file: context.manual.settingsFile,
      text: `Mend the declaration for ${refused.clause}: it needs a reason and a role that may decide it. Or add \`- "${label}"\` under \`clauses\` of a document that meets it.`,
    };
  const deciding = facts.clause.requires.filter((item) => item.deciding);
  const places = unique(
    deciding.map((item) => `a ${typesOf(item)}${item.kind === 'retain' ? ' document' : ''}`),
  );
  const where = places.length === 0 ? 'a document' : places.join(' and of ');
  const asked =
    deciding.length === 0
      ? ''
      : ` It asks for ${listAnd(deciding.map((item) => `a ${kindOf(item)} (${askedFor(item)})`))}.`;
  const successor = facts.claims
    .map(({ claim }) => context.lifecycles.get(claim.document)?.supersededBy)
    .find((id) => id !== undefined);
  const first =
    successor === undefined
      ? ''
      : `${successor} took the place of the earlier document: see first whether it meets ${label}. `;
  const many = places.length > 1;
  return {
    file: successor === undefined ? undefined : context.files.get(successor),
    line: `- "${label}"`,
    text: `${first}Add the line under \`clauses\` of ${where} that ${many ? 'meet' : 'meets'} it, raise ${many ? 'their versions and approve them' : 'its version and approve it'}.${asked} If it cannot apply, declare it under \`notApplicable\` in ${context.manual.settingsFile} with the reason and the role that decided.`,
  };
}
