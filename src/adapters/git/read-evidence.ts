/** Which commits brought the entries of each history, who made them, and whether they are signed. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { PersonRow } from '../../../schemas/registers.ts';
import { findOrigins, type TextVersion } from '../../core/control/entry-origins.ts';
import type {
  CommitEvidence,
  FileEvidence,
  SignatureEvidence,
  SignatureState,
} from '../../core/control/signature-evidence.ts';
import type { SourceFile } from '../../core/model/place.ts';
import { decodeText } from '../fs/decode-text.ts';
import { CannotRun } from '../fs/system-error.ts';
import { followFiles } from './follow-files.ts';
import type { HistoryTrouble } from '../../core/model/source-history.ts';
import { openRepository, type Repository, runGit } from './git.ts';
import { type LoggedCommit, parseLog } from './parse-log.ts';
import { inContent, logArguments } from './read-changes.ts';

export interface EvidenceOptions {
  /** The content folder, absolute. */
  readonly folder: string;
  /** The controlled texts as they are checked. */
  readonly files: readonly SourceFile[];
  /** Entries that were there at this commit are not looked at. */
  readonly after?: string | undefined;
  readonly withSignatures: boolean;
  readonly people: readonly PersonRow[];
  /** The register of people, whose earlier texts are needed. */
  readonly peopleFile: string;
}

/** @throws CannotRun where Git cannot tell who did what, with what to do about it */
export function readEvidence(options: EvidenceOptions): SignatureEvidence {
  const { folder, files } = options;
  const repository = openRepository(folder);
  if (typeof repository === 'string') throw new CannotRun(whatToDo[repository]);
  const git = (args: readonly string[], input?: string): Buffer => {
    const { status, output, complaint } = runGit(folder, args, { input, before: repository.arguments });
    if (status === 0) return output;
    throw new CannotRun(
      /does not have any commits|unknown revision|ambiguous argument 'HEAD'/.test(complaint)
        ? whatToDo['no-commit']
        : `Git could not say who brought the history entries: ${complaint.split('\n')[0] ?? ''}`,
    );
  };
  git(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  const after = options.after !== undefined && isBefore(options.after, folder, repository);
  const range = after ? [`${options.after ?? ''}..HEAD`] : ['HEAD'];
  const commits = new Map<string, LoggedCommit>();
  const log = git([...logArguments, ...range, ...inContent]);
  const changes = followFiles<Version[]>(parseLog([log]), {
    begin: () => [],
    add: (file, { before, after: blob }, commit) => {
      commits.set(commit.hash, commit);
      file.push({ commit: commit.hash, before, after: blob });
    },
    join: (file, earlier) => {
      file.push(...earlier);
    },
  });
  const heads = readTree(git, repository.prefix);
  const contentFolder = basename(folder);
  const evidence = new Map<string, FileEvidence>();
  const found = files.map((file) => {
    const path = repository.prefix + file.path.slice(contentFolder.length + 1);
    const head = heads.get(path.normalize('NFC'));
    return { file, head: head?.blob, versions: changes.get(head?.path ?? path) ?? [] };
  });
  // A few hundred at a time: neither a process for each file nor all earlier texts in memory.
  for (let at = 0; at < found.length; at += 200) {
    const some = found.slice(at, at + 200);
    const blobs = readBlobs(
      git,
      some.flatMap(({ head, versions }) => [head, ...versions.flatMap((one) => [one.after, ...one.before])]),
    );
    const textOf = (blob: string | undefined): string => blobs.get(blob ?? '') ?? '';
    for (const { file, head, versions } of some) {
      const texts: TextVersion[] = versions.map((one) => ({
        commit: one.commit,
        before: one.before.map(textOf),
        after: textOf(one.after),
      }));
      const origins = findOrigins(file.text, textOf(head), texts);
      evidence.set(file.path, { origins, versions: file.path === options.peopleFile ? texts : [] });
    }
  }
  const asked = [
    ...new Set([...evidence.values()].flatMap((one) => one.origins.flatMap((origin) => origin.commits))),
  ];
  const signatures = options.withSignatures ? readSignatures(options, repository, asked) : undefined;
  return {
    files: evidence,
    commits: new Map(
      asked.flatMap((hash) => {
        const commit = commits.get(hash);
        if (commit === undefined) return [];
        const { day, author, committer } = commit;
        return [[hash, { hash, day, author, committer, signature: signatures?.get(hash) }] as const];
      }),
    ),
    after: after ? options.after : undefined,
    fingerprintOf,
  };
}

const whatToDo: Readonly<Record<HistoryTrouble, string>> = {
  'no-git': 'Git could not be started; `eoms check --signatures` asks it who brought each history entry.',
  'no-repository':
    'The content folder is in no Git repository; `eoms check --signatures` looks there for who brought each history entry.',
  'no-commit': 'Nothing was committed yet, so nobody brought a history entry. Commit first.',
  'shallow-clone':
    'This is a shallow clone, which leaves out the commits that brought the history entries. Fetch them: git fetch --unshallow (in GitHub Actions: fetch-depth: 0 for actions/checkout; in GitLab: GIT_DEPTH: 0).',
  'partial-clone':
    'This is a partial clone, which leaves out earlier texts. Clone the whole repository, without --filter.',
  'untrusted-folder':
    'Git does not trust the folder, which belongs to another user. Allow it: git config --global --add safe.directory PATH.',
  failed: 'Git could not read the repository of the content folder.',
};

interface Version {
  readonly commit: string;
  readonly before: readonly string[];
  readonly after: string;
}

function isBefore(commit: string, folder: string, { arguments: before }: Repository): boolean {
  return runGit(folder, ['merge-base', '--is-ancestor', commit, 'HEAD'], { before }).status === 0;
}

/** Blobs of the newest commit by path, which is also given as Git writes it. */
function readTree(
  git: (args: readonly string[]) => Buffer,
  prefix: string,
): Map<string, { readonly blob: string; readonly path: string }> {
  const args = ['ls-tree', '-r', '-z', '--full-tree', 'HEAD'];
  const entries = git(prefix === '' ? args : [...args, '--', prefix])
    .toString()
    .split('\0');
  return new Map(
    entries.flatMap((entry) => {
      const match = /^100\d{3} blob ([0-9a-f]+)\t([\s\S]+)$/.exec(entry);
      const [, blob, path] = match ?? [];
      return blob === undefined || path === undefined
        ? []
        : [[path.normalize('NFC'), { blob, path }] as const];
    }),
  );
}

function readBlobs(
  git: (args: readonly string[], input: string) => Buffer,
  wanted: readonly (string | undefined)[],
): Map<string, string> {
  const names = [...new Set(wanted)].filter((name) => name !== undefined && !/^0*$/.test(name));
  const texts = new Map<string, string>();
  if (names.length === 0) return texts;
  const output = git(['cat-file', '--batch'], names.map((name) => `${name}\n`).join(''));
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf(10, at);
    const [name = '', kind, length] = output.toString('utf8', at, end).split(' ');
    at = end + 1;
    if (length === undefined) continue;
    const size = Number(length);
    if (kind === 'blob') texts.set(name, decodeText('', output.subarray(at, at + size)).text);
    at += size + 1;
  }
  return texts;
}

