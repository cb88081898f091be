/** The disposition calendar of the sample manual: when each record, and each kind of record, may go. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { siteFolder } from '../../testing/site.ts';

const rows = (): string[] => {
  const html = readFileSync(join(siteFolder(), 'records/index.html'), 'utf8');
  const table = /<table id="disposal">([\s\S]*?)<\/table>/.exec(html)?.[1] ?? '';
  return [...table.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    row
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
};

test('evidence has its day, each other kind the day up to which it is due', () => {
  const all = rows();
  // Every record description of the sample in force, and the head.
  expect(all).toHaveLength(1 + 29);
  expect(all.find((row) => row.startsWith('REC-012'))).toMatch(
    /^REC-012 Admission file Now, where .+ was on or before \d+ November 20\d\d .+ (?:Destroyed|Archived|Reviewed)$/,
  );
  const evidence = all.filter((row) => /^REC-\d+ .* (?:On|Since) \d+ \w+ 20\d\d /.test(row));
  expect(evidence.length).toBeGreaterThan(0);
  // Dated rows come first.
  expect(all.slice(1, 1 + evidence.length)).toEqual(evidence);
});
