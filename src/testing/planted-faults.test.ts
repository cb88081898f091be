/** Every fault planted in a manual is reported exactly once, at its place, and nothing else is. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatPlace } from '../core/report/report.ts';
import { listCases, runCase } from './run-case.ts';

const planted = listCases().filter((one) => existsSync(join(one.folder, 'planted.txt')));

test.each(planted.map((one) => [one.name, one] as const))('%s', async (_, one) => {
  const faults = readFileSync(join(one.folder, 'planted.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => /^(\S+) \[([a-z-]+)\] (\S+) (.+)$/.exec(line)?.slice(1) ?? [line]);
  expect(faults.length).toBeGreaterThanOrEqual(20);
  const { findings } = (await runCase(one)).report;
  const reported = findings.map((finding) => {
    const place = formatPlace(finding.place);
    const matching = faults.filter(
      ([where, rule, value]) =>
        where === place && rule === finding.rule && finding.message.includes(value ?? ''),
    );
    return matching.length === 1 ? matching[0]?.join(' ') : `not planted: ${place} ${finding.message}`;
  });
  expect(reported.toSorted()).toEqual(faults.map((fault) => fault.join(' ')).toSorted());
});
