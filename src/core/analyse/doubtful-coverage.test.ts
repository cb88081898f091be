/** Every word that explains a clause which is partial, overdue or outdated, and how to mend it. */
import { test } from 'vitest';
import { draft, expectExplained, frm, prc, rec, type Situation } from '../../testing/coverage-situations.ts';
import { documentFile } from '../rules/example-manual.ts';

const P = 'procedures/prc-001.mdx';
const Q = 'procedures/prc-002.mdx';
const R = 'records/rec-001.mdx';
const F = 'forms/frm-001.mdx';

const situations: readonly Situation[] = [
  {
    name: 'the record is missing',
    clause: '1.3',
    files: { [P]: prc({ clauses: '["1.3"]' }) },
    state: 'partial',
    reason: 'PRC-001 covers the document; no record claims it (results of the method).',
    line: '- "1.3"',
    text: 'Add the line under `clauses` of a record document that meets it, raise its version and approve it.',
  },
  {
    name: 'the record is missing, and one is produced',
    clause: '1.3',
    files: { [P]: prc({ clauses: '["1.3"]', produces: '[REC-001]' }), [R]: rec({}) },
    state: 'partial',
    reason: 'PRC-001 covers the document; no record claims it (results of the method).',
    file: 'content/records/rec-001.mdx',
    line: '- "1.3"',
    text: 'Add the line under `clauses` of REC-001, which PRC-001 produces, raise its version and approve it.',
  },
  {
    name: 'the document is missing',
    clause: '1.3',
    files: { [R]: rec({ clauses: '["1.3"]' }) },
    state: 'partial',
    reason: 'REC-001 covers the record; no manual or procedure claims it (the method).',
    line: '- "1.3"',
    text: 'Add the line under `clauses` of a manual or procedure that meets it, raise its version and approve it.',
  },
  {
    name: 'a procedure where a record is asked for',
    clause: '1.2',
    files: { [P]: prc({ clauses: '["1.2"]' }) },
    state: 'partial',
    reason: 'PRC-001 claims it, but is a procedure; no record claims it (results of the work).',
    line: '- "1.2"',
    text: 'Add the line under `clauses` of a record document that meets it, raise its version and approve it.',
  },
  {
    name: 'a record where a document is asked for',
    clause: '1.1',
    files: { [R]: rec({ clauses: '["1.1"]' }) },
    state: 'partial',
    reason: 'REC-001 claims it, but is a record; no manual, policy or procedure claims it (the plan).',
    line: '- "1.1"',
    text: 'Add the line under `clauses` of a manual, policy or procedure that meets it, raise its version and approve it.',
  },
  {
    name: 'only a form',
    clause: '1.4',
    files: { [F]: frm({ clauses: '["1.4"]' }) },
    state: 'partial',
    reason: 'FRM-001 claims it, but a form alone shows nothing.',
    line: '- "1.4"',
    text: 'Add the line under `clauses` of a document that meets it, raise its version and approve it.',
  },
  {
    name: 'only two forms',
    clause: '1.4',
    files: {
      [F]: frm({ clauses: '["1.4"]' }),
      'forms/frm-002.mdx': documentFile({ id: 'FRM-002', type: 'form', clauses: '["1.4"]' }),
    },
    state: 'partial',
    reason: 'FRM-001 and FRM-002 claim it, but a form alone shows nothing.',
    line: '- "1.4"',
    text: 'Add the line under `clauses` of a document that meets it, raise its version and approve it.',
  },
  {
    name: 'one partial claim with its note',
    clause: '1.1',
    files: { [P]: prc({ clauses: '[{ clause: "1.1", extent: partial, note: "criteria only." }]' }) },
    state: 'partial',
    reason: 'PRC-001 covers the document (the plan) only in part (criteria only).',
    file: 'content/procedures/prc-001.mdx',
    line: '- "1.1"',
    text: 'When PRC-001 meets all of it, write this line in place of the partial claim, raise its version and approve it. If another document meets the rest, claim it there and name PRC-001 in the `note`.',
  },
  {
    name: 'two partial claims',
    clause: '1.1',
    files: {
      [P]: prc({ clauses: '[{ clause: "1.1", extent: partial, note: "criteria" }]' }),
      [Q]: prc({ clauses: '[{ clause: "1.1", extent: partial, note: "dates" }]' }, 2),
    },
    state: 'partial',
    reason: 'PRC-001 and PRC-002 cover the document (the plan) only in part (criteria; dates).',
    file: 'content/procedures/prc-001.mdx',
    line: '- { clause: "1.1", note: "the rest is in PRC-002" }',
    text: 'When PRC-001 and PRC-002 together meet all of it, write this line in PRC-001 in place of the partial claim, raise its version and approve it.',
  },
  {
    name: 'a partial claim where no kind is prescribed',
    clause: '1.4',
    files: { [P]: prc({ clauses: '[{ clause: "1.4", extent: partial }]' }) },
    state: 'partial',
    reason: 'PRC-001 covers it only in part.',
    file: 'content/procedures/prc-001.mdx',
    line: '- "1.4"',
    text: 'When PRC-001 meets all of it, write this line in place of the partial claim, raise its version and approve it. If another document meets the rest, claim it there and name PRC-001 in the `note`.',
  },
  {
    name: 'the document in part, and no record',
    clause: '1.3',
    files: { [P]: prc({ clauses: '[{ clause: "1.3", extent: partial }]' }) },
    state: 'partial',
    reason:
      'PRC-001 covers the document (the method) only in part; no record claims it (results of the method).',
    file: 'content/procedures/prc-001.mdx',
    line: '- "1.3"',
    text: 'When PRC-001 meets all of it, write this line in place of the partial claim, raise its version and approve it. If another document meets the rest, claim it there and name PRC-001 in the `note`. Then add `- "1.3"` under `clauses` of a record document that meets it, raise its version and approve it.',
  },
  {
    name: 'the record is a draft',
    clause: '1.3',
    files: { [P]: prc({ clauses: '["1.3"]' }), [R]: rec({ clauses: '["1.3"]', ...draft }) },
    state: 'partial',
    reason:
      'PRC-001 covers the document; no record in force claims it (results of the method): REC-001 claims it but is a draft.',
    file: 'content/records/rec-001.mdx',
    text: 'Finish REC-001 and have it approved: `eoms submit REC-001`, then `eoms approve REC-001`.',
  },
  {
    name: 'the document is overdue, and no record',
    clause: '1.3',
    files: { [P]: prc({ clauses: '["1.3"]', nextReview: '2026-02-01' }) },
    state: 'partial',
    reason:
      'PRC-001 covers the document (the method), but its review was due on 2026-02-01; no record claims it (results of the method).',
    file: 'content/procedures/prc-001.mdx',
    text: 'Review PRC-001 and record it: `eoms review PRC-001`. Then add `- "1.3"` under `clauses` of a record document that meets it, raise its version and approve it.',
  },
  {
    name: 'a partial claim of an overdue document',
    clause: '1.1',
    files: { [P]: prc({ clauses: '[{ clause: "1.1", extent: partial }]', nextReview: '2026-02-01' }) },
    state: 'partial',
    reason:
      'PRC-001 covers the document (the plan) only in part (PRC-001: its review was due on 2026-02-01).',
    file: 'content/procedures/prc-001.mdx',
    line: '- "1.1"',
    text: 'When PRC-001 meets all of it, write this line in place of the partial claim, raise its version and approve it. If another document meets the rest, claim it there and name PRC-001 in the `note`.',
  },
  {
    name: 'an overdue document',
    clause: '1.1',
    files: { [P]: prc({ clauses: '["1.1"]', nextReview: '2026-02-01' }) },
    state: 'overdue',
    reason:
      'PRC-001 covers the document (the plan), but its review was due on 2026-02-01 (owner: Registrar).',
    file: 'content/procedures/prc-001.mdx',
    text: 'Review PRC-001 and record it: `eoms review PRC-001`.',
  },
  {
    name: 'an overdue document and an overdue record',
    clause: '1.3',
    files: {
      [P]: prc({ clauses: '["1.3"]', nextReview: '2026-02-01' }),
      [R]: rec({ clauses: '["1.3"]', nextReview: '2026-03-01' }),
    },
    state: 'overdue',
    reason:
      'PRC-001 covers the document (the method), but its review was due on 2026-02-01 (owner: Registrar); REC-001 covers the record (results of the method), but its review was due on 2026-03-01 (owner: Registrar).',
    file: 'content/procedures/prc-001.mdx',
    text: 'Review PRC-001 and record it: `eoms review PRC-001`. Review REC-001 and record it: `eoms review REC-001`.',
  },
  {
    name: 'the record alone is overdue',
    clause: '1.3',
    files: { [P]: prc({ clauses: '["1.3"]' }), [R]: rec({ clauses: '["1.3"]', nextReview: '2026-03-01' }) },
    state: 'overdue',
    reason:
      'PRC-001 covers the document; REC-001 covers the record (results of the method), but its review was due on 2026-03-01 (owner: Registrar).',
    file: 'content/records/rec-001.mdx',
    text: 'Review REC-001 and record it: `eoms review REC-001`.',
  },
  {
    name: 'overdue by the usual interval of its type',
    clause: '1.1',
    files: {
      [P]: prc({
        clauses: '["1.1"]',
        effective: '2024-01-15',
        history: '[{ act: approved, version: "1.0", date: 2024-01-10, by: principal }]',
      }),
    },
    state: 'overdue',
    reason:
      'PRC-001 covers the document (the plan), but its review was due on 2025-01-10 (owner: Registrar).',
    file: 'content/procedures/prc-001.mdx',
    text: 'Review PRC-001 and record it: `eoms review PRC-001`.',
  },
  {
    name: 'reworded in the next edition',
    clause: '1.4',
    files: { [P]: prc({ clauses: '["1.4"]' }) },
    edition: 'demo:2',
    state: 'outdated',
    reason:
      'PRC-001 covers it, but Demo 2 words 1.4 differently from Demo 1, which its approval names (owner: Registrar).',
    file: 'content/procedures/prc-001.mdx',
    text: 'Check that PRC-001 still meets 1.4 of Demo 2, then record the review under this edition: `eoms review PRC-001`.',
  },
  {
    name: 'the policy behind it changed',
    clause: '1.1',
    files: {
      [P]: prc({ clauses: '["1.1"]', implements: '[POL-001]' }),
      'policies/pol-001.mdx': documentFile({
        id: 'POL-001',
        type: 'policy',
        version: '"2.0"',
        effective: '2026-02-15',
        history:
          '[{ act: approved, version: "2.0", date: 2026-02-10, by: principal, change: substantive, summary: x }, { act: approved, version: "1.0", date: 2025-02-10, by: principal }]',
      }),
    },
    state: 'outdated',
    reason:
      'PRC-001 covers the document (the plan), but POL-001, which it puts into practice, changed in substance on 2026-02-10, after its own last approval or review on 2026-01-10 (owner: Registrar).',
    file: 'content/procedures/prc-001.mdx',
    text: 'Check that PRC-001 still meets 1.1 of Demo 1, then record the review under this edition: `eoms review PRC-001`.',
  },
  {
    name: 'the policy changed, and the record is overdue',
    clause: '1.3',
    files: {
      [P]: prc({ clauses: '["1.3"]', implements: '[POL-001]' }),
      [R]: rec({ clauses: '["1.3"]', nextReview: '2026-03-01' }),
      'policies/pol-001.mdx': documentFile({
        id: 'POL-001',
        type: 'policy',
        version: '"2.0"',
        effective: '2026-02-15',
        history:
          '[{ act: approved, version: "2.0", date: 2026-02-10, by: principal, change: substantive, summary: x }]',
      }),
    },
    state: 'outdated',
    reason:
      'PRC-001 covers the document (the method), but POL-001, which it puts into practice, changed in substance on 2026-02-10, after its own last approval or review on 2026-01-10 (owner: Registrar); REC-001 covers the record (results of the method), but its review was due on 2026-03-01 (owner: Registrar).',
    file: 'content/procedures/prc-001.mdx',
    text: 'Check that PRC-001 still meets 1.3 of Demo 1, then record the review under this edition: `eoms review PRC-001`. Review REC-001 and record it: `eoms review REC-001`.',
  },
];

test.each(situations.map((one) => [one.name, one] as const))('%s', (_, situation) => {
  expectExplained(situation);
});
