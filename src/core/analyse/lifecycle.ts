/** Where each document stands in its life on a given day: computed from its acts and dates, never typed. */
import type { HistoryEntry } from '../../../schemas/history.ts';
import type { DocumentType, FrontMatter } from '../../../schemas/document.ts';
import type { ManualSettings } from '../../../schemas/manual.ts';
import {
  addPeriod,
  type CalendarDate,
  parseCalendarDate,
  parsePeriod,
  type Period,
} from '../model/calendar-date.ts';
import type { ControlledDocument, DocumentId } from '../model/document.ts';
import type { Lifecycle } from '../model/facts.ts';

/** Review intervals by type where neither the document nor `manual.yaml` says otherwise. */
export const defaultIntervals: Readonly<Record<DocumentType, string>> = {
  manual: 'P12M',
  policy: 'P12M',
  procedure: 'P12M',
  'work-instruction': 'P24M',
  form: 'P36M',
  record: 'P36M',
  external: 'P12M',
};
export const defaultDueSoon = 'P30D';

/** Lifecycles of all documents by id. `superseded` needs to know the others, hence all at once. */
export function analyseLifecycles(
  documents: readonly ControlledDocument[],
  settings: ManualSettings,
  today: CalendarDate,
): Map<DocumentId, Lifecycle> {
  const lifecycles = new Map(
    documents.map((document) => [document.id, analyseLifecycle(document, settings, today)]),
  );
  // Taken before any is superseded: in a chain of three the first must not come back, whatever the order of ids.
  const inForce = documents.filter((document) => lifecycles.get(document.id)?.state === 'effective');
  for (const document of inForce) {
    for (const id of document.frontMatter.supersedes ?? []) {
      const replaced = lifecycles.get(id);
      if (id !== document.id && replaced?.state === 'effective')
        lifecycles.set(id, {
          ...replaced,
          state: 'superseded',
          supersededBy: document.id,
          overdue: false,
          dueSoon: false,
        });
      else if (replaced !== undefined && replaced.supersededBy === undefined)
        lifecycles.set(id, { ...replaced, supersededBy: document.id });
    }
  }
  return lifecycles;
}

/** One document by itself, whatever the others supersede. */
export function analyseLifecycle(
  document: ControlledDocument,
  settings: ManualSettings,
  today: CalendarDate,
): Lifecycle {
  const { frontMatter } = document;
  const history = (frontMatter.history ?? []).filter((entry) => entry.version === frontMatter.version);
  const approval = findApproval(document, settings);
  const confirmations = history.filter(
    (entry) => entry.act === 'approved' || entry.act === 'adopted' || entry.act === 'reviewed',
  );
  const lastReview = latest(confirmations.map((entry) => entry.date));
  const nextReview = nextReviewDate(document, settings, lastReview);
  const edition = [...confirmations]
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .find((entry) => entry.edition !== undefined)?.edition;
  const effective =
    parseCalendarDate(frontMatter.effective ?? '') ??
    (approval === undefined ? undefined : parseCalendarDate(approval.date));
  const base = { approval, effective, lastReview, nextReview, edition, overdue: false, dueSoon: false };
  if (frontMatter.status === 'withdrawn') return { ...base, state: 'withdrawn' };
  if (frontMatter.status !== 'approved' || approval === undefined)
    return { ...base, state: frontMatter.status === 'in-review' ? 'in-review' : 'draft' };
  if (effective !== undefined && effective > today) return { ...base, state: 'approved' };
  const overdue = nextReview !== undefined && nextReview < today;
  return {
    ...base,
    state: 'effective',
    overdue,
    dueSoon:
      !overdue && nextReview !== undefined && addPeriod(nextReview, dueSoonPeriod(settings), -1) <= today,
  };
}

const dueSoonPeriod = (settings: ManualSettings): Period =>
  parsePeriod(settings.reviews?.dueSoon ?? defaultDueSoon) ?? (defaultDueSoon as Period);

/**
 * The entry that approved this very version: by a role that may approve this type, and not by its author.
 * Where `manual.yaml` names no approvers for the type, any role but the author may.
 */
export function findApproval(
  document: ControlledDocument,
  settings: ManualSettings,
): HistoryEntry | undefined {
  const { frontMatter } = document;
  return (frontMatter.history ?? []).find(
    (entry) =>
      (entry.act === 'approved' || entry.act === 'adopted') &&
      entry.version === frontMatter.version &&
      mayApprove(entry.by, document, settings),
  );
}

export function mayApprove(role: string, document: ControlledDocument, settings: ManualSettings): boolean {
  const entitled = settings.approvals?.[document.frontMatter.type];
  return role !== document.frontMatter.author && (entitled === undefined || entitled.includes(role));
}

/** The interval that holds for a document: its own, else that of its type. ISO 8601. */
export const reviewInterval = (frontMatter: FrontMatter, settings: ManualSettings): string =>
  frontMatter.review ?? settings.reviews?.intervals?.[frontMatter.type] ?? defaultIntervals[frontMatter.type];

function nextReviewDate(
  document: ControlledDocument,
  settings: ManualSettings,
  lastReview: CalendarDate | undefined,
): CalendarDate | undefined {
  const { frontMatter } = document;
  const fixed = parseCalendarDate(frontMatter.nextReview ?? '');
  // A day that was kept: from that review on, the interval counts again.
  if (fixed !== undefined && (lastReview === undefined || fixed > lastReview)) return fixed;
  const interval = parsePeriod(reviewInterval(frontMatter, settings));
  return lastReview === undefined || interval === undefined ? undefined : addPeriod(lastReview, interval);
}

function latest(dates: readonly string[]): CalendarDate | undefined {
  return dates
    .map((date) => parseCalendarDate(date))
    .reduce<CalendarDate | undefined>(
      (best, date) => (date !== undefined && (best === undefined || date > best) ? date : best),
      undefined,
    );
}
