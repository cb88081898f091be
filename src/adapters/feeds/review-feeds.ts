/** What each owner has to review, as a calendar and as a feed. The same manual and day give the same bytes. */
import { Feed } from 'feed';
import ical, { ICalCalendarMethod } from 'ical-generator';
import { analyseReviews, type DueReview } from '../../core/analyse/analyse-reviews.ts';
import type { BuildStamp, Exported } from '../../core/export/build-stamp.ts';

/** @returns what makes each file, by path, `reviews/<owner>.ics` and `reviews/<owner>.xml` */
export function reviewFeeds({ facts, manual }: Exported, build: BuildStamp): Record<string, () => string> {
  const byOwner = new Map<string, DueReview[]>();
  for (const review of analyseReviews(facts, manual).due)
    byOwner.set(review.owner, [...(byOwner.get(review.owner) ?? []), review]);
  const site = `${build.origin ?? 'https://manual.invalid'}${build.base ?? '/'}`;
  const asOf = new Date(`${facts.today}T00:00:00Z`);
  const files: Record<string, () => string> = {};
  for (const [owner, reviews] of byOwner) {
    const title = `Reviews: ${manual.registers.roles.byId.get(owner)?.title ?? owner}, ${manual.settings.institution.name}`;
    files[`reviews/${owner}.ics`] = () => calendar(title, reviews, site, asOf);
    files[`reviews/${owner}.xml`] = () =>
      feed(title, owner, reviews, site, asOf, manual.settings.institution.name);
  }
  return files;
}

const addressOf = (site: string, id: string): string => `${site}documents/${encodeURIComponent(id)}/`;

function calendar(title: string, reviews: readonly DueReview[], site: string, asOf: Date): string {
  const result = ical({ name: title, prodId: { company: 'eoms-manual', product: 'reviews' } });
  result.method(ICalCalendarMethod.PUBLISH);
  for (const { facts, due } of reviews) {
    const { id, frontMatter } = facts.document;
    result.createEvent({
      id: `review-${id}-${due}`,
      // Days, not hours: no zone moves them.
      start: new Date(`${due}T00:00:00Z`),
      allDay: true,
      timezone: 'UTC',
      stamp: asOf,
      summary: `Review ${id} ${frontMatter.title}`,
      description: `Version ${frontMatter.version}. When it is reviewed: eoms review ${id}`,
      url: addressOf(site, id),
    });
  }
  // Every line ends so, the last one too (RFC 5545, 3.1); the library leaves that to us.
  return `${result.toString().trimEnd()}\r\n`;
}

/** Reviews that are overdue or due soon: a feed tells what to do now. */
function feed(
  title: string,
  owner: string,
  reviews: readonly DueReview[],
  site: string,
  asOf: Date,
  institution: string,
): string {
  const result = new Feed({
    id: `${site}reviews/${owner}.xml`,
    title,
    link: `${site}reviews/`,
    updated: asOf,
    copyright: institution,
    generator: 'eoms-manual',
    author: { name: institution },
  });
  for (const { facts, due } of reviews) {
    if (!facts.lifecycle.overdue && !facts.lifecycle.dueSoon) continue;
    const { id, frontMatter } = facts.document;
    result.addItem({
      id: `${addressOf(site, id)}#review-${due}`,
      title: `${id} ${frontMatter.title}: review ${facts.lifecycle.overdue ? 'was' : 'is'} due on ${due}`,
      link: addressOf(site, id),
      date: asOf,
    });
  }
  return result.atom1();
}
