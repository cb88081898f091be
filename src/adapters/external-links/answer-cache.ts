/** What other sites answered, kept on the disk between runs with the day it was asked. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { ExternalAnswer } from '../../core/links/external-answer.ts';
import { orCannotRun } from '../fs/system-error.ts';

const kept = z.object({
  version: z.literal(1),
  answers: z.record(
    z.string(),
    z.object({
      /** Milliseconds since 1970. */
      at: z.number(),
      status: z.number().optional(),
      fault: z.string().optional(),
      hops: z.array(z.object({ status: z.number(), to: z.url() })),
    }),
  ),
});

export interface KeptAnswer {
  readonly at: number;
  readonly answer: ExternalAnswer;
}

/** Empty where there is none, or none that can be read: then everything is asked anew. */
export function readAnswers(file: string): Map<string, KeptAnswer> {
  try {
    const { answers } = kept.parse(JSON.parse(readFileSync(file, 'utf8')));
    return new Map(
      Object.entries(answers).map(([address, { at, ...answer }]) => [
        address,
        { at, answer: answer as ExternalAnswer },
      ]),
    );
  } catch {
    return new Map();
  }
}

/** @throws CannotRun where the file cannot be written */
export function writeAnswers(file: string, answers: ReadonlyMap<string, KeptAnswer>): void {
  const sorted = [...answers].sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify(
    {
      version: 1,
      answers: Object.fromEntries(sorted.map(([address, { at, answer }]) => [address, { at, ...answer }])),
    },
    null,
    1,
  );
  orCannotRun(`Cannot write ${file}`, () => {
    mkdirSync(dirname(file), { recursive: true });
    const beside = `${file}.${process.pid}`;
    writeFileSync(beside, `${text}\n`);
    renameSync(beside, file);
  });
}
