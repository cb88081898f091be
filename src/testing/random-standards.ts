/** Three editions of a small standard and a small ISO 9001, with every kind of clause the coverage rules tell apart. */
import type { SourceFile } from '../core/model/place.ts';

const items = {
  document: '{ kind: maintain, what: a plan, confidence: high }',
  policy: '{ kind: maintain, what: a policy, confidence: medium }',
  record: '{ kind: retain, what: a record, confidence: medium }',
  advice: '{ kind: retain, what: perhaps a record, confidence: low }',
};

const first = `edition: demo:1
name: Demo 1
title: A small standard
clauses:
  - { clause: "1", title: Plan, heading: true }
  - { clause: "1.1", title: A document, parent: "1", requires: [${items.document}], typicalEvidence: [procedure], counterparts: ["4.1"] }
  - { clause: "1.2", title: A record, parent: "1", requires: [${items.record}], typicalEvidence: [procedure, record], counterparts: ["4.1", "4.3"] }
  - { clause: "1.3", title: Both, parent: "1", requires: [${items.document}, ${items.record}, ${items.advice}], typicalEvidence: [procedure, work-instruction, record], counterparts: ["4.2"] }
  - { clause: "1.4", title: Untitled parts, parent: "1", heading: true, counterparts: ["4"] }
  - { clause: "1.4.1", title: First part, parent: "1.4", untitled: true }
  - { clause: "1.4.2", title: Second part, parent: "1.4", untitled: true, requires: [${items.policy}], typicalEvidence: [policy, form] }
  - { clause: "2", title: Do, heading: true }
  - { clause: "2.1", title: Advice only, parent: "2", requires: [${items.advice}], typicalEvidence: [record] }
  - { clause: "2.2", title: Nothing prescribed, parent: "2", counterparts: ["4.3"] }
  - { clause: "2.3", title: Titled parts, parent: "2", heading: true }
  - { clause: "2.3.1", title: One, parent: "2.3" }
  - { clause: "2.3.2", title: Two, parent: "2.3", requires: [${items.record}, ${items.policy}], typicalEvidence: [manual, policy, record] }
  - { clause: "A", title: For the small, appliesWhen: early-childhood-education }
`;

const second = `edition: demo:2
name: Demo 2
title: A small standard
previous: demo:1
provisional: true
clauses:
  - { clause: "1", title: Plan, heading: true, from: "1", change: same }
  - { clause: "1.1", title: A document, parent: "1", from: "1.1", change: same, requires: [${items.document}], typicalEvidence: [procedure], counterparts: ["4.1"] }
  - { clause: "1.2", title: A record, parent: "1", from: "1.2", change: reworded, requires: [${items.record}], typicalEvidence: [procedure, record] }
  - { clause: "1.3", title: Both, parent: "1", from: "1.3", change: same, requires: [${items.document}, ${items.record}], typicalEvidence: [procedure, record] }
  - { clause: "1.4", title: Untitled parts, parent: "1", heading: true, from: "1.4", change: same }
  - { clause: "1.4.1", title: First part, parent: "1.4", untitled: true, from: "1.4.1", change: same, counterparts: ["4.2"] }
  - { clause: "1.4.2", title: Second part, parent: "1.4", untitled: true, from: "1.4.2", change: reworded, requires: [${items.policy}], typicalEvidence: [policy] }
  - { clause: "2", title: Do, heading: true, from: "2", change: same }
  - { clause: "2.1", title: Nothing prescribed, parent: "2", from: "2.2", change: renumbered }
  - { clause: "2.2", title: Advice only, parent: "2", from: "2.1", change: reworded, requires: [${items.advice}], typicalEvidence: [record] }
  - { clause: "2.4", title: New, parent: "2", change: new, requires: [${items.record}], typicalEvidence: [record] }
  - { clause: "A", title: For the small, from: "A", change: same, appliesWhen: early-childhood-education }
`;

const third = `edition: demo:3
name: Demo 3
title: A small standard
previous: demo:2
clauses:
  - { clause: "1", title: Plan, heading: true, from: "1", change: same }
  - { clause: "1.1", title: A document, parent: "1", from: "1.1", change: reworded, requires: [${items.document}], typicalEvidence: [procedure] }
  - { clause: "1.2", title: A record, parent: "1", from: "1.2", change: same, requires: [${items.record}], typicalEvidence: [procedure, record] }
  - { clause: "1.3", title: Both, parent: "1", from: "1.3", change: same, requires: [${items.document}, ${items.record}], typicalEvidence: [procedure, record] }
  - { clause: "2", title: Do, heading: true, from: "2", change: same }
  - { clause: "2.1", title: Nothing prescribed, parent: "2", from: "2.1", change: same }
  - { clause: "2.4", title: New, parent: "2", from: "2.4", change: same, requires: [${items.record}], typicalEvidence: [record] }
`;

const iso9001 = `edition: iso-9001:2015
name: ISO 9001:2015
title: A few numbers of it
clauses:
  - { clause: "4", title: Chapter, heading: true }
  - { clause: "4.1", title: One, parent: "4" }
  - { clause: "4.2", title: Two, parent: "4", heading: true }
  - { clause: "4.2.1", title: First part of two, parent: "4.2", untitled: true }
  - { clause: "4.2.2", title: Second part of two, parent: "4.2", untitled: true }
  - { clause: "4.3", title: Three, parent: "4" }
`;

export const randomStandards: readonly SourceFile[] = [first, second, third, iso9001].map((text, index) => ({
  path: `standards/random-${index}.yaml`,
  text,
}));