/** Letters of `%G?`. A key that has expired since, or that nobody certified, still made the signature. */
const states: Readonly<Record<string, SignatureState>> = {
  G: 'good',
  U: 'good',
  Y: 'good',
  N: 'none',
  B: 'bad',
  X: 'expired',
  R: 'revoked',
  E: 'unknown-key',
};

function readSignatures(
  { folder, people }: EvidenceOptions,
  repository: Repository,
  commits: readonly string[],
): Map<string, NonNullable<CommitEvidence['signature']>> {
  const temporary = mkdtempSync(join(tmpdir(), 'eoms-signers-'));
  try {
    const signers = join(temporary, 'allowed-signers');
    writeFileSync(signers, allowedSigners(people));
    const { status, output, complaint } = runGit(
      folder,
      ['log', '--no-walk=unsorted', '--stdin', '-z', '--no-show-signature', '--format=%H %G? %GF %GP'],
      {
        input: commits.map((hash) => `${hash}\n`).join(''),
        before: [
          ...repository.arguments,
          ...['-c', `gpg.ssh.allowedSignersFile=${signers}`, '-c', 'gpg.ssh.revocationFile='],
          ...['-c', 'gpg.minTrustLevel=undefined'],
        ],
      },
    );
    if (status !== 0) throw new CannotRun(`Git could not read signatures: ${complaint.split('\n')[0] ?? ''}`);
    return new Map(
      output
        .toString()
        .split('\0')
        .flatMap((line) => {
          const [hash = '', letter = '', ...keys] = line.trim().split(' ');
          if (hash === '') return [];
          const known = keys.filter((key) => key !== '').map((key) => fingerprintOf(key));
          return [[hash, { state: states[letter] ?? 'unknown-key', keys: known }] as const];
        }),
    );
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** What ssh-keygen takes as the list of whose keys count; it says `good` for others too, and their key is compared. */
const allowedSigners = (people: readonly PersonRow[]): string =>
  people
    .flatMap(({ emails, keys = [] }) =>
      keys
        .filter((key) => key.includes(' '))
        .map((key) => `${emails.join(',')} namespaces="git" ${key.split(' ').slice(0, 2).join(' ')}\n`),
    )
    .join('');

/** `SHA256:…` of a public SSH key; what is a fingerprint already as it is compared. */
function fingerprintOf(key: string): string {
  const [, blob] = key.split(' ');
  if (blob !== undefined)
    return `SHA256:${createHash('sha256').update(Buffer.from(blob, 'base64')).digest('base64').replace(/=+$/, '')}`;
  return key.startsWith('SHA256:') ? key : key.toUpperCase();
}
