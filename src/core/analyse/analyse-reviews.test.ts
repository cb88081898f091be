/** What reviews look like from outside: many at once, by their day and, where Git tells, by their commit. */
import { expect, test } from 'vitest';
import { documentFile, exampleFiles } from '../rules/example-manual.ts';
import { analyseFiles } from '../../testing/check-files.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import { analyseReviews, type ReviewBatch } from './analyse-reviews.ts';

const ids = ['PRC-001', 'PRC-002', 'PRC-003', 'PRC-004', 'PRC-005', 'PRC-006'];
const fileOf = (id: string): string => `procedures/${id.toLowerCase()}.mdx`;
const history =
  '[{ act: reviewed, version: "1.0", date: 2026-03-10, by: registrar, outcome: no-change }, { act: approved, version: "1.0", date: 2026-01-10, by: principal, edition: "demo:1" }]';

function batches(
  commits: Readonly<Record<string, string>>,
  uncommitted: readonly string[] = [],
): ReviewBatch[] {
  const { facts, manual } = analyseFiles({
    ...exampleFiles,
    ...Object.fromEntries(ids.map((id) => [fileOf(id), documentFile({ id, history })])),
  });
  const files = new Map(
    Object.entries(commits).map(([id, commit]) => [
      `content/${fileOf(id)}`,
      {
        lastChange: { commit, date: '2026-03-11' as CalendarDate },
        uncommitted: uncommitted.includes(id),
        roles: [],
        others: 1,
      },
    ]),
  );
  return [...analyseReviews(facts, manual, { files }).batches];
}

test('without Git, reviews of one day and role are told as such', () => {
  expect(batches({})).toEqual([{ date: '2026-03-10', by: 'registrar', documents: ids, commit: undefined }]);
});

test('reviews recorded in one commit are told with it, and those recorded one by one are not', () => {
  expect(batches(Object.fromEntries(ids.map((id) => [id, 'abc'])))).toEqual([
    { date: '2026-03-10', by: 'registrar', documents: ids, commit: 'abc' },
  ]);
  expect(batches(Object.fromEntries(ids.map((id) => [id, `commit of ${id}`])))).toEqual([]);
});

test('a file that was changed since says nothing about the commit of its review', () => {
  const all = Object.fromEntries(ids.map((id) => [id, 'abc']));
  expect(batches(all, ids)).toEqual([
    { date: '2026-03-10', by: 'registrar', documents: ids, commit: undefined },
  ]);
});
