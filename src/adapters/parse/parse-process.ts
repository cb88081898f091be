/** One child process for parsing, started when needed and again after it died. */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { RawDocument } from '../../core/model/document.ts';
import type { DigestedFile } from '../fs/read-manual.ts';
import { runTypeScript } from '../run-typescript.ts';

const usualScript = new URL('./parse-worker.ts', import.meta.url);

export class ParseProcess {
  #child: ChildProcess | undefined;
  readonly #deadline: number;
  readonly #script: URL;

  /** @param deadline milliseconds one call may take, the start of the process included */
  constructor(deadline: number, script = usualScript) {
    this.#deadline = deadline;
    this.#script = script;
  }

  /** The documents in the order of `files`; undefined where the process died or went past its deadline. */
  parse(files: readonly DigestedFile[]): Promise<readonly RawDocument[] | undefined> {
    const child = (this.#child ??= start(this.#script));
    return new Promise((resolve) => {
      const finish = (answer: readonly RawDocument[] | undefined): void => {
        clearTimeout(timer);
        child.off('message', onMessage).off('exit', onEnd).off('error', onEnd);
        if (answer === undefined) this.stop();
        resolve(answer);
      };
      const onMessage = (text: unknown): void => {
        finish(JSON.parse(String(text)) as RawDocument[]);
      };
      const onEnd = (): void => {
        finish(undefined);
      };
      const timer = setTimeout(onEnd, this.#deadline);
      child.once('message', onMessage).once('exit', onEnd).once('error', onEnd);
      child.send(files, (error) => {
        if (error !== null) onEnd();
      });
    });
  }

  stop(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }
}

function start(script: URL): ChildProcess {
  return fork(fileURLToPath(script), {
    execArgv: runTypeScript,
    serialization: 'advanced',
    // A parser that dies says so on its own account; the finding says it better.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}
