/** One document through its whole life, by acts and dates alone. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActRequest } from '../../core/acts/act.ts';
import { planAct } from '../../core/acts/plan-act.ts';
import { renderSearchableHtml } from '../../core/render/render-body.ts';
import type { CalendarDate } from '../../core/model/calendar-date.ts';
import { loadManual, type LoadedManual } from '../load-manual.ts';
import { writeAct } from './write-act.ts';

let root: string;
let content: string;
const file = 'procedures/prc-002.mdx';
const other = fileURLToPath(new URL('../../testing/cases/control/sound/content', import.meta.url));

const eoms = fileURLToPath(new URL('../../cli/eoms.mjs', import.meta.url));

/** Its two clauses more are a change like any other. */
function approveStandard(): void {
  const flags = ['--version', '1.1', '--by', 'principal', '--change', 'substantive', '--summary', 'Two more'];
  const when = ['--today', '2026-01-10', '--content', content, '--yes'];
  execFileSync(process.execPath, [eoms, 'approve', 'standards/demo.yaml', ...flags, ...when], {
    stdio: 'ignore',
  });
}

const first = `---
id: PRC-002
title: Appeals
type: procedure
version: "1.0"
status: draft
owner: registrar
author: registrar
clauses: ["1.3"]
produces: [REC-001]
---

## Purpose {#purpose}

An appeal is answered within 15 days.
`;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'eoms-life-'));
  content = join(root, 'content');
  cpSync(other, content, { recursive: true });
  const standard = join(content, 'standards/demo.yaml');
  writeFileSync(
    standard,
    `${readFileSync(standard, 'utf8')}  - { clause: "1.3", title: Answering, parent: "1" }\n  - { clause: "1.4", title: Learning, parent: "1" }\n`,
  );
  approveStandard();
  writeFileSync(join(content, file), first);
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

const load = (today: string): Promise<LoadedManual> =>
  loadManual({ content, today: today as CalendarDate, where: 'here' });

/** What a reader of the manual, its search, its register and its coverage is told on a day. */
async function onDay(today: string): Promise<Record<string, unknown>> {
  const { manual, facts, findings } = await load(today);
  const one = facts.documentById.get('PRC-002');
  if (one === undefined) throw new Error('PRC-002 is not in the manual');
  const words = renderSearchableHtml(one.document, manual, () => '').replaceAll(/<[^>]+>/g, ' ');
  return {
    state: one.lifecycle.state,
    version: one.document.frontMatter.version,
    days: /within (\d+) days/.exec(words)?.[1],
    revision: one.revision && `${one.revision.document.frontMatter.version} ${one.revision.lifecycle.state}`,
    clauses: ['1.3', '1.4'].map((clause) => facts.coverage?.byLabel.get(clause)?.state),
    errors: findings.filter((finding) => finding.severity === 'error').length,
  };
}

/** What stands on the built pages, in the search index, the register and the coverage of that day. */
function builtOn(today: string): Record<string, unknown> {
  const out = join(root, 'dist');
  execFileSync(process.execPath, [eoms, 'build', '--content', content, '--today', today, '--out', out], {
    stdio: 'ignore',
    env: { ...process.env, CI: '1' },
  });
  const page = (path: string): string | undefined => {
    const file = join(out, path, 'index.html');
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  const days = (html: string | undefined): string | undefined => /within (\d+) days/.exec(html ?? '')?.[1];
  const verdict = (version: string): string | undefined =>
    /<h1>([^<]*)/.exec(page(`verify/PRC-002/${version}`) ?? '')?.[1];
  const fragments = join(out, 'pagefind/fragment');
  const found = readdirSync(fragments)
    .map((name) => gunzipSync(readFileSync(join(fragments, name))).toString())
    .find((text) => text.includes('/documents/PRC-002/'));
  const row = readFileSync(join(out, 'register.csv'), 'utf8')
    .split('\n')
    .find((line) => line.startsWith('PRC-002,'));
  const coverage = JSON.parse(readFileSync(join(out, 'coverage.json'), 'utf8')) as {
    clauses: { clause: string; state: string }[];
  };
  return {
    page: days(page('documents/PRC-002')),
    first: /Superseded by version 2.0|In force since|Withdrawn/.exec(
      page('documents/PRC-002/1.0') ?? '',
    )?.[0],
    compare: page('documents/PRC-002/compare/1.0..2.0') !== undefined,
    verify: verdict('1.0'),
    verifyNext: verdict('2.0'),
    search: days(found),
    register: row?.split(',').slice(3, 5).join(' '),
    coverage: ['1.3', '1.4'].map((clause) => coverage.clauses.find((one) => one.clause === clause)?.state),
  };
}

async function act(date: string, request: Omit<ActRequest, 'date' | 'id'>): Promise<void> {
  const day = date as CalendarDate;
  const loaded = await load(date);
  const sources = new Map(loaded.files.documents.map((source) => [source.path, source.text]));
  const plan = planAct({ id: 'PRC-002', date: day, ...request }, loaded, (path) => sources.get(path));
  if ('refused' in plan) throw new Error(plan.refused.message);
  writeAct(plan.planned, content);
}

function edit(...changes: [string, string][]): void {
  let text = readFileSync(join(content, file), 'utf8');
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`not in the text: ${from}`);
    text = text.replace(from, to);
  }
  writeFileSync(join(content, file), text);
}

