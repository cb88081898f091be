/** What a command may touch of the world round it: streams, environment, exit code. One object a run. */
import process from 'node:process';
import { type Asker, createAsker } from './ask.ts';
import { clearLine, cursorTo } from 'node:readline';

export interface Session {
  /** Results. Resolves when the text is written, so that nothing is lost at the end of the process. */
  readonly print: (text: string) => Promise<void>;
  /** Errors and remarks, one or more whole lines. */
  readonly tell: (text: string) => void;
  /** One line that is replaced by the next and disappears at the end. Shown on a terminal only. */
  readonly progress: (text: string) => void;
  /** Asks the person at the terminal; undefined in pipes and on build machines. */
  readonly ask?: Asker | undefined;
  /** Whether results go to a terminal that shows colours. */
  readonly color: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** 0 clean, 1 findings, 2 could not run. */
  exitCode: number;
}

/** The session of the running process. */
export function createSession(): Session {
  const { stdout, stderr, env } = process;
  let shown = false;
  const progress = (text: string): void => {
    if (!stderr.isTTY || env['CI'] !== undefined) return;
    if (shown) {
      cursorTo(stderr, 0);
      clearLine(stderr, 0);
    }
    shown = text !== '';
    stderr.write(text.slice(0, stderr.columns - 1));
  };
  // The reader of a pipe may leave early (`eoms check | head`): that is no fault.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    print: (text) => {
      progress('');
      return new Promise((resolve) =>
        stdout.write(text, () => {
          resolve();
        }),
      );
    },
    tell: (text) => {
      progress('');
      stderr.write(text.endsWith('\n') ? text : `${text}\n`);
    },
    progress,
    ask: createAsker(),
    color: stdout.isTTY && stdout.hasColors(env) && env['NO_COLOR'] === undefined,
    environment: env,
    exitCode: 0,
  };
}
