/** The core in one call: what was read becomes a manual, facts and findings. Pure; never throws on content. */
import { type AnalysisOptions, analyseFacts } from './analyse/analyse-facts.ts';
import { type AddressBook, buildManual, type ManualSources } from './build/build-manual.ts';
import type { LinkTarget } from './model/document.ts';
import type { Facts } from './model/facts.ts';
import { compareFindings, type Finding, type Severity } from './model/finding.ts';
import type { Manual } from './model/manual.ts';
import { rules } from './rules/index.ts';
import { findWithRules } from './rules/rule.ts';

export type { ManualSources } from './build/build-manual.ts';

export interface Analysis {
  readonly manual: Manual;
  readonly facts: Facts;
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
  const { manual, findings: built, unreadableRegisters } = buildManual(sources, resolveAddress);
  const facts = analyseFacts(manual, { today: options.today, todayOverridden: options.todayOverridden });
  const found = findWithRules(rules, { manual, facts, unreadableRegisters });
  const findings = applySeverities([...built, ...found], manual);
  const counts = { error: 0, warning: 0, note: 0 };
  for (const finding of findings) counts[finding.severity]++;
  return { manual, facts, findings, counts };
}

/** What would let content harm or mislead stays an error whatever `manual.yaml` says. */
const fixed: ReadonlySet<string> = new Set([
  'code-in-document',
  'raw-html',
  'unsafe-link',
  'invalid-yaml',
  'invalid-mdx',
  'unparsable-document',
  'unreadable-file',
  'not-approved',
  'duplicate-document-id',
  'malformed-document-id',
]);

function applySeverities(findings: readonly Finding[], manual: Manual): Finding[] {
  const severities = manual.settings.severities ?? {};
  return findings
    .flatMap((finding) => {
      const wanted = fixed.has(finding.rule) ? undefined : severities[finding.rule];
      if (wanted === 'off') return [];
      return [wanted === undefined ? finding : { ...finding, severity: wanted }];
    })
    .sort(compareFindings);
}
