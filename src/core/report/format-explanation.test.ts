import { expect, test } from 'vitest';
import { analyseManual } from '../analyse-manual.ts';
import { parseCalendarDate } from '../model/calendar-date.ts';
import { parseDocument } from '../parse/parse-document.ts';
import { compareReports } from './compare-reports.ts';
import { formatClauseExplanation, formatRuleExplanation } from './format-explanation.ts';
import { formatCoverageText } from './format-coverage.ts';

const standard = `edition: "own:1"
name: Own 1
title: Own
clauses:
  - { clause: "1", title: Scope, heading: true }
  - { clause: "1.1", title: Boundaries, parent: "1", summary: Say what is covered., requires: [{ kind: maintain, what: the scope, confidence: high, accepts: [policy] }] }
  - { clause: "1.2", title: Reasons, parent: "1" }
`;
const policy = `---
id: POL-001
title: Scope
type: policy
version: "1.0"
status: draft
owner: principal
clauses: ["1.1"]
---

Text.
`;
const { manual, facts } = analyseManual(
  {
    contentFolder: 'content',
    documents: [parseDocument({ path: 'content/pol-001.mdx', text: policy, digest: 'd' })],
    settings: { path: 'content/manual.yaml', text: 'institution: { name: Test College }\nedition: own:1\n' },
    registers: [
      { path: 'content/registers/roles.yaml', text: 'rows:\n  - { id: principal, title: Principal }\n' },
    ],
    standards: [{ path: 'schemas/standards/own.yaml', text: standard }],
    assets: [],
  },
  { today: parseCalendarDate('2026-03-31')!, todayOverridden: true },
);
const coverage = facts.coverage!;

test('coverage for the terminal', () => {
  expect(formatCoverageText(coverage, facts.today)).toMatchInlineSnapshot(`
    "Clause  State    Reason
    1.1     planned  Boundaries: POL-001 claims it but is a draft.
    1.2     gap      Reasons: No document claims it.

    Own 1 as of 2026-03-31: 0 % covered (0 of 2 applicable clauses), 0 partial, 0 overdue, 0 outdated, 1 planned, 1 gap, 0 not applicable
    "
  `);
});

test('a clause with a claim that does not count yet', () => {
  expect(formatClauseExplanation(coverage.byLabel.get('1.1')!, coverage.standard, manual))
    .toMatchInlineSnapshot(`
    "Own 1, clause 1.1: Boundaries
    Planned: POL-001 claims it but is a draft.

    What it asks for
      Say what is covered.

    Required
      the scope (a document to maintain, confidence high): not met

    Claims
      POL-001 Scope, policy 1.0, whole document, full: planned (it is a draft)
        content/pol-001.mdx:8:11

    What to do
      Finish POL-001 and have it approved: \`eoms submit POL-001\`, then \`eoms approve POL-001\`.
      File: content/pol-001.mdx
    "
  `);
});

test('a heading', () => {
  expect(formatClauseExplanation(coverage.byLabel.get('1')!, coverage.standard, manual))
    .toMatchInlineSnapshot(`
    "Own 1, clause 1: Scope
    Gap: 0 of 2 covered, 1 planned, 1 gap.
    A heading: its requirements stand in 1.1, 1.2.
    "
  `);
});

test('a rule', () => {
  expect(
    formatRuleExplanation({
      id: 'some-rule',
      severity: 'warning',
      summary: 'Something is wrong.',
      advice: 'Mend it.',
      examples: [
        { name: 'wrong', files: {}, expect: ['content/a.mdx:1:1 Unexpected `x`'] },
        { name: 'right', files: {}, expect: [] },
      ],
    }),
  ).toMatchInlineSnapshot(`
    "some-rule (warning)
    Something is wrong.

    Why it matters and what to do
      Mend it.

    Example: wrong
      content/a.mdx:1:1 Unexpected \`x\`

    Example: right
      Nothing is reported.
    "
  `);
});

test('a finding that only moved is neither new nor mended', () => {
  const at = (line: number, message: string) =>
    ({
      rule: 'some-rule',
      severity: 'error',
      message,
      place: { kind: 'span', file: 'content/a.mdx', start: { line, column: 1 }, end: { line, column: 2 } },
    }) as const;
  const report = (...findings: ReturnType<typeof at>[]) => ({
    findings,
    counts: { error: findings.length, warning: 0, note: 0 },
    documents: 1,
    clauses: 1,
  });
  const change = compareReports(
    report(at(1, 'moved'), at(2, 'mended'), at(3, 'twice')),
    report(at(4, 'moved'), at(3, 'twice'), at(9, 'twice')),
  );
  expect(change.appeared.map(({ message }) => message)).toEqual(['twice']);
  expect(change.mended.map(({ message }) => message)).toEqual(['mended']);
});
