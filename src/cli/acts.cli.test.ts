/** The acts at the command line: what is asked for on a terminal, what a pipe must be given, and superseding. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Asker } from './ask.ts';
import { createProgram } from './main.ts';
import { createSession } from './session.ts';

const eoms = fileURLToPath(new URL('eoms.mjs', import.meta.url));
const sound = fileURLToPath(new URL('../testing/cases/control/sound/content', import.meta.url));
const procedure = 'procedures/prc-001.mdx';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'eoms-acts-'));
  cpSync(sound, join(root, 'content'), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const read = (path: string): string => readFileSync(join(root, 'content', path), 'utf8');

function change(path: string, ...changes: readonly [from: string, to: string][]): void {
  let text = read(path);
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`not in ${path}: ${from}`);
    text = text.replace(from, to);
  }
  writeFileSync(join(root, 'content', path), text);
}

/** In a pipe. */
function eomsIn(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [eoms, ...args, '--today', '2026-03-31'], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** At a terminal where somebody answers: `answers` by the question, and what was asked. */
async function atTerminal(answers: Readonly<Record<string, string | boolean>>, ...args: readonly string[]) {
  const asked: string[] = [];
  const printed: string[] = [];
  const answer = (question: string): string | boolean => {
    const given = answers[question];
    if (given === undefined) throw new Error(`nobody expected: ${question}`);
    return given;
  };
  const ask: Asker = {
    choose: (question, choices, first) => {
      asked.push(
        `${question} ${choices.map(({ value }) => (value === first ? `[${value}]` : value)).join(' ')}`,
      );
      const chosen = choices.find(({ value }) => value === answer(question));
      if (chosen === undefined) throw new Error(`no such choice: ${question}`);
      return Promise.resolve(chosen.value);
    },
    write: (question, check) => {
      asked.push(`${question} (${check('') ?? ''})`);
      return Promise.resolve(String(answer(question)));
    },
    agree: (question) => {
      asked.push(question);
      return Promise.resolve(answer(question) === true);
    },
  };
  const print = (text: string): Promise<void> => {
    printed.push(text);
    return Promise.resolve();
  };
  const session = { ...createSession(), ask, print, tell: (text: string) => printed.push(text) };
  const program = await createProgram(session);
  await program.parseAsync([...args, '--content', join(root, 'content'), '--today', '2026-03-31'], {
    from: 'user',
  });
  return { asked, printed: printed.join(''), exitCode: session.exitCode };
}

describe('on a terminal', () => {
  test('an approval asks for role, version, summary and class, shows the difference first, and writes what was answered', async () => {
    change(procedure, ['within 10 days', 'within 20 days'], ['status: approved', 'status: draft']);
    const { asked, printed, exitCode } = await atTerminal(
      {
        'Which role acts?': 'principal',
        'Which version is it?': '3.0',
        'What changed and why? One sentence that a colleague understands.': 'Twenty days',
        'What kind of change is it?': 'substantive',
        'Record this?': true,
      },
      'approve',
      'PRC-001',
    );
    expect(asked).toEqual([
      // The registrar is its author.
      'Which role acts? principal',
      'Which version is it? 3.0 2.1 other',
      'What changed and why? One sentence that a colleague understands. (The summary is missing)',
      'What kind of change is it? editorial [substantive]',
      'Record this?',
    ]);
    expect(printed).toContain('`10` became `20`');
    expect(printed.match(/`10` became `20`/g)).toHaveLength(2);
    expect(exitCode).toBe(0);
    expect(read(procedure)).toMatch(/act: approved\n\s+version: "3\.0"/);
    expect(read(procedure)).toContain('summary: "Twenty days"');
  });

  test('a change called editorial that touches a number is warned about', async () => {
    change(procedure, ['within 10 days', 'within 20 days'], ['status: approved', 'status: draft']);
    const { printed } = await atTerminal(
      { 'What kind of change is it?': 'editorial', 'Record this?': false },
      ...['approve', 'PRC-001', '--by', 'principal', '--version', '2.1', '--summary', 'Clearer'],
    );
    expect(printed).toContain(
      'Note: The change is called editorial, but it touches a number or a date: `10` became `20`.',
    );
    expect(printed).toContain('Nothing was written.');
    expect(read(procedure)).not.toContain('Clearer');
  });

  test('a refusal that no answer mends is told and asks nothing', async () => {
    const { asked, exitCode, printed } = await atTerminal({}, 'reinstate', 'PRC-001', '--by', 'principal');
    expect(asked).toEqual([]);
    expect(exitCode).toBe(1);
    expect(printed).toContain('expected `withdrawn`');
  });

  test('a withdrawal asks for the role and the reason, a review for what it led to', async () => {
    const withdrawn = await atTerminal(
      { 'Which role acts?': 'principal', 'Why?': 'No longer offered', 'Record this?': true },
      'withdraw',
      'PRC-001',
    );
    expect(withdrawn.asked[1]).toBe('Why? (The reason is missing)');
    expect(read(procedure)).toContain('reason: "No longer offered"');
    await atTerminal(
      { 'What did the review lead to?': 'editorial', 'Record this?': true },
      'review',
      'FRM-001',
    );
    expect(read('forms/frm-001.mdx')).toContain('outcome: editorial');
  });
});

describe('in a pipe', () => {
  test.each([
    [['approve', 'PRC-001'], '--by'],
    [['approve', 'PRC-001', '--by', 'principal'], '--version'],
    [['approve', 'PRC-001', '--by', 'principal', '--version', '3.0'], '--summary'],
    [['withdraw', 'PRC-001', '--by', 'principal'], '--reason'],
    [['supersede', 'PRC-001', '--by', 'principal'], '--with'],
  ])('eoms %j ends with 2 and names %s', (args, flag) => {
    const before = read(procedure);
    const { status, stderr, stdout } = eomsIn(...args);
    expect(status, stdout + stderr).toBe(2);
    expect(stderr).toContain(flag);
    expect(read(procedure)).toBe(before);
  });

  test('a role that may not approve is refused with 1', () => {
    const { status, stderr } = eomsIn(...['approve', 'PRC-001', '--by', 'registrar', '--version', '3.0']);
    expect(status).toBe(1);
    expect(stderr).toContain('by its author');
  });

  test.each([
    [
      ['review', 'PRC-001', '--date', '2026-04-01'],
      'Unexpected day `2026-04-01` of an act, expected 2026-03-31',
    ],
    [
      ['review', 'PRC-001', '--date', '2026-03-09'],
      'expected 2026-03-10, the day of the newest entry (reviewed 2.0)',
    ],
    [
      ['approve', 'manual.yaml', '--by', 'principal', '--version', '2.0', '--date', '2027-01-01'],
      'Unexpected day `2027-01-01` of an act',
    ],
    [['approve', 'manual.yaml', '--by', 'principle', '--version', '2.0'], 'did you mean `principal`'],
    [['review', 'PRC-001', '--by', 'nobody'], 'Unexpected role `nobody`'],
    [['submit', 'PRC-001'], 'raise `version` above 2.0 and set `status: draft`'],
    [['submit', 'PRC-0O1'], 'did you mean `PRC-001`'],
  ])('eoms %j is refused: %s', (args, words) => {
    const before = read(procedure) + read('manual.yaml');
    const { status, stderr, stdout } = eomsIn(...args);
    expect(status, stdout + stderr).toBe(1);
    expect(stderr).toContain(words);
    expect(read(procedure) + read('manual.yaml')).toBe(before);
  });

  test('what is handed in for review is shown with what changed since the approval', () => {
    change(
      procedure,
      ['version: "2.0"', 'version: "2.1"'],
      ['status: approved', 'status: draft'],
      ['10 days', '12 days'],
    );
    const { status, stdout, stderr } = eomsIn('submit', 'PRC-001');
    expect(status, stderr).toBe(0);
    expect(stdout).toContain('Changes since 2.0:');
    expect(stdout).toContain('`10` became `12`');
    expect(eomsIn('review', 'PRC-001').stdout).toContain('The text being worked on differs from 2.0:');
  });

  test('what is due can be asked for one document', () => {
    expect(eomsIn('review', 'PRC-001', '--due', '9999d').stdout).toMatch(
      /^2027-\d\d-\d\d {2}PRC-001 [^\n]*\n$/,
    );
    expect(eomsIn('review', 'PRC-020', '--due', '60d')).toMatchObject({ status: 2 });
  });
});

test('a document that another one supersedes is out of force, and both say so', () => {
  const second = read(procedure)
    .replace('id: PRC-001', 'id: PRC-002')
    .replace('version: "2.0"', 'version: "1.0"')
    .replace('status: approved', 'status: draft')
    .replace(/\neffective: .*/, '')
    .replace(/\nhistory:[\s\S]*?\n---/, '\n---');
  writeFileSync(join(root, 'content/procedures/prc-002.mdx'), second);
  const approve = ['approve', 'PRC-002', '--by', 'principal', '--summary', 'Takes the place of PRC-001'];
  // Named by nothing that is in force yet.
  expect(eomsIn(...['supersede', 'PRC-001', '--by', 'principal', '--with', 'PRC-002'])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('PRC-002 does not say that it supersedes PRC-001') as string,
  });
  expect(eomsIn(...['supersede', 'PRC-001', '--by', 'principal', '--with', 'PRC-020']).stderr).toContain(
    'Unexpected id `PRC-020` after --with, expected a document of the manual; did you mean `PRC-00',
  );
  change('procedures/prc-002.mdx', ['owner: registrar', 'owner: registrar\nsupersedes: [PRC-001]']);
  expect(eomsIn(...approve).status).toBe(0);
  const { status, stdout } = eomsIn(...['supersede', 'PRC-001', '--by', 'principal', '--with', 'PRC-002']);
  expect(status, stdout).toBe(0);
  expect(read(procedure)).toMatch(
    /history:\n\s+- act: superseded\n\s+version: "2\.0"\n\s+date: 2026-03-31\n\s+by: principal\n\s+summary: "Superseded by PRC-002"/,
  );
  const check = eomsIn('check');
  expect(check.stdout).not.toContain('history-');
  expect(check.stdout).not.toContain('competing');
});
