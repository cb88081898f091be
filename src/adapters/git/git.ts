/**
 * Starting Git on a repository that is not trusted: nothing its configuration, its attributes or the environment
 * says may start a program, change what is printed, or reach the network. No shell is involved anywhere.
 */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import type { HistoryTrouble } from '../../core/model/source-history.ts';
import { systemCode } from '../fs/system-error.ts';

export interface Repository {
  /** The content folder seen from the top of the repository, empty or with a slash at the end. */
  readonly prefix: string;
  /** Arguments that stand before every command. */
  readonly arguments: readonly string[];
}

/** In force for every command, whatever the configuration says. */
const settings = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.pager=cat',
  'core.untrackedCache=false',
  'core.attributesFile=/dev/null',
  'diff.external=',
  'diff.relative=false',
  'diff.renameLimit=2000',
  'diff.orderFile=/dev/null',
  'log.showSignature=false',
  'log.mailmap=false',
  'log.showRoot=true',
  'log.follow=false',
  'color.ui=never',
  'gpg.program=gpg',
  'gpg.openpgp.program=gpg',
  'gpg.ssh.program=ssh-keygen',
  'gpg.x509.program=gpgsm',
  'protocol.allow=never',
];

export const gitArguments: readonly string[] = [
  '--no-pager',
  '--no-optional-locks',
  '--no-replace-objects',
  ...settings.flatMap((setting) => ['-c', setting]),
];

/**
 * The environment without what would lead Git elsewhere, such as the variables a hook is started with. Settings
 * for a whole machine (`GIT_CONFIG_…`), by which a pipeline trusts its checkout, stay.
 */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !name.startsWith('GIT_') ||
      /^GIT_(?:CONFIG_.*|EXEC_PATH|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM)$/.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    LANGUAGE: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_GRAFT_FILE: '/dev/null',
  };
}

/** Runs one command to its end. `status` is undefined where Git could not be started. */
export function runGit(
  folder: string,
  args: readonly string[],
  options: { readonly input?: string | undefined; readonly before?: readonly string[] } = {},
): { readonly status: number | undefined; readonly output: Buffer; readonly complaint: string } {
  const run = spawnSync('git', [...(options.before ?? gitArguments), ...args], {
    cwd: folder,
    env: gitEnvironment(),
    input: options.input ?? '',
    maxBuffer: 1 << 30,
    timeout: 600_000,
  });
  // Nothing was printed where Git could not be started.
  if (run.error !== undefined && run.status === null)
    return {
      status: systemCode(run.error) === 'ENOENT' ? undefined : 128,
      output: Buffer.alloc(0),
      complaint: run.error.message,
    };
  return { status: run.status ?? 128, output: run.stdout, complaint: run.stderr.toString().trim() };
}

/** @param folder the content folder, absolute */
export function openRepository(folder: string): Repository | HistoryTrouble {
  const { status, output, complaint } = runGit(folder, [
    'rev-parse',
    '--is-shallow-repository',
    '--show-prefix',
  ]);
  if (status === undefined) return 'no-git';
  if (status !== 0) return troubleOf(complaint);
  const [isShallow, ...prefix] = output.toString().replace(/\n$/, '').split('\n');
  if (isShallow !== 'false') return 'shallow-clone';
  // Contents that were left out would be fetched from elsewhere when they are compared.
  if (configured(folder, String.raw`^(extensions\.partialclone|remote\..*\.promisor)$`).length > 0)
    return 'partial-clone';
  return { prefix: prefix.join('\n'), arguments: argumentsFor(folder) };
}

/** For commands that look at the files of the folder. A filter is a program that Git starts to compare one. */
export const argumentsFor = (folder: string): readonly string[] => [
  ...gitArguments,
  ...configured(folder, String.raw`^filter\..*\.(clean|smudge|process|required)$`).flatMap((name) => [
    '-c',
    `${name}=${name.endsWith('.required') ? 'false' : ''}`,
  ]),
];

/** Names of settings, wherever they stand. */
const configured = (folder: string, pattern: string): string[] =>
  runGit(folder, ['config', '-z', '--name-only', '--get-regexp', pattern])
    .output.toString()
    .split('\0')
    .filter((name) => name !== '');

export function troubleOf(complaint: string): HistoryTrouble {
  if (/not a git repository/i.test(complaint)) return 'no-repository';
  if (/dubious ownership|safe\.directory/i.test(complaint)) return 'untrusted-folder';
  if (/does not have any commits|unknown revision|bad revision 'HEAD'/i.test(complaint)) return 'no-commit';
  return 'failed';
}
