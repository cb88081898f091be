import { expect, test } from 'vitest';
import { analyseFiles } from '../../testing/check-files.ts';
import { documentFile, exampleFiles } from '../../core/rules/example-manual.ts';
import { reviewFeeds } from './review-feeds.ts';

const analysis = analyseFiles({
  ...exampleFiles,
  'procedures/prc-001.mdx': documentFile({ nextReview: '2026-03-01' }),
});
const build = { toolVersion: '0.1.0', drafts: false, origin: 'https://manual.example.org', base: '/' };
const made = (files: Record<string, () => string>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, make]) => [path, make()]));

test('a calendar with the day of each review, and a feed of what is to be done now', () => {
  const files = made(reviewFeeds(analysis, build));
  expect(Object.keys(files)).toEqual(['reviews/registrar.ics', 'reviews/registrar.xml']);
  const calendar = files['reviews/registrar.ics'] ?? '';
  expect(calendar).toContain('DTSTART;VALUE=DATE:20260301');
  expect(calendar).toMatch(/[^\n]\r\nEND:VCALENDAR\r\n$/);
  expect(calendar).toContain('SUMMARY:Review PRC-001 Admission');
  expect(calendar).toContain('DTSTAMP:20260331T000000Z');
  const feed = files['reviews/registrar.xml'] ?? '';
  expect(feed).toContain('PRC-001 Admission: review was due on 2026-03-01');
  expect(feed).not.toContain('REC-001');
  expect(made(reviewFeeds(analysis, build))).toEqual(files);
});
