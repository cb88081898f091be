/** Repositories of Git for tests, in temporary folders, untouched by the settings of the machine. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';

export interface Identity {
  readonly email: string;
  /** Day of the commit, `YYYY-MM-DD`. */
  readonly day?: string;
  /** Who commits, where it is not the author. */
  readonly committer?: string;
  /** Arguments before the command, such as those that sign. */
  readonly settings?: readonly string[];
}

export interface GitRepository {
  readonly folder: string;
  readonly write: (path: string, text: string | Uint8Array) => void;
  readonly git: (...args: string[]) => string;
  /** Commits everything and gives the name of the commit. */
  readonly commit: (message: string, by: Identity) => string;
  readonly gitAs: (by: Identity, ...args: string[]) => string;
  readonly remove: () => void;
}

export function createRepository(): GitRepository {
  const folder = mkdtempSync(join(tmpdir(), 'eoms-repository-'));
  const run = (args: readonly string[], environment: Readonly<Record<string, string>> = {}): string => {
    const { status, stdout, stderr } = spawnSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_SYSTEM: '/dev/null',
        GIT_AUTHOR_NAME: 'Nobody',
        GIT_AUTHOR_EMAIL: 'nobody@example.invalid',
        GIT_COMMITTER_NAME: 'Nobody',
        GIT_COMMITTER_EMAIL: 'nobody@example.invalid',
        ...environment,
      },
    });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout.trim();
  };
  const gitAs = (by: Identity, ...args: string[]): string => {
    const date = `${by.day ?? '2026-02-01'}T12:00:00+00:00`;
    return run([...(by.settings ?? []), ...args], {
      GIT_AUTHOR_NAME: 'Canary Author',
      GIT_AUTHOR_EMAIL: by.email,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_NAME: 'Canary Author',
      GIT_COMMITTER_EMAIL: by.committer ?? by.email,
      GIT_COMMITTER_DATE: date,
    });
  };
  const git = (...args: string[]): string => run(args);
  git('init', '-q', '-b', 'main');
  return {
    folder,
    git,
    gitAs,
    write: (path, text) => {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    },
    commit: (message, by) => {
      git('add', '-A');
      gitAs(by, 'commit', '-q', '--allow-empty', '-m', message);
      return git('rev-parse', 'HEAD');
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
