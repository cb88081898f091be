/**
 * Reads PDF files in a thread of its own, started when the first is asked for. A file that hangs the reader or
 * eats its memory takes the thread with it and no more.
 */
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FormFile } from '../../core/model/form-file.ts';
import { runTypeScript } from '../run-typescript.ts';

/** Milliseconds for one file: a guard against hanging; a form takes some tens. */
const deadline = 20_000;
const memoryInMegabytes = 400;

const script = new URL('./pdf-worker.ts', import.meta.url);

type Read = Pick<FormFile, 'says' | 'unreadable'>;

export class PdfReader {
  #worker: Worker | undefined;

  /** Never rejects: what cannot be read is said in `unreadable`. */
  read(bytes: Uint8Array): Promise<Read> {
    const worker = (this.#worker ??= new Worker(fileURLToPath(script), {
      execArgv: runTypeScript,
      resourceLimits: { maxOldGenerationSizeMb: memoryInMegabytes },
      // Its warnings about fonts are of no use to anybody.
      stdout: true,
      stderr: true,
    }));
    return new Promise((resolve) => {
      const finish = (read: Read, isAlive: boolean): void => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onEnd).off('exit', onEnd);
        if (!isAlive) void this.stop();
        resolve(read);
      };
      const onMessage = (read: Read): void => {
        finish(read, true);
      };
      const onEnd = (): void => {
        finish({ unreadable: 'reading it takes more time or memory than a form needs' }, false);
      };
      const timer = setTimeout(onEnd, deadline);
      worker.once('message', onMessage).once('error', onEnd).once('exit', onEnd);
      worker.postMessage(bytes);
    });
  }

  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    // An error after it was given up on is nobody's concern.
    worker?.on('error', () => undefined);
    await worker?.terminate();
  }
}
