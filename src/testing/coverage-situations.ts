/** Situations of a clause in a small standard, for the tests that hold what is said about each. */
import { expect } from 'vitest';
import { analyseFiles } from './check-files.ts';
import type { ClauseState } from '../core/model/facts.ts';
import { documentFile, exampleFiles, settingsFile } from '../core/rules/example-manual.ts';

export type Keys = Readonly<Record<string, string | undefined>>;

export interface Situation {
  readonly name: string;
  readonly clause: string;
  readonly files: Keys;
  readonly edition?: string;
  /** More lines of manual.yaml. */
  readonly more?: string;
  readonly state: ClauseState;
  readonly reason: string;
  readonly file?: string;
  readonly line?: string;
  readonly text?: string;
}

const standard = `edition: demo:1
name: Demo 1
title: Requirements of an example
clauses:
  - { clause: "1", title: Everything, heading: true }
  - { clause: "1.1", title: Plan, parent: "1", typicalEvidence: [procedure, policy], requires: [{ kind: maintain, what: The plan, confidence: high }] }
  - { clause: "1.2", title: Results, parent: "1", requires: [{ kind: retain, what: Results of the work, confidence: medium }] }
  - { clause: "1.3", title: Method and results, parent: "1", typicalEvidence: [procedure], requires: [{ kind: maintain, what: The method, confidence: high }, { kind: retain, what: Results of the method, confidence: high }] }
  - { clause: "1.4", title: Care, parent: "1" }
  - { clause: "1.5", title: Advice, parent: "1", requires: [{ kind: retain, what: Notes of advice, confidence: low }] }
  - { clause: "2", title: Two paragraphs, heading: true }
  - { clause: "2.1", title: First paragraph, parent: "2", untitled: true }
  - { clause: "2.2", title: Second paragraph, parent: "2", untitled: true }
`;
const next = `edition: demo:2
name: Demo 2
title: Requirements of an example
previous: demo:1
clauses:
  - { clause: "1", title: Everything, heading: true, from: "1", change: same }
  - { clause: "1.1", title: Plan, parent: "1", from: "1.1", change: same, typicalEvidence: [procedure], requires: [{ kind: maintain, what: The plan, confidence: high }] }
  - { clause: "1.2", title: Results, parent: "1", from: "1.2", change: reworded, requires: [{ kind: retain, what: Results of the work, confidence: medium }] }
  - { clause: "1.4", title: Care, parent: "1", from: "1.4", change: reworded }
`;

/** A procedure, a record and a form in force, with keys changed; `n` gives another number. */
export const prc = (keys: Keys = {}, n = 1) => documentFile({ id: `PRC-00${n}`, ...keys });
export const rec = (keys: Keys = {}, n = 1) =>
  documentFile({ id: `REC-00${n}`, type: 'record', title: 'Results', ...keys });
export const frm = (keys: Keys = {}) => documentFile({ id: `FRM-001`, type: 'form', title: 'Form', ...keys });
/** Keys of a draft. */
export const draft = { status: 'draft', history: undefined };
/** Holds the clause's state, reason and remedy against what the situation expects. */
export function expectExplained(situation: Situation): void {
  const { clause, state, reason, file, line, text } = situation;
  const facts = coverageOf(situation)?.byLabel.get(clause);
  expect(facts && { state: facts.state, reason: facts.reason, remedy: facts.remedy }).toEqual({
    state,
    reason,
    remedy: text === undefined ? undefined : { file, line, text },
  });
}

/** Coverage of a manual that holds nothing but the files of the situation. */
function coverageOf({ files, edition = 'demo:1', more = '' }: Situation) {
  const without = Object.fromEntries(
    Object.keys(exampleFiles).flatMap((path) => (path.endsWith('.mdx') ? [[path, undefined]] : [])),
  );
  return analyseFiles({
    ...exampleFiles,
    ...without,
    'standards/demo.yaml': standard,
    'standards/demo2.yaml': next,
    'manual.yaml': settingsFile(more).replace('demo:1', edition),
    ...files,
  }).facts.coverage;
}
