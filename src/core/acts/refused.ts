import type { MissingValue, Refusal } from './act.ts';

/** Carries a refusal out of the steps of a plan; `planAct` turns it into a value. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(message: string, hint?: string, more: Omit<Refusal, 'message' | 'hint'> = {}) {
    super(message);
    this.refusal = { message, hint, ...more };
  }
}

/** A refusal because the request lacks a value, which a person at a terminal is asked for. */
export const lacks = (
  missing: MissingValue,
  message: string,
  hint: string,
  candidates?: readonly string[],
): Refused => new Refused(message, hint, { missing, candidates });
