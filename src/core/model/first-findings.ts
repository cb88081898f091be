/** Bounds what is said of one file. */
import type { Finding } from './finding.ts';
import { wholeFile } from './place.ts';

/** Nobody reads more of one file at a time, and millions of them would fill the memory. */
export const mostFindings = 1000;

/**
 * The findings of one file, at most `mostFindings`; where there are more, one says so. Whoever gathers them may
 * stop at one more than that.
 */
export function firstFindings(findings: Finding[], file: string): Finding[] {
  if (findings.length <= mostFindings) return findings;
  return [
    ...findings.slice(0, mostFindings),
    {
      rule: 'too-deep',
      severity: 'error',
      place: wholeFile(file),
      message: `Unexpected number of more than ${mostFindings} faults in one file, expected fewer: the others are not listed`,
      hint: 'Mend the first ones and check again. The file may be something else than its name says.',
    },
  ];
}
