/** The line between faults of the content, which are findings, and faults of the surroundings, which end the run. */

/** The work cannot be done at all: exit code 2. The message is one clear sentence for the person at the terminal. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
  EEXIST: 'a file of that name is in the way',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EMFILE: 'too many open files',
  ENFILE: 'too many open files',
  EIO: 'the disk reports a fault',
  EBUSY: 'it is in use by another program',
  ENOTEMPTY: 'the folder is not empty',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'symbolic links lead round in a circle',
  EXDEV: 'it is on another file system',
  EADDRINUSE: 'the port is already in use',
  EADDRNOTAVAIL: 'this machine does not have that address',
  ENOTFOUND: 'the host name is not known',
};

/** The system's error code, e.g. `ENOENT`, or undefined where the value is no system error. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** A system error as the end of a sentence, `permission denied`; undefined for any other value. */
export function systemReason(error: unknown): string | undefined {
  const code = systemCode(error);
  return code === undefined ? undefined : reasons[code];
}

/** Runs `work`; a system error becomes `CannotRun` with `what` before its reason. Other errors pass. */
export function orCannotRun<Result>(what: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const reason = systemReason(error);
    if (reason === undefined) throw error;
    throw new CannotRun(`${what}: ${reason}`, { cause: error });
  }
}
