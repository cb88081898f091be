/** Tells when anything below a folder changes. */
import { existsSync, watch, type FSWatcher } from 'node:fs';

export interface WatchOptions {
  /** Milliseconds of quiet after the last change: editors write a file in several steps. */
  readonly quiet: number;
  /** Called once when the system cannot watch, e.g. out of watches; the folder is then looked at every second. */
  readonly onFallback: (reason: string) => void;
}

/** How often a folder is looked at that cannot be watched, or is not there. */
const interval = 1000;

/** Returns what stops it. `onChange` may be called without a change. A folder that goes and comes back is followed. */
export function watchFolder(
  folder: string,
  onChange: () => void,
  { quiet, onFallback }: WatchOptions,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let poll: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;
  const start = (): void => {
    try {
      watcher = watch(folder, { recursive: true }, changed).on('error', fallBack);
    } catch (error) {
      fallBack(error);
    }
  };
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      onChange();
      if (!existsSync(folder)) awaitReturn();
    }, quiet);
  };
  const awaitReturn = (): void => {
    watcher?.close();
    poll ??= setInterval(() => {
      if (!existsSync(folder)) return;
      clearInterval(poll);
      poll = undefined;
      start();
      changed();
    }, interval);
  };
  const fallBack = (error: unknown): void => {
    watcher?.close();
    if (!existsSync(folder)) awaitReturn();
    if (poll !== undefined) return;
    onFallback(error instanceof Error ? error.message : String(error));
    poll = setInterval(onChange, interval);
  };
  start();
  return () => {
    clearTimeout(timer);
    clearInterval(poll);
    watcher?.close();
  };
}
