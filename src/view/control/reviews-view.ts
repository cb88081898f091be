/** The page of reviews: what is due, by whom, and what reviews have led to. */
import { analyseReviews } from '../../core/analyse/analyse-reviews.ts';
import type { ViewContext } from '../context.ts';
import { statusView } from '../document-link.ts';
import { rolePart } from '../named-parts.ts';
import { codePart, part, type Part } from '../part.ts';
import { cell, type TableView, textCell } from '../table-view.ts';

export interface ReviewsView {
  readonly leadText: string;
  readonly due: TableView;
  readonly figures: readonly { readonly labelText: string; readonly text: string }[];
  readonly batches: readonly { readonly parts: readonly Part[] }[];
  readonly feeds: readonly OwnerFeedsView[];
}

/** The calendar and the feed of each owner; see `review-feeds.ts`. */
export interface OwnerFeedsView {
  readonly titleText: string;
  readonly calendarHref: string;
  readonly feedHref: string;
}

export function reviewsView(context: ViewContext): ReviewsView {
  const { facts, manual, text, urls } = context;
  const reviews = analyseReviews(facts, manual, context.site.history);
  const owners = new Set(reviews.due.map(({ owner }) => owner));
  return {
    leadText: `${reviews.overdue} overdue, ${reviews.dueSoon} due soon, of ${reviews.due.length} documents in force with a review date.`,
    due: {
      id: 'reviews',
      captionText: `Reviews as of ${context.date(facts.today)}, the earliest first`,
      columns: [
        { key: 'id', labelText: 'Id', sortable: true, narrow: true },
        { key: 'title', labelText: 'Title', sortable: true, wide: true },
        { key: 'due', labelText: 'Review due', sortable: true, narrow: true },
        { key: 'status', labelText: 'Status', sortable: true },
        { key: 'owner', labelText: 'Owner', sortable: true },
        { key: 'interval', labelText: 'Interval' },
      ],
      rows: reviews.due.map(({ facts: one, due, daysLate, owner, suggestion }) => ({
        data: {
          owner,
          status: one.lifecycle.overdue ? 'overdue' : one.lifecycle.dueSoon ? 'due-soon' : 'later',
        },
        cells: [
          cell(codePart(one.document.id, urls.document(one.document.id))),
          textCell(one.document.frontMatter.title),
          cell({ text: due, date: due }),
          cell({
            ...statusView(context, one.lifecycle),
            note: daysLate > 0 ? `${daysLate} ${daysLate === 1 ? 'day' : 'days'} late` : undefined,
          }),
          cell(rolePart(context, owner)),
          textCell(
            suggestion === undefined
              ? '–'
              : suggestion === 'longer'
                ? 'Three reviews without a change: a longer interval may do'
                : 'Changed in substance again and again: a shorter interval may help',
          ),
        ],
      })),
      filters: [
        {
          name: 'status',
          labelText: 'When',
          options: [
            { value: 'overdue', text: 'Overdue' },
            { value: 'due-soon', text: 'Due soon' },
            { value: 'later', text: 'Later' },
          ],
        },
        {
          name: 'owner',
          labelText: 'Owner',
          options: manual.registers.roles.rows
            .filter(({ id }) => owners.has(id))
            .map(({ id, title }) => ({ value: id, text: title })),
        },
      ],
      find: true,
      rowsText: ['document', 'documents'],
    },
    figures: [
      { labelText: 'Reviews recorded', text: String(reviews.reviews) },
      ...(reviews.reviews === 0
        ? []
        : [
            {
              labelText: 'Of these',
              text: Object.entries(reviews.outcomes)
                .filter(([, count]) => count > 0)
                .map(
                  ([outcome, count]) =>
                    `${count} ${text.reviewOutcomes[outcome as keyof typeof text.reviewOutcomes]}`,
                )
                .join(', '),
            },
            { labelText: 'Share that changed nothing', text: `${reviews.unchangedPercent ?? 0} %` },
          ]),
      ...(reviews.medianDaysLate === undefined
        ? []
        : [{ labelText: 'Median of days late', text: String(reviews.medianDaysLate) }]),
    ],
    feeds: [...owners].sort().map((owner) => ({
      titleText: context.roleTitle(owner),
      calendarHref: `${urls.reviews}${owner}.ics`,
      feedHref: `${urls.reviews}${owner}.xml`,
    })),
    batches: reviews.batches.map(({ date, by, documents, commit }) => ({
      parts: [
        { text: context.date(date), date },
        part(`${documents.length} documents by`),
        rolePart(context, by),
        ...(commit === undefined ? [] : [part(text.reviewBatches.inCommit), { text: commit, code: true }]),
        part(`(${documents.join(', ')})`),
      ],
    })),
  };
}
