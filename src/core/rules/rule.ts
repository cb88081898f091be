/** What a rule is: its name for ever, what it means, and examples that are its tests and its page. */
import type { PersonRow, RegisterName } from '../../../schemas/registers.ts';
import type { ControlAnalysis } from '../analyse/analyse-control.ts';
import type { Facts } from '../model/facts.ts';
import type { Finding, RelatedPlace, Severity } from '../model/finding.ts';
import type { Manual, Register } from '../model/manual.ts';
import type { Place } from '../model/place.ts';

export interface RuleContext {
  /** The manual as the working files say it. */
  readonly manual: Manual;
  /** What follows from the texts in force. */
  readonly facts: Facts;
  /** Approvals and frozen copies. */
  readonly control: ControlAnalysis;
  /** Who held which role. No message quotes from it: messages are printed in logs. */
  readonly people: Register<PersonRow>;
  /** Registers that exist but could not be read: references into them are not judged. */
  readonly unreadableRegisters: ReadonlySet<RegisterName>;
}

/** A finding as a rule gives it; its name and severity are added by whoever runs the rule. */
export interface Report {
  readonly place: Place;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly related?: readonly RelatedPlace[] | undefined;
}

export interface RuleExample {
  readonly name: string;
  /** Files laid over the example manual, by path below `content/`; undefined takes a file away. */
  readonly files: Readonly<Record<string, string | undefined>>;
  /** What this rule reports, as `path:line:column message`; empty where it stays silent. */
  readonly expect: readonly string[];
}

export interface Rule {
  /** Permanent: scripts, settings and people refer to it. */
  readonly id: string;
  readonly severity: Severity;
  /** One sentence: what is wrong when it speaks. */
  readonly summary: string;
  /** Why it matters and how to mend it, for a document owner. */
  readonly advice: string;
  readonly examples: readonly RuleExample[];
  /**
   * Where it is shown instead, for what files held in memory cannot show: the path, from the top of the
   * repository, of a case or of a test that holds the rule's name.
   */
  readonly shownBy?: string;
  /** True where `manual.yaml` may not set another severity; see `isFixed`. */
  readonly fixed?: true;
  /** Looks at the whole manual. Undefined for what the reader and the parser report by themselves. */
  readonly find?: (context: RuleContext) => readonly Report[];
}

/**
 * Whether the rule stays an error whatever `manual.yaml` says: what would let content harm or mislead, and
 * every fault that makes a part of the text fall out of the manual, which must not happen in silence.
 */
export const isFixed = (rule: Rule): boolean =>
  rule.fixed === true || (rule.find === undefined && rule.severity === 'error');

/** Runs all rules. Severities of `manual.yaml` are applied by the caller, to findings of every origin. */
export function findWithRules(rules: readonly Rule[], context: RuleContext): Finding[] {
  return rules.flatMap((rule) =>
    (rule.find?.(context) ?? []).map((report) => ({ rule: rule.id, severity: rule.severity, ...report })),
  );
}
