import { expect, test } from 'vitest';
import { entryText } from './entry-text.ts';

const entry = { act: 'approved', version: '1.0', date: '2026-01-10', by: 'principal' } as const;

test('the reason of an act on many documents is shown beside the summary, never instead of it', () => {
  expect(entryText({ ...entry, summary: 'First issue', reason: 'Board of 9 January' })).toBe(
    'First issue · Board of 9 January',
  );
  expect(entryText({ ...entry, reason: 'Board of 9 January' })).toBe('Board of 9 January');
  expect(entryText(entry)).toBeUndefined();
});
