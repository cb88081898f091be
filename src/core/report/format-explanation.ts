/** What `eoms explain` prints: all that is known of one clause, or the page of one rule. */
import { anyDocument } from '../analyse/coverage.ts';
import type { ClauseFacts, ItemFacts, JudgedClaim } from '../model/facts.ts';
import type { Manual } from '../model/manual.ts';
import type { Standard } from '../model/standard.ts';
import type { Rule } from '../rules/rule.ts';
import { stateWord } from './format-coverage.ts';
import { formatPlace } from './report.ts';

/** Title, state with reason, summary, required items, every claim with its standing, and what to do. */
export function formatClauseExplanation(facts: ClauseFacts, standard: Standard, manual: Manual): string {
  const { clause, state, reason, items, claims, remedy } = facts;
  const notes = [
    ...(clause.untitled === true
      ? ['The standard numbers this paragraph without a title; the label is ours.']
      : []),
    ...(clause.leaf ? [] : [`A heading: its requirements stand in ${clause.children.join(', ')}.`]),
    ...(standard.provisional
      ? [`${standard.name} is provisional here: its text has not been verified.`]
      : []),
  ];
  const remedyLines = [
    ...(remedy === undefined ? [] : [remedy.text]),
    ...(remedy?.file === undefined ? [] : [`File: ${remedy.file}`]),
    ...(remedy?.line === undefined ? [] : [`Line: ${remedy.line}`]),
  ];
  return [
    `${standard.name}, clause ${clause.clause}: ${clause.title}`,
    `${capital(stateWord(state))}: ${reason}`,
    ...notes,
    ...block('What it asks for', clause.summary === undefined ? [] : [clause.summary]),
    ...block('Required', items.map(formatItem)),
    ...block(
      'Claims',
      claims.map((claim) => formatClaim(claim, manual)),
    ),
    ...block('What to do', remedyLines),
    '',
  ].join('\n');
}

/** Summary, advice and examples of a rule. */
export function formatRuleExplanation({ id, severity, summary, advice, examples }: Rule): string {
  return [
    `${id} (${severity})`,
    summary,
    ...block('Why it matters and what to do', [advice]),
    ...examples.flatMap((example) =>
      block(
        `Example: ${example.name}`,
        example.expect.length === 0 ? ['Nothing is reported.'] : example.expect,
      ),
    ),
    '',
  ].join('\n');
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const block = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0
    ? []
    : ['', title, ...lines.flatMap((line) => line.split('\n')).map((line) => `  ${line}`)];

function formatItem({ item, met, by }: ItemFacts): string {
  const kind = item.kind === 'maintain' ? 'a document to maintain' : 'a record to retain';
  const documents = [...new Set(by.map(({ claim }) => claim.document))].join(', ');
  const state = met ? `met by ${documents}` : 'not met';
  const weight = item.deciding ? '' : '; advises only, it does not decide';
  // The standard says nothing of a kind here, so nothing is said of it.
  if (item === anyDocument) return `${item.what}: ${state}`;
  return `${item.what} (${kind}, confidence ${item.confidence}): ${state}${weight}`;
}

function formatClaim(
  { claim, type, version, extent, standing, standingReason }: JudgedClaim,
  manual: Manual,
): string {
  const title = manual.documentById.get(claim.document)?.frontMatter.title ?? '';
  const where =
    claim.sections.length === 0 ? 'whole document' : claim.sections.map((id) => `#${id}`).join(', ');
  const why = standingReason === '' ? '' : ` (${standingReason})`;
  const note = claim.note === undefined ? '' : `; ${claim.note}`;
  return `${claim.document} ${title}, ${type} ${version}, ${where}, ${extent}: ${standing}${why}${note}\n  ${formatPlace(claim.place)}`;
}
