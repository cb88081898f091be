/** The history of a controlled text: one entry for each act, newest first, never changed afterwards. */
import { z } from 'zod';
import { calendarDate, editionKey, lineOfText, roleKey, version } from './primitives.ts';

export const acts = [
  'submitted',
  'returned',
  'approved',
  'adopted',
  'reviewed',
  'superseded',
  'withdrawn',
  'reinstated',
] as const;
export const changeClasses = ['editorial', 'substantive'] as const;
export const reviewOutcomes = ['no-change', 'editorial', 'substantive', 'withdraw'] as const;

const hash = z
  .string()
  .regex(/^sha256-[A-Za-z0-9+/_-]{20,88}={0,2}$/, { error: 'a hash that begins with sha256-' });

/** One act on one version of one controlled text. */
export const historyEntry = z
  .strictObject({
    act: z.enum(acts).meta({
      description:
        'What was done: submitted, returned, approved, adopted (approved before this system), reviewed, superseded, withdrawn, reinstated.',
    }),
    version: version.meta({ description: 'The version the act was about, in quotation marks.' }),
    date: calendarDate.meta({ description: 'The day of the act.' }),
    by: roleKey.meta({ description: 'The role that acted, from registers/roles.yaml.' }),
    change: z
      .enum(changeClasses)
      .optional()
      .meta({ description: 'Whether the change was editorial or substantive.' }),
    edition: editionKey.optional().meta({
      description: 'The edition of the standard in force when the act was done, for example iso-21001:2018.',
    }),
    outcome: z.enum(reviewOutcomes).optional().meta({ description: 'What a review led to.' }),
    source: lineOfText.optional().meta({
      description: 'For adopted texts: where the earlier approval is recorded, for example the minutes.',
    }),
    summary: z
      .string()
      .min(1)
      .max(1000)
      .optional()
      .meta({ description: 'What changed and why, in a sentence that a colleague understands.' }),
    reason: z
      .string()
      .min(1)
      .max(1000)
      .optional()
      .meta({ description: 'Why, for a withdrawal or an act in bulk.' }),
    fingerprint: hash.optional().meta({ description: 'Hash of the approved text. Written by the tool.' }),
    copy: hash.optional().meta({
      description: 'Hash of the frozen copy in the archive, pictures included. Written by the tool.',
    }),
    seal: hash
      .optional()
      .meta({ description: 'Hash of this entry and, through it, of all before. Written by the tool.' }),
    previous: hash.optional().meta({ description: 'The seal of the entry before. Written by the tool.' }),
  })
  .meta({
    title: 'History entry',
    description: 'One act on one version: who, when, what. Never changed afterwards.',
  });

export const history = z.array(historyEntry).meta({
  title: 'History',
  description: 'All acts, newest first. Add entries, never change or remove them.',
});

export type History = readonly HistoryEntry[];
export type HistoryEntry = z.infer<typeof historyEntry>;
export type Act = (typeof acts)[number];
