import type { Refusal } from './act.ts';

/** Carries a refusal out of the steps of a plan; `planAct` turns it into a value. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(message: string, hint?: string) {
    super(message);
    this.refusal = { message, hint };
  }
}
