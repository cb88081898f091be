/** Acts on a manual on the disk: stopped at every write, and done in two branches of one repository. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ActRequest } from '../../core/acts/act.ts';
import { planAct } from '../../core/acts/plan-act.ts';
import type { CalendarDate } from '../../core/model/calendar-date.ts';
import { loadManual, type LoadedManual } from '../load-manual.ts';
import { type Disk, realDisk, writeAct } from './write-act.ts';

const sound = fileURLToPath(new URL('../../testing/cases/control/sound/content', import.meta.url));
const today = '2026-03-31' as CalendarDate;
const file = 'procedures/prc-001.mdx';

let root: string;
let content: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'eoms-act-'));
  content = join(root, 'content');
  cpSync(sound, content, { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const load = (): Promise<LoadedManual> => loadManual({ content, today, where: 'here' });

function change(path: string, from: string, to: string): void {
  const before = readFileSync(join(content, path), 'utf8');
  if (!before.includes(from)) throw new Error(`not in ${path}: ${from}`);
  writeFileSync(join(content, path), before.replace(from, to));
}

async function perform(
  request: Partial<ActRequest> & Pick<ActRequest, 'act' | 'id'>,
  disk?: Disk,
): Promise<void> {
  const loaded = await load();
  const sources = new Map(loaded.files.documents.map((one) => [one.path, one.text]));
  const plan = planAct({ by: 'principal', date: today, ...request }, loaded, (path) => sources.get(path));
  if ('refused' in plan) throw new Error(plan.refused.message);
  writeAct(plan.planned, content, disk);
}

function draftOfVersionThree(): void {
  change(file, 'within 10 days', 'within 20 days');
  change(file, 'version: "2.0"', 'version: "3.0"');
  change(file, 'status: approved', 'status: draft');
}

const approveThree = { act: 'approve', id: 'PRC-001', summary: 'Twenty days' } as const;

/** A disk that fails before its `stopAt`th change, or halfway through it, as when the machine loses power. */
function failingDisk(
  stopAt: number,
  halfway: boolean,
  fault = new Error('power lost'),
): { disk: Disk; count: () => number } {
  let done = 0;
  const step =
    <Arguments extends unknown[]>(real: (...args: Arguments) => void, half?: (...args: Arguments) => void) =>
    (...args: Arguments): void => {
      if (++done === stopAt) {
        if (halfway) half?.(...args);
        throw fault;
      }
      real(...args);
    };
  return {
    count: () => done,
    disk: {
      makeFolder: step(realDisk.makeFolder),
      writeFile: step(realDisk.writeFile, (path, text) => {
        realDisk.writeFile(path, text.slice(0, text.length / 2));
      }),
      rename: step(realDisk.rename),
      remove: step(realDisk.remove),
    },
  };
}

const stateOf = ({ control, facts, counts }: LoadedManual): unknown => ({
  version: facts.documentById.get('PRC-001')?.document.frontMatter.version,
  published: facts.documentById.get('PRC-001')?.document.body.segments,
  versions: control.byId.get('PRC-001')?.versions.map((one) => `${one.version} ${one.state}`),
  working: control.byId.get('PRC-001')?.working.frontMatter.status,
  errors: counts.error,
});

