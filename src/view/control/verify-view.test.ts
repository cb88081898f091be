/** What the page behind a printed code says, in every situation a sheet can be found in. */
import { expect, test } from 'vitest';
import { analyseManual } from '../../core/analyse-manual.ts';
import { parseCalendarDate } from '../../core/model/calendar-date.ts';
import { parseDocument } from '../../core/parse/parse-document.ts';
import { createContext } from '../context.ts';
import { verifyView, versionsToVerify } from './verify-view.ts';

const history = (...entries: string[]): string => entries.map((entry) => `  - { ${entry} }`).join('\n');
const adopted = (version: string, date: string): string =>
  `act: adopted, version: "${version}", date: ${date}, by: principal, source: minutes, edition: "own:1"`;
const document = (id: string, version: string, rest: string): string => `---
id: ${id}
title: Title of ${id}
type: procedure
version: "${version}"
owner: registrar
author: registrar
review: P12M
clauses: ["1.1"]
${rest}
---

Text.
`;

const twice = document(
  'PRC-001',
  '4.0',
  `status: approved\neffective: 2026-06-01\nhistory:\n${history(adopted('4.0', '2026-05-20'), adopted('3.0', '2025-05-01'))}`,
);
const withdrawn = document(
  'PRC-002',
  '1.0',
  `status: withdrawn\neffective: 2026-01-01\nhistory:\n${history('act: withdrawn, version: "1.0", date: 2026-03-15, by: principal, reason: "Not needed"', adopted('1.0', '2026-01-01'))}`,
);
const replacing = document(
  'PRC-003',
  '1.0',
  `status: approved\neffective: 2026-06-01\nsupersedes: [PRC-004]\nhistory:\n${history(adopted('1.0', '2026-05-01'))}`,
);
const replaced = document(
  'PRC-004',
  '2.1',
  `status: approved\neffective: 2026-01-01\nhistory:\n${history(adopted('2.1', '2026-01-01'))}`,
);
const draft = document('PRC-005', '1.0', 'status: draft');
const overtaken = document(
  'PRC-006',
  '3.0',
  `status: approved\neffective: 2026-06-01\nhistory:\n${history(adopted('3.0', '2026-05-20'), adopted('2.0', '2026-07-01'), adopted('1.0', '2026-01-01'))}`,
);

function contextOn(today: string) {
  const analysis = analyseManual(
    {
      contentFolder: 'content',
      documents: [twice, withdrawn, replacing, replaced, draft, overtaken].map((text, at) =>
        parseDocument({ path: `content/prc-${at}.mdx`, text, digest: String(at) }),
      ),
      settings: { path: 'content/manual.yaml', text: 'institution: { name: College }\nedition: own:1\n' },
      registers: [
        {
          path: 'content/registers/roles.yaml',
          text: 'rows:\n  - { id: registrar, title: Registrar }\n  - { id: principal, title: Principal }\n',
        },
      ],
      standards: [
        {
          path: 'schemas/standards/own.yaml',
          text: 'edition: "own:1"\nname: Own 1\ntitle: Own\nclauses:\n  - { clause: "1", title: One, heading: true }\n  - { clause: "1.1", title: A, parent: "1" }\n',
        },
      ],
      assets: [],
    },
    { today: parseCalendarDate(today)!, todayOverridden: true },
  );
  return createContext({
    analysis,
    build: {
      today: analysis.facts.today,
      todayOverridden: true,
      toolVersion: '0',
      drafts: false,
      base: '/',
    },
  });
}

const onSheet = (today: string, id: string, version: string): string[] => {
  const { verdict, advice } = verifyView(contextOn(today), { id, version });
  return [verdict.text, advice.map(({ text }) => text).join(' ')];
};

test('in force, and since when', () => {
  expect(onSheet('2026-07-01', 'PRC-001', '4.0')).toEqual([
    'In force since 1 June 2026',
    'A copy of this version may be worked from today. The text itself: PRC-001 Title of PRC-001, version 4.0',
  ]);
});

test('superseded by a later version', () => {
  expect(onSheet('2026-07-01', 'PRC-001', '3.0')).toEqual([
    'Superseded by version 4.0 since 1 June 2026',
    'Do not work from this copy. Use PRC-001 Title of PRC-001, version 4.0',
  ]);
});

test('overtaken: a version whose day comes after a later one is in force never applies', () => {
  for (const today of ['2026-06-15', '2026-07-15']) {
    expect(onSheet(today, 'PRC-006', '3.0')[0]).toBe('In force since 1 June 2026');
    expect(onSheet(today, 'PRC-006', '2.0')[0]).toBe('Superseded by version 3.0 since 1 June 2026');
    expect(onSheet(today, 'PRC-006', '1.0')[0]).toBe('Superseded by version 3.0 since 1 June 2026');
  }
});

test('not yet in force: named by its id alone until then', () => {
  expect(onSheet('2026-05-31', 'PRC-001', '4.0')).toEqual([
    'Not yet in force: it applies from 1 June 2026',
    'Do not work from it before that day.',
  ]);
  const { facts } = verifyView(contextOn('2026-05-31'), { id: 'PRC-001', version: '4.0' });
  expect(facts[0]?.parts).toEqual([{ text: 'PRC-001' }]);
});

test('superseded by another document, from the day that one is in force', () => {
  expect(onSheet('2026-05-31', 'PRC-004', '2.1')[0]).toBe('In force since 1 January 2026');
  expect(onSheet('2026-06-01', 'PRC-004', '2.1')).toEqual([
    'Superseded by PRC-003 since 1 June 2026',
    'Do not work from this copy. Use PRC-003 Title of PRC-003',
  ]);
});

test('withdrawn', () => {
  expect(onSheet('2026-07-01', 'PRC-002', '1.0')).toEqual([
    'Withdrawn on 15 March 2026',
    'Do not work from this copy.',
  ]);
});

test('what was never approved has no such page', () => {
  expect(versionsToVerify(contextOn('2026-07-01')).map(({ id, version }) => `${id} ${version}`)).toEqual([
    'PRC-001 4.0',
    'PRC-001 3.0',
    'PRC-002 1.0',
    'PRC-003 1.0',
    'PRC-004 2.1',
    'PRC-006 3.0',
    'PRC-006 2.0',
    'PRC-006 1.0',
  ]);
});
