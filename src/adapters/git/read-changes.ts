/**
 * The history of every file of the content folder, from one run of `git log`.
 *
 * It is started before the manual is parsed and writes into a file, so that it runs beside the parser without
 * waiting to be read; what it wrote is then read piece by piece. Memory grows with the number of files and of the
 * days on which someone changed them, not with the length of the history.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { ChangeLog, FileChanges, HistoryTrouble } from '../../core/model/source-history.ts';
import { gitEnvironment, openRepository, type Repository, troubleOf } from './git.ts';
import { followFiles } from './follow-files.ts';
import { type LoggedCommit, logFormat, parseLog } from './parse-log.ts';

export interface PendingChanges {
  /** To be called once, late. Never rejects: what goes wrong is `trouble`. */
  readonly result: () => Promise<ChangeLog>;
  /** Ends what is still running and takes temporary files away. Harmless after `result`. */
  readonly stop: () => void;
}

/** @param folder the content folder, absolute */
export function startReadingChanges(folder: string): PendingChanges {
  const repository = openRepository(folder);
  if (typeof repository === 'string')
    return { result: () => Promise.resolve(unknownChanges(repository)), stop: () => undefined };
  const temporary = mkdtempSync(join(tmpdir(), 'eoms-git-'));
  const log = start(folder, repository, [...logArguments, ...inContent], join(temporary, 'log'));
  const status = start(folder, repository, statusArguments, join(temporary, 'status'));
  const stop = (): void => {
    for (const { child } of [log, status]) child.kill();
    rmSync(temporary, { recursive: true, force: true });
  };
  return {
    stop,
    result: async () => {
      const troubles = [await log.end, await status.end].filter((trouble) => trouble !== undefined);
      try {
        if (troubles[0] !== undefined) return unknownChanges(troubles[0]);
        const shown = (path: string): string | undefined =>
          path.startsWith(repository.prefix)
            ? `${basename(folder)}/${path.slice(repository.prefix.length)}`.normalize('NFC')
            : undefined;
        return {
          files: gatherChanges(parseLog(readChunks(log.file)), shown),
          uncommitted: readStatus(status.file, shown),
          prefix: parentOf(repository.prefix),
        };
      } finally {
        stop();
      }
    },
  };
}

export const unknownChanges = (trouble: HistoryTrouble): ChangeLog => ({
  trouble,
  files: new Map(),
  uncommitted: new Set(),
  prefix: '',
});

/** All but the frozen copies, which nobody edits. */
export const inContent = ['--', '.', ':(exclude)archive'];

/** Of a log that `parseLog` reads. The range and the paths come after it. */
export const logArguments = [
  'log',
  '-z',
  '--raw',
  '--no-abbrev',
  '--find-renames',
  // No parent before its children: a file is followed back through its names.
  '--date-order',
  // What was changed while merging, and nothing that came in by the merge.
  '--diff-merges=combined',
  '--no-ext-diff',
  '--no-textconv',
  '--no-show-signature',
  '--no-notes',
  '--no-decorate',
  '--no-color',
  '--no-mailmap',
  '--encoding=UTF-8',
  `--format=${logFormat}%x00`,
];

const statusArguments = [
  'status',
  '--porcelain=v1',
  '-z',
  '--no-renames',
  '--untracked-files=all',
  '--ignore-submodules=all',
  ...inContent,
];

interface Running {
  readonly child: ChildProcess;
  readonly file: string;
  readonly end: Promise<HistoryTrouble | undefined>;
}

function start(folder: string, repository: Repository, args: readonly string[], file: string): Running {
  const [output, errors] = [openSync(file, 'w'), openSync(`${file}.errors`, 'w')];
  const child = spawn('git', [...repository.arguments, ...args], {
    cwd: folder,
    env: gitEnvironment(),
    stdio: ['ignore', output, errors],
  });
  closeSync(output);
  closeSync(errors);
  const end = new Promise<HistoryTrouble | undefined>((resolve) => {
    child.on('error', () => {
      resolve('no-git');
    });
    child.on('close', (code) => {
      if (code === 0) resolve(undefined);
      else
        try {
          resolve(troubleOf(readFileSync(`${file}.errors`, 'utf8')));
        } catch {
          resolve('failed');
        }
    });
  });
  return { child, file, end };
}

function* readChunks(file: string): Generator<Buffer> {
  const descriptor = openSync(file, 'r');
  const buffer = Buffer.allocUnsafe(1 << 20);
  try {
    for (let size = readSync(descriptor, buffer); size > 0; size = readSync(descriptor, buffer))
      yield buffer.subarray(0, size);
  } finally {
    closeSync(descriptor);
  }
}

function readStatus(file: string, shown: (path: string) => string | undefined): Set<string> {
  const entries = readFileSync(file, 'utf8').split('\0');
  return new Set(entries.flatMap((entry) => shown(entry.slice(3)) ?? []));
}

/** `docs/` for `docs/content/`. */
const parentOf = (prefix: string): string => prefix.replace(/[^/]*\/$/, '');

interface Gathered {
  /** Of the newest change; counts up as the log goes back. */
  position: number;
  commit: string;
  date: string;
  /** `<day> <e-mail>` */
  readonly contributions: Set<string>;
}

function gatherChanges(
  commits: Iterable<LoggedCommit>,
  shown: (path: string) => string | undefined,
): Map<string, FileChanges> {
  const gathered = followFiles<Gathered>(commits, {
    begin: ({ hash, day }, position) => ({ position, commit: hash, date: day, contributions: new Set() }),
    add: (file, { before }, { day, author }) => {
      // Whoever merges two changes of a file is no author of it.
      if (before.length === 1) file.contributions.add(`${day} ${author.toLowerCase()}`);
    },
    join: (file, earlier) => {
      for (const one of earlier.contributions) file.contributions.add(one);
      if (earlier.position < file.position)
        Object.assign(file, { position: earlier.position, commit: earlier.commit, date: earlier.date });
    },
  });
  return new Map(
    [...gathered].flatMap(([path, { commit, date, contributions }]) => {
      const name = shown(path);
      if (name === undefined) return [];
      const list = [...contributions].map((one) => ({ date: one.slice(0, 10), email: one.slice(11) }));
      return [[name, { lastChange: { commit, date }, contributions: list }] as const];
    }),
  );
}
