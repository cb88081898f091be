/** Reviews: what is due, what reviews led to, and how honest they look. */
import type { HistoryEntry } from '../../../schemas/history.ts';
import {
  addPeriod,
  type CalendarDate,
  daysBetween,
  parseCalendarDate,
  parsePeriod,
} from '../model/calendar-date.ts';
import type { DocumentFacts, Facts } from '../model/facts.ts';
import type { Manual } from '../model/manual.ts';
import type { SourceHistory } from '../model/source-history.ts';
import { reviewInterval } from './lifecycle.ts';

export interface DueReview {
  readonly facts: DocumentFacts;
  readonly owner: string;
  readonly due: CalendarDate;
  /** Days past the date; negative while it is still to come. */
  readonly daysLate: number;
  /** What the reviews of the past speak for; undefined where they speak for nothing. */
  readonly suggestion?: 'longer' | 'shorter' | undefined;
}

/** Many documents reviewed on one day by one role, in one commit where Git tells: nobody reads twenty procedures in an afternoon. */
export interface ReviewBatch {
  readonly date: string;
  readonly by: string;
  readonly documents: readonly string[];
  /** That brought the reviews; undefined where only their day is known. */
  readonly commit?: string | undefined;
}

export interface ReviewFacts {
  /** Documents in force with a review date, the earliest first. */
  readonly due: readonly DueReview[];
  readonly overdue: number;
  readonly dueSoon: number;
  /** Reviews recorded so far, by outcome. */
  readonly outcomes: Readonly<Record<NonNullable<HistoryEntry['outcome']>, number>>;
  readonly reviews: number;
  /** Whole percent of reviews that changed nothing; undefined where there are none. */
  readonly unchangedPercent: number | undefined;
  readonly batches: readonly ReviewBatch[];
  /** Median of the days by which reviews came after their date, those in time counted as 0. */
  readonly medianDaysLate: number | undefined;
}

/** From so many documents a day and role on, reviews are shown as done in one go. */
const batchSize = 5;

/** @param history from Git, where it is at hand: it tells reviews recorded together from those recorded one by one */
export function analyseReviews(
  facts: Facts,
  manual: Manual,
  history?: Pick<SourceHistory, 'files'>,
): ReviewFacts {
  const due = facts.documents
    .flatMap((one): DueReview[] => {
      const { nextReview, state } = one.lifecycle;
      if (state !== 'effective' || nextReview === undefined) return [];
      return [
        {
          facts: one,
          owner: one.document.frontMatter.owner,
          due: nextReview,
          daysLate: daysBetween(nextReview, facts.today),
          suggestion: suggestInterval(one),
        },
      ];
    })
    .sort((a, b) =>
      a.due < b.due ? -1 : a.due > b.due ? 1 : a.facts.document.id < b.facts.document.id ? -1 : 1,
    );
  const outcomes = { 'no-change': 0, editorial: 0, substantive: 0, withdraw: 0 };
  const late: number[] = [];
  const batches = new Map<string, ReviewBatch & { documents: string[] }>();
  let reviews = 0;
  for (const one of facts.documents) {
    for (const { entry, daysLate } of reviewsOf(one, manual)) {
      reviews++;
      outcomes[entry.outcome ?? 'no-change']++;
      if (daysLate !== undefined) late.push(Math.max(0, daysLate));
      const commit = commitOfReview(one, entry, history);
      const key = `${entry.date} ${entry.by} ${commit ?? ''}`;
      const batch = batches.get(key) ?? { date: entry.date, by: entry.by, documents: [], commit };
      batch.documents.push(one.document.id);
      batches.set(key, batch);
    }
  }
  return {
    due,
    overdue: due.filter(({ facts: { lifecycle } }) => lifecycle.overdue).length,
    dueSoon: due.filter(({ facts: { lifecycle } }) => lifecycle.dueSoon).length,
    outcomes,
    reviews,
    unchangedPercent: reviews === 0 ? undefined : Math.floor((outcomes['no-change'] * 100) / reviews),
    batches: [...batches.values()]
      .filter(({ documents }) => documents.length >= batchSize)
      .sort((a, b) => (a.date < b.date ? 1 : -1)),
    medianDaysLate: median(late),
  };
}

/** The commit that brought a review: the last one that touched the file, where nothing happened to it since. */
function commitOfReview(
  { control, document }: DocumentFacts,
  entry: HistoryEntry,
  history: Pick<SourceHistory, 'files'> | undefined,
): string | undefined {
  const file = history?.files.get(control.working.file);
  const isNewest = document.frontMatter.history?.[0] === entry;
  if (!isNewest || file === undefined || file.uncommitted || file.lastChange === undefined) return undefined;
  return file.lastChange.date < entry.date ? undefined : file.lastChange.commit;
}

/** Each recorded review with how late it came, where that can be told. */
function reviewsOf(
  { document }: DocumentFacts,
  manual: Manual,
): { readonly entry: HistoryEntry; readonly daysLate: number | undefined }[] {
  const history = document.frontMatter.history ?? [];
  const interval = parsePeriod(reviewInterval(document.frontMatter, manual.settings));
  return history.flatMap((entry, index) => {
    if (entry.act !== 'reviewed') return [];
    const before = history
      .slice(index + 1)
      .find(({ act }) => act === 'approved' || act === 'adopted' || act === 'reviewed');
    const from = parseCalendarDate(before?.date ?? '');
    const date = parseCalendarDate(entry.date);
    const daysLate =
      from === undefined || date === undefined || interval === undefined
        ? undefined
        : daysBetween(addPeriod(from, interval), date);
    return [{ entry, daysLate }];
  });
}

/** Three reviews in a row that changed nothing speak for a longer interval, two changes of substance in a year for a shorter one. */
function suggestInterval({ document, lifecycle }: DocumentFacts): DueReview['suggestion'] {
  const history = document.frontMatter.history ?? [];
  const reviews = history.filter(({ act }) => act === 'reviewed').slice(0, 3);
  if (
    reviews.length === 3 &&
    reviews.every(({ outcome }) => outcome === 'no-change' || outcome === undefined)
  )
    return 'longer';
  const changes = history.filter(({ act, change }) => act === 'approved' && change === 'substantive');
  const [newest, , third] = changes;
  if (newest === undefined || third === undefined || lifecycle.lastReview === undefined) return undefined;
  const [to, from] = [parseCalendarDate(newest.date), parseCalendarDate(third.date)];
  return to !== undefined && from !== undefined && daysBetween(from, to) <= 365 ? 'shorter' : undefined;
}

function median(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : Math.round((upper + (sorted[middle - 1] ?? 0)) / 2);
}
