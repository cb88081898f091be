/** All rules, by name. A new rule is a file here and a line in this list; see CONTRIBUTING.md. */
import { parserRules } from './parser-rules.ts';
import { isFixed, type Rule } from './rule.ts';
import { registerRuleIds } from './rule-ids.ts';
import { signatureRules } from './signature-rules.ts';
import { trustRules } from './trust-rules.ts';
import { brokenAnchor } from './broken-anchor.ts';
import { brokenLink } from './broken-link.ts';
import { circularReference } from './circular-reference.ts';
import { claimsNothing } from './claims-nothing.ts';
import { controlRules } from './control-rules.ts';
import { coverageBelowTarget } from './coverage-below-target.ts';
import { coverageFell } from './coverage-fell.ts';
import { competingAuthority } from './competing-authority.ts';
import { danglingClaim } from './dangling-claim.ts';
import { effectiveBeforeApproval } from './effective-before-approval.ts';
import { emptyManual } from './empty-manual.ts';
import { externalLinkRules } from './external-link-rules.ts';
import { fixedSeverity } from './fixed-severity.ts';
import { lowContrast } from './low-contrast.ts';
import { malformedDocumentId } from './malformed-document-id.ts';
import { missingSection } from './missing-section.ts';
import { notApplicableRefused } from './not-applicable-refused.ts';
import { notApproved } from './not-approved.ts';
import { reviewOverdue } from './review-overdue.ts';
import { uncoveredClause } from './uncovered-clause.ts';
import { unknownClause } from './unknown-clause.ts';
import { unknownDocument } from './unknown-document.ts';
import { unknownEdition } from './unknown-edition.ts';
import { unknownProcess } from './unknown-process.ts';
import { unknownRepositoryHost } from './unknown-repository-host.ts';
import { unknownRole } from './unknown-role.ts';
import { unknownRule } from './unknown-rule.ts';
import { unknownTerm } from './unknown-term.ts';
import { unknownUnit } from './unknown-unit.ts';
import { unsafeLink } from './unsafe-link.ts';
import { unwantedClaim } from './unwanted-claim.ts';
import { wrongDocumentType } from './wrong-document-type.ts';

export const rules: readonly Rule[] = [
  ...parserRules,
  ...signatureRules,
  ...trustRules,
  ...controlRules,
  ...externalLinkRules,
  brokenAnchor,
  brokenLink,
  circularReference,
  claimsNothing,
  competingAuthority,
  coverageBelowTarget,
  coverageFell,
  danglingClaim,
  effectiveBeforeApproval,
  emptyManual,
  fixedSeverity,
  lowContrast,
  malformedDocumentId,
  missingSection,
  notApplicableRefused,
  notApproved,
  reviewOverdue,
  uncoveredClause,
  unknownClause,
  unknownDocument,
  unknownEdition,
  unknownProcess,
  unknownRepositoryHost,
  unknownRole,
  unknownRule,
  unknownTerm,
  unknownUnit,
  unsafeLink,
  unwantedClaim,
  wrongDocumentType,
].sort((a, b) => (a.id < b.id ? -1 : 1));

export const ruleById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));
registerRuleIds(new Set(ruleById.keys()), new Set(rules.filter(isFixed).map((rule) => rule.id)));