describe('an act that is stopped', () => {
  test.each([false, true])('at every write, halfway %s: the old state or the new one', async (halfway) => {
    draftOfVersionThree();
    const before = stateOf(await load());
    const counting = failingDisk(Infinity, false);
    cpSync(content, join(root, 'kept'), { recursive: true });
    await perform(approveThree, counting.disk);
    const after = stateOf(await load());
    expect(after).not.toEqual(before);
    expect(counting.count()).toBeGreaterThan(5);
    for (let stopAt = 1; stopAt <= counting.count(); stopAt++) {
      rmSync(content, { recursive: true });
      cpSync(join(root, 'kept'), content, { recursive: true });
      await expect(perform(approveThree, failingDisk(stopAt, halfway).disk)).rejects.toThrow();
      const stopped = await load();
      expect([before, after], `stopped at ${stopAt}`).toContainEqual(stateOf(stopped));
      expect(stopped.findings.filter((finding) => finding.rule !== 'unfinished-act')).toEqual([]);
      // The next act does it all and leaves nothing lying about.
      await perform(approveThree);
      const done = await load();
      expect(stateOf(done)).toEqual(after);
      expect(done.findings).toEqual([]);
      expect(
        readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((path) =>
          path.includes('unfinished'),
        ),
      ).toEqual([]);
    }
  });

  test('on a disk that is full it says so and leaves the old state, wherever the room ends', async () => {
    draftOfVersionThree();
    const before = stateOf(await load());
    const counting = failingDisk(Infinity, false);
    cpSync(content, join(root, 'kept'), { recursive: true });
    await perform(approveThree, counting.disk);
    for (let stopAt = 1; stopAt <= counting.count(); stopAt++) {
      rmSync(content, { recursive: true });
      cpSync(join(root, 'kept'), content, { recursive: true });
      const full = failingDisk(
        stopAt,
        true,
        Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' }),
      );
      await expect(perform(approveThree, full.disk)).rejects.toThrow(
        'Cannot record the act on PRC-001: the disk is full',
      );
      expect(stateOf(await load()), `full at ${stopAt}`).toEqual(before);
    }
  });

  test('a document that was changed meanwhile is not overwritten', async () => {
    draftOfVersionThree();
    const loaded = await load();
    const text = loaded.files.documents.find((one) => one.path === `content/${file}`)?.text;
    const plan = planAct({ ...approveThree, by: 'principal', date: today }, loaded, () => text);
    change(file, 'within 20 days', 'within 30 days');
    expect(() => {
      if ('planned' in plan) writeAct(plan.planned, content);
    }).toThrow('was changed while the act was prepared');
    expect(readFileSync(join(content, file), 'utf8')).toContain('within 30 days');
  });
});

describe('two branches', () => {
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const branch = async (name: string, work: () => Promise<void>): Promise<void> => {
    git('checkout', '-q', '-b', name, 'main');
    await work();
    git('add', '.');
    git('commit', '-q', '-m', name);
    git('checkout', '-q', 'main');
  };
  beforeEach(() => {
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-q', '-m', 'begin');
  });

  test('that approve different documents merge without conflict', async () => {
    await branch('one', async () => {
      draftOfVersionThree();
      await perform(approveThree);
    });
    await branch('two', async () => {
      change('forms/frm-001.mdx', 'Name and date.', 'Name, date and address.');
      change('forms/frm-001.mdx', 'version: "1.0"', 'version: "2.0"');
      change('forms/frm-001.mdx', 'status: approved', 'status: draft');
      await perform({ act: 'approve', id: 'FRM-001', summary: 'Address asked for' });
    });
    git('merge', '-q', '--no-edit', 'one');
    git('merge', '-q', '--no-edit', 'two');
    const merged = await load();
    expect(merged.findings).toEqual([]);
    expect(merged.facts.documentById.get('PRC-001')?.document.frontMatter.version).toBe('3.0');
    expect(merged.facts.documentById.get('FRM-001')?.document.frontMatter.version).toBe('2.0');
  });

  test('that approve the same document conflict where a person sees it', async () => {
    await branch('one', async () => {
      draftOfVersionThree();
      await perform(approveThree);
    });
    await branch('two', async () => {
      draftOfVersionThree();
      change(file, 'within 20 days', 'within 25 days');
      await perform({ ...approveThree, summary: 'Twenty-five days' });
    });
    git('merge', '-q', '--no-edit', 'one');
    expect(() => git('merge', '-q', '--no-edit', 'two')).toThrow();
    expect(git('diff', '--name-only', '--diff-filter=U').trim().split('\n')).toContain(`content/${file}`);
    const conflicted = await load();
    expect(conflicted.counts.error).toBeGreaterThan(0);
  });
});
