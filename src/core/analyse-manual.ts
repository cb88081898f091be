/** The core in one call: what was read becomes a manual, facts and findings. Pure; never throws on content. */
import type { PersonRow } from '../../schemas/registers.ts';
import { type AnalysisOptions, analyseFacts } from './analyse/analyse-facts.ts';
import { analyseControl, type ControlAnalysis } from './analyse/analyse-control.ts';
import { type AddressBook, buildManual, type ManualSources } from './build/build-manual.ts';
import type { LinkTarget } from './model/document.ts';
import type { Facts } from './model/facts.ts';
import { compareFindings, type Finding, type Severity } from './model/finding.ts';
import type { Manual, Register } from './model/manual.ts';
import { ruleById, rules } from './rules/index.ts';
import { findWithRules, isFixed } from './rules/rule.ts';

export type { ManualSources } from './build/build-manual.ts';

export interface Analysis {
  /** As readers are to see it: each document in the version in force. */
  readonly manual: Manual;
  readonly facts: Facts;
  /** What the working files say beside it, and the frozen copies. */
  readonly control: ControlAnalysis;
  /** Who held which role. Names persons: nothing that is published may be made from it. */
  readonly people: Register<PersonRow>;
  /** Sorted, with the severities of `manual.yaml` applied. */
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<Severity, number>>;
}

export interface AnalyseOptions extends AnalysisOptions {
  /** Reads an address of the site, which only the view knows; without it every address is taken as a page. */
  readonly resolveAddress?: ((path: string, book: AddressBook) => LinkTarget | undefined) | undefined;
}

export function analyseManual(sources: ManualSources, options: AnalyseOptions): Analysis {
  const resolveAddress = options.resolveAddress ?? ((path: string): LinkTarget => ({ kind: 'page', path }));
  const built = buildManual(sources, resolveAddress);
  const control = analyseControl(built, options.today);
  const manual = control.published;
  const facts = analyseFacts(manual, control, {
    today: options.today,
    todayOverridden: options.todayOverridden,
  });
  // Rules look at what authors are working on; what readers see is in the facts.
  const found = findWithRules(rules, {
    manual: control.working,
    facts,
    control,
    people: built.people,
    unreadableRegisters: built.unreadableRegisters,
  });
  const findings = applySeverities([...built.findings, ...found], manual);
  return { manual, facts, control, people: built.people, findings, counts: countSeverities(findings) };
}

export function countSeverities(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const finding of findings) counts[finding.severity]++;
  return counts;
}

/** Sorted, each with the severity that `manual.yaml` gives its rule; without those that are switched off. */
export function applySeverities(findings: readonly Finding[], manual: Manual): Finding[] {
  const severities = manual.settings.severities ?? {};
  return findings
    .flatMap((finding) => {
      const wanted = isFixedId(finding.rule) ? undefined : severities[finding.rule];
      if (wanted === 'off') return [];
      return [wanted === undefined ? finding : { ...finding, severity: wanted }];
    })
    .sort(compareFindings);
}

function isFixedId(id: string): boolean {
  const rule = ruleById.get(id);
  return rule !== undefined && isFixed(rule);
}
