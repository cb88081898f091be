import { documentFile } from './example-manual.ts';
import { daysBetween } from '../model/calendar-date.ts';
import { wholeFile } from '../model/place.ts';
import type { Rule } from './rule.ts';

export const reviewOverdue: Rule = {
  id: 'review-overdue',
  severity: 'warning',
  summary: 'A document in force is past its review date.',
  advice:
    'A document in force is reviewed at the interval set for it. Review it and record the review; until then the clauses it alone covers count as overdue.',
  examples: [
    {
      name: 'past its date',
      files: { 'procedures/prc-001.mdx': documentFile({ nextReview: '2026-01-31' }) },
      expect: ['content/procedures/prc-001.mdx:15:13 PRC-001 was due for review on 2026-01-31, 59 days ago'],
    },
    {
      name: 'not yet due',
      files: { 'procedures/prc-001.mdx': documentFile({ nextReview: '2026-12-31' }) },
      expect: [],
    },
  ],
  find: ({ manual, facts }) =>
    facts.documents.flatMap(({ document, lifecycle }) => {
      if (!lifecycle.overdue || lifecycle.nextReview === undefined) return [];
      const days = daysBetween(lifecycle.nextReview, facts.today);
      const place =
        document.places['nextReview'] ??
        document.places['review'] ??
        document.places['version'] ??
        wholeFile(document.file);
      const owner =
        manual.registers.roles.byId.get(document.frontMatter.owner)?.title ?? document.frontMatter.owner;
      return [
        {
          place,
          message: `${document.id} was due for review on ${lifecycle.nextReview}, ${days} ${days === 1 ? 'day' : 'days'} ago`,
          hint: `The ${owner} reviews it and records that: \`eoms review ${document.id}\`.`,
        },
      ];
    }),
};
