/** Questions on a terminal. A session without one has no `Asker`, and a missing value then ends the command. */
import process from 'node:process';
import { CannotRun } from '../adapters/fs/system-error.ts';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string | undefined;
}

export interface Asker {
  /** @param first the value that Enter takes */
  readonly choose: <Value extends string>(
    question: string,
    choices: readonly Choice<Value>[],
    first?: Value,
  ) => Promise<Value>;
  /** @param check says what is wrong with an answer; undefined where nothing is */
  readonly write: (question: string, check: (answer: string) => string | undefined) => Promise<string>;
  readonly agree: (question: string) => Promise<boolean>;
}

/** Undefined where questions would go into a pipe or a log. */
export function createAsker(): Asker | undefined {
  const { stdin, stdout, env } = process;
  if (!stdin.isTTY || !stdout.isTTY || env['CI'] !== undefined) return undefined;
  // Loaded with the first question: commands that ask nothing start without it.
  const prompts = async () => import('@clack/prompts');
  return {
    choose: async (question, choices, first) => {
      const { select, autocomplete, isCancel } = await prompts();
      const options: { value: string; label: string; hint?: string }[] = choices.map(
        ({ value, label, hint }) => ({ value, label, ...(hint === undefined ? {} : { hint }) }),
      );
      const wanted = {
        message: question,
        options,
        ...(first === undefined ? {} : { initialValue: first as string }),
      };
      const answer = choices.length > 8 ? await autocomplete(wanted) : await select(wanted);
      if (isCancel(answer)) throw new CannotRun('Nothing was written.');
      const chosen = choices.find(({ value }) => value === answer);
      if (chosen === undefined) throw new Error(`no choice ${answer}`);
      return chosen.value;
    },
    write: async (question, check) => {
      const { text, isCancel } = await prompts();
      const answer = await text({ message: question, validate: (value) => check((value ?? '').trim()) });
      if (isCancel(answer)) throw new CannotRun('Nothing was written.');
      return answer.trim();
    },
    agree: async (question) => {
      const { confirm, isCancel } = await prompts();
      const answer = await confirm({ message: question, initialValue: false });
      return !isCancel(answer) && answer;
    },
  };
}
