/** The whole output of every case; see `run-case.ts`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Place } from '../core/model/place.ts';
import { ruleById } from '../core/rules/index.ts';
import { expectedOutput, listCases, runCase } from './run-case.ts';

const cases = listCases().filter((one) => one.args === undefined);

test('there are cases', () => {
  expect(cases.length).toBeGreaterThan(60);
});

test.each(cases.map((one) => [one.name, one] as const))('%s', async (_, one) => {
  const { output, report } = await runCase(one);
  expect(output).toBe(expectedOutput(one, output));
  for (const finding of report.findings) {
    expect(ruleById.has(finding.rule), finding.rule).toBe(true);
    for (const { place } of [finding, ...(finding.related ?? [])]) expectInside(place, one.folder);
  }
});

/** The place exists in the file, so that an editor can jump to it. */
function expectInside(place: Place, folder: string): void {
  if (place.kind !== 'span' || !place.file.startsWith('content/')) return;
  const lines = readFileSync(join(folder, place.file), 'utf8').split('\n');
  expect(place.start.line).toBeGreaterThanOrEqual(1);
  expect(place.start.line).toBeLessThanOrEqual(lines.length);
  expect(place.start.column).toBeGreaterThanOrEqual(1);
  expect(place.start.column).toBeLessThanOrEqual((lines[place.start.line - 1]?.length ?? 0) + 2);
  expect(place.end.line).toBeGreaterThanOrEqual(place.start.line);
}
