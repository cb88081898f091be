/** Tells when anything below a folder changes. */
import { watch, type FSWatcher } from 'node:fs';

export interface WatchOptions {
  /** Milliseconds of quiet after the last change: editors write a file in several steps. */
  readonly quiet: number;
  /** Called once when the system cannot watch, e.g. out of watches; the folder is then looked at every second. */
  readonly onFallback: (reason: string) => void;
}

/** Returns what stops it. `onChange` may be called without a change. */
export function watchFolder(
  folder: string,
  onChange: () => void,
  { quiet, onFallback }: WatchOptions,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let poll: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(onChange, quiet);
  };
  const fallBack = (error: unknown): void => {
    watcher?.close();
    if (poll !== undefined) return;
    onFallback(error instanceof Error ? error.message : String(error));
    poll = setInterval(onChange, 1000);
  };
  try {
    watcher = watch(folder, { recursive: true }, changed).on('error', fallBack);
  } catch (error) {
    fallBack(error);
  }
  return () => {
    clearTimeout(timer);
    clearInterval(poll);
    watcher?.close();
  };
}
