/** Findings as pages may show them: what `registers/people.yaml` says names persons and is printed on no page. */
import type { Finding } from '../model/finding.ts';

/** @param file the path of the register, e.g. `content/registers/people.yaml` */
export const withholdPeople = (findings: readonly Finding[], file: string): readonly Finding[] =>
  findings.some((finding) => isIn(finding, file))
    ? findings.map((finding) =>
        isIn(finding, file)
          ? {
              rule: finding.rule,
              severity: finding.severity,
              place: finding.place,
              message: 'A fault in the register of people, which is shown on no page',
              hint: 'Run eoms check to read it.',
            }
          : finding,
      )
    : findings;

const isIn = ({ place, related = [] }: Finding, file: string): boolean =>
  [place, ...related.map((one) => one.place)].some((one) => one.kind !== 'manual' && one.file === file);