test('a document from draft to withdrawn', { timeout: 300_000 }, async () => {
  expect(await onDay('2026-04-01')).toEqual({
    state: 'draft',
    version: '1.0',
    days: '15',
    revision: undefined,
    clauses: ['planned', 'gap'],
    errors: 0,
  });

  expect(builtOn('2026-04-01')).toEqual({
    page: undefined,
    first: undefined,
    compare: false,
    verify: undefined,
    verifyNext: undefined,
    search: undefined,
    register: undefined,
    coverage: ['planned', 'gap'],
  });

  await act('2026-04-02', { act: 'submit' });
  expect((await onDay('2026-04-02'))['state']).toBe('in-review');
  await expect(act('2026-04-03', { act: 'approve', by: 'registrar' })).rejects.toThrow('by its author');
  await act('2026-04-03', { act: 'return', by: 'principal', reason: 'Purpose too short' });
  expect((await onDay('2026-04-03'))['state']).toBe('draft');
  await act('2026-04-04', { act: 'submit' });
  await act('2026-04-05', { act: 'approve', by: 'principal' });
  const inForce = {
    state: 'effective',
    version: '1.0',
    days: '15',
    revision: undefined,
    clauses: ['covered', 'gap'],
    errors: 0,
  };
  expect(await onDay('2026-04-05')).toEqual(inForce);
  const built = {
    page: '15',
    first: 'In force since',
    compare: false,
    verify: 'In force since 5 April 2026',
    verifyNext: undefined,
    search: '15',
    register: '1.0 effective',
    coverage: ['covered', 'gap'],
  };
  expect(builtOn('2026-04-05')).toEqual(built);

  // Draft 2.0 while 1.0 stays published.
  edit(
    ['version: "1.0"', 'version: "2.0"'],
    ['status: approved', 'status: draft'],
    ['15 days', '20 days'],
    ['["1.3"]', '["1.3", "1.4"]'],
  );
  expect(await onDay('2026-05-01')).toEqual({
    ...inForce,
    revision: '2.0 draft',
    clauses: ['covered', 'planned'],
  });

  expect(builtOn('2026-05-01')).toEqual({ ...built, coverage: ['covered', 'planned'] });

  // Approved for next month: it appears on that day.
  await act('2026-05-10', {
    act: 'approve',
    by: 'principal',
    effective: '2026-06-01' as CalendarDate,
    change: 'substantive',
    summary: 'Twenty days',
  });
  expect(await onDay('2026-05-31')).toEqual({
    ...inForce,
    revision: '2.0 approved',
    clauses: ['covered', 'planned'],
  });
  expect(builtOn('2026-05-31')).toEqual({
    ...built,
    coverage: ['covered', 'planned'],
    verifyNext: 'Not yet in force: it applies from 1 June 2026',
  });
  const second = { ...inForce, version: '2.0', days: '20', clauses: ['covered', 'covered'] };
  expect(await onDay('2026-06-01')).toEqual(second);
  expect(builtOn('2026-06-01')).toEqual({
    page: '20',
    first: 'Superseded by version 2.0',
    compare: true,
    verify: 'Superseded by version 2.0 since 1 June 2026',
    verifyNext: 'In force since 1 June 2026',
    search: '20',
    register: '2.0 effective',
    coverage: ['covered', 'covered'],
  });
  expect(
    (await load('2026-06-01')).control.byId
      .get('PRC-002')
      ?.versions.map((one) => `${one.version} ${one.state}`),
  ).toEqual(['2.0 effective', '1.0 superseded']);

  // Overdue after a year, until it is reviewed.
  expect((await onDay('2027-05-11'))['clauses']).toEqual(['overdue', 'overdue']);
  await act('2027-05-12', { act: 'review', summary: 'Read with the board' });
  expect(await onDay('2027-05-12')).toEqual(second);

  await act('2027-06-01', { act: 'withdraw', by: 'principal', reason: 'Appeals go to the ministry' });
  expect(await onDay('2027-06-01')).toMatchObject({ state: 'withdrawn', clauses: ['gap', 'gap'], errors: 0 });
  expect(builtOn('2027-06-01')).toMatchObject({
    first: 'Withdrawn',
    verify: 'Withdrawn on 1 June 2027',
    verifyNext: 'Withdrawn on 1 June 2027',
    search: undefined,
    coverage: ['gap', 'gap'],
  });
  await act('2027-06-02', { act: 'reinstate', by: 'principal', reason: 'They do not' });
  expect(await onDay('2027-06-02')).toEqual(second);
  const { findings } = await load('2027-06-02');
  expect(findings.filter((finding) => finding.rule.startsWith('history'))).toEqual([]);
});
