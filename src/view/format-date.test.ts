import { expect, test } from 'vitest';
import { formatDate, formatMonth, formatPeriod } from './format-date.ts';

test('dates as they are read aloud, whatever the zone of the machine', () => {
  expect(formatDate('2026-09-01', 'en')).toBe('1 September 2026');
  expect(formatDate('2026-09-01', 'fr')).toBe('1 septembre 2026');
  expect(formatMonth('2026-12-01', 'en')).toBe('December 2026');
});

test('periods in words', () => {
  expect(formatPeriod('P3Y6M')).toBe('3 years 6 months');
  expect(formatPeriod('P1Y')).toBe('1 year');
  expect(formatPeriod('P30D')).toBe('30 days');
});
