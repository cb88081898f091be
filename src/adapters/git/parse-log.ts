/** Reads what `git log -z --raw` prints, commit by commit, without holding more than one of them. */

/** Printed before the changes of each commit; every field ends in NUL. */
export const logFormat = 'commit %H%x00%cs%x00%ae%x00%ce';

export interface LoggedCommit {
  readonly hash: string;
  /** Day of the commit where it was made, `YYYY-MM-DD`. */
  readonly day: string;
  readonly author: string;
  readonly committer: string;
  readonly changes: readonly LoggedChange[];
}

export interface LoggedChange {
  /** From the top of the repository. */
  readonly path: string;
  /** The path before, where the file was renamed. */
  readonly from?: string | undefined;
  readonly kind: 'added' | 'deleted' | 'renamed' | 'changed';
  /** Blobs in the parents; all zeros where there was none. One for each parent of a merge. */
  readonly before: readonly string[];
  readonly after: string;
}

/** @param chunks the bytes as they come, cut anywhere */
export function* parseLog(chunks: Iterable<Buffer>): Generator<LoggedCommit> {
  const tokens = readTokens(chunks);
  const next = (): string => tokens.next().value ?? '';
  let commit: (Omit<LoggedCommit, 'changes'> & { changes: LoggedChange[] }) | undefined;
  for (let token = tokens.next(); token.done !== true; token = tokens.next()) {
    // Paths and names are taken by their count, so that none of them can pass for the head of a commit.
    const head = token.value.replace(/^\n+/, '');
    if (head.startsWith('commit ')) {
      if (commit !== undefined) yield commit;
      commit = { hash: head.slice(7), day: next(), author: next(), committer: next(), changes: [] };
    } else if (head.startsWith(':')) commit?.changes.push(readChange(head, next));
  }
  if (commit !== undefined) yield commit;
}

function readChange(head: string, next: () => string): LoggedChange {
  const parents = /^:+/.exec(head)?.[0].length ?? 1;
  const fields = head.slice(parents).split(' ');
  const status = fields.at(-1) ?? '';
  const blobs = fields.slice(parents + 1, -1);
  const before = blobs.slice(0, parents);
  const after = blobs[parents] ?? '';
  // What a merge prints names the file once, as it is called afterwards.
  if (parents > 1) return { path: next(), kind: 'changed', before, after };
  if (status.startsWith('R') || status.startsWith('C')) {
    const from = next();
    return { path: next(), from, kind: status.startsWith('R') ? 'renamed' : 'added', before, after };
  }
  const kind = status === 'A' ? 'added' : status === 'D' ? 'deleted' : 'changed';
  return { path: next(), kind, before, after };
}

function* readTokens(chunks: Iterable<Buffer>): Generator<string, undefined> {
  let rest: Buffer = Buffer.alloc(0);
  for (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let at = 0;
    for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, at)) {
      yield bytes.toString('utf8', at, end);
      at = end + 1;
    }
    // The chunk's memory is used again by the caller.
    rest = Buffer.from(bytes.subarray(at));
  }
  if (rest.length > 0) yield rest.toString('utf8');
  return undefined;
}
