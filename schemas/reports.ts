/**
 * The shapes of what the tool hands out: findings, coverage, register and facts. They are public: later versions
 * only add keys, so whoever reads them passes over keys it does not know.
 */
import { z } from 'zod';
import { changeClasses, historyEntry } from './history.ts';
import { audiences, documentStatuses, documentTypes, extents } from './document.ts';
import {
  calendarDate,
  clauseLabel,
  documentKey,
  editionKey,
  languageTag,
  period,
  roleKey,
  version,
} from './primitives.ts';
import { confidences } from './standard.ts';

const count = z.number().int().min(0);
const severity = z.enum(['error', 'warning', 'note']);

/** States of a clause, as the reports name them. */
export const clauseState = z
  .enum(['covered', 'partial', 'overdue', 'outdated', 'planned', 'gap', 'not-applicable'])
  .meta({
    title: 'State',
    description: 'What the manual holds for the clause on the day of the build. Exactly one state a clause.',
  });

export const claimStanding = z
  .enum(['orphan', 'dangling', 'unwanted', 'withdrawn', 'planned', 'outdated', 'overdue', 'in force'])
  .meta({
    title: 'Standing',
    description: 'What a claim is worth on the day of the build; only `in force` covers.',
  });

const stateCounts = z
  .object({
    covered: count,
    partial: count,
    overdue: count,
    outdated: count,
    planned: count,
    gap: count,
    notApplicable: count,
  })
  .meta({ title: 'Counts', description: 'Number of clauses that carry requirements, by state.' });

/** What every report says about where it comes from. */
const origin = {
  institution: z.string().meta({ description: 'Name of the institution.' }),
  today: calendarDate.meta({ description: 'The day the report speaks for.' }),
  todayOverridden: z
    .boolean()
    .meta({ description: 'true when that day was given by hand instead of taken from the clock.' }),
  commit: z.string().optional().meta({ description: 'The commit of the manual, where it is known.' }),
  toolVersion: z.string().meta({ description: 'Version of eoms-manual.' }),
  audience: z
    .enum(audiences)
    .optional()
    .meta({ description: 'Whom the site is for, where others see more: only what they may see is counted.' }),
  rules: z.string().meta({
    description: 'Version of the rules of coverage. It changes when a state comes to mean something else.',
  }),
};

const findingPlace = {
  file: z.string().nullable().meta({ description: 'Path of the file; null for the manual as a whole.' }),
  line: z
    .number()
    .int()
    .min(1)
    .nullable()
    .meta({ description: 'Line, counted from 1; null for a whole file.' }),
  column: z.number().int().min(1).nullable().meta({ description: 'Column, counted from 1 in UTF-16 units.' }),
  endLine: z.number().int().min(1).optional(),
  endColumn: z.number().int().min(1).optional(),
};

export const findingsReport = z
  .object({
    findings: z.array(
      z.object({
        rule: z.string().meta({ description: 'Permanent name of the rule, for example unknown-clause.' }),
        severity,
        ...findingPlace,
        message: z.string().meta({ description: 'What was found, then what was expected.' }),
        hint: z.string().optional().meta({ description: 'What to do.' }),
        related: z.array(z.object({ ...findingPlace, message: z.string() })).optional(),
      }),
    ),
    counts: z.object({ error: count, warning: count, note: count }),
    documents: count.meta({ description: 'Number of documents checked.' }),
    clauses: count.meta({ description: 'Number of clauses of the edition in force.' }),
  })
  .meta({ title: 'Findings', description: 'What `eoms check --format json` prints.' });

export const coverageReport = z
  .object({
    edition: editionKey,
    name: z.string().meta({ description: 'Name of the standard with its edition.' }),
    provisional: z
      .boolean()
      .meta({ description: 'true when the clauses were not verified from the text of the standard.' }),
    ...origin,
    counts: stateCounts,
    leaves: count.meta({ description: 'Number of clauses that carry requirements: the sum of the counts.' }),
    percent: z.number().int().min(0).max(100).nullable().meta({
      description:
        'Covered of applicable clauses in whole percent, rounded down; null when none is applicable.',
    }),
    editions: z
      .array(
        z.object({
          edition: editionKey,
          name: z.string(),
          counts: stateCounts,
          percent: z.number().int().nullable(),
        }),
      )
      .meta({ description: 'All editions shown, the one in force first.' }),
    clauses: z.array(
      z.object({
        clause: clauseLabel,
        title: z.string(),
        leaf: z.boolean().meta({ description: 'true when the clause carries requirements and is counted.' }),
        state: clauseState,
        reason: z.string().meta({ description: 'Why, in a sentence.' }),
        missing: z.array(z.string()).meta({ description: 'Required items that are not met.' }),
        documents: z
          .array(
            z.object({
              id: documentKey,
              type: z.enum(documentTypes),
              version,
              sections: z
                .array(z.string())
                .meta({ description: 'Heading ids; empty for the whole document.' }),
              extent: z.enum(extents),
              standing: claimStanding,
              standingReason: z
                .string()
                .optional()
                .meta({ description: 'Why the claim does not count, in words.' }),
              note: z.string().optional(),
            }),
          )
          .meta({ description: 'One entry a claim.' }),
        documented: z
          .boolean()
          .nullable()
          .meta({ description: 'Documents asked for are there; null where none is asked for.' }),
        recordDefined: z
          .boolean()
          .nullable()
          .meta({ description: 'Records asked for are described; null where none is asked for.' }),
        evidenced: z
          .boolean()
          .meta({ description: 'Published evidence within its period counts for the clause.' }),
        remedy: z
          .object({ file: z.string().optional(), line: z.string().optional(), text: z.string() })
          .optional()
          .meta({ description: 'What mends it: the file, the line to write, the act that follows.' }),
        counts: stateCounts
          .optional()
          .meta({ description: 'For headings: the states of the clauses below.' }),
      }),
    ),
  })
  .meta({ title: 'Coverage', description: '/coverage.json, and what `eoms coverage --format json` prints.' });

export const lifecycleState = z.enum([
  'draft',
  'in-review',
  'approved',
  'effective',
  'superseded',
  'withdrawn',
]);

export const registerReport = z
  .object({
    ...origin,
    documents: z.array(
      z.object({
        id: documentKey,
        title: z.string(),
        type: z.enum(documentTypes),
        version,
        status: lifecycleState.meta({
          description: 'Where the document stands on the day of the report; approved means for a later date.',
        }),
        effective: calendarDate.nullable(),
        lastReview: calendarDate.nullable().meta({ description: 'Latest approval, adoption or review.' }),
        nextReview: calendarDate.nullable(),
        review: z.enum(['current', 'due soon', 'overdue']).nullable(),
        owner: roleKey,
        approver: roleKey.nullable().meta({ description: 'The role that approved this version.' }),
        units: z.array(z.string()),
        process: z.string().nullable(),
        clauses: z.array(z.object({ edition: editionKey, clause: clauseLabel })),
        audience: z.enum(audiences),
        language: languageTag.nullable(),
        fingerprint: z.string().nullable(),
        supersededBy: documentKey.nullable(),
        file: z.string(),
      }),
    ),
  })
  .meta({ title: 'Register', description: '/register.json: the list of all controlled documents.' });

const factsItem = z.object({
  kind: z.enum(['maintain', 'retain']),
  what: z.string(),
  confidence: z.enum(confidences),
  accepts: z.array(z.enum(documentTypes)).meta({ description: 'Types of document that meet the item.' }),
});

const factsClause = z.object({
  clause: clauseLabel,
  title: z.string(),
  parent: clauseLabel.optional(),
  untitled: z
    .boolean()
    .optional()
    .meta({ description: 'true when the standard numbers it without a title.' }),
  items: z.array(factsItem),
  counterparts: z.array(clauseLabel).optional().meta({ description: 'Closest clauses of ISO 9001:2015.' }),
  from: clauseLabel.optional().meta({ description: 'The clause of the previous edition it comes from.' }),
  change: z.enum(['same', 'reworded', 'new', 'removed', 'renumbered']).optional(),
});

const factsText = {
  sections: z.array(z.string()).meta({ description: 'Heading ids of the text, in order.' }),
  claims: z.array(
    z.object({
      edition: editionKey.meta({
        description:
          'The edition the claim speaks of: the one written, else the one its history names, else the one in force.',
      }),
      standard: editionKey
        .optional()
        .meta({ description: 'The edition as written; left out where none is written.' }),
      clause: clauseLabel,
      sections: z.array(z.string()).meta({ description: 'Heading ids; empty for the whole document.' }),
      extent: z.enum(extents),
      note: z.string().optional(),
      origin: z.enum(['front-matter', 'text']),
    }),
  ),
};

export const factsFile = z
  .object({
    ...origin,
    edition: editionKey.meta({ description: 'The edition in force.' }),
    approvals: z.record(z.string(), z.array(roleKey)).meta({
      description:
        'Roles that may approve, by type of document, and `notApplicable`. A key that is absent restricts nobody.',
    }),
    reviewIntervals: z
      .record(z.enum(documentTypes), period)
      .meta({ description: 'The interval of reviews by type, defaults included.' }),
    notApplicable: z.array(
      z.object({
        clause: clauseLabel,
        edition: editionKey,
        reason: z.string().optional(),
        approvedBy: roleKey.optional(),
        date: calendarDate.optional(),
      }),
    ),
    standards: z.array(
      z.object({
        edition: editionKey,
        name: z.string(),
        provisional: z.boolean(),
        previous: editionKey.optional(),
        clauses: z
          .array(factsClause)
          .meta({ description: 'In the order of the standard. Clauses outside the scope are left out.' }),
      }),
    ),
    documents: z.array(
      z.object({
        id: documentKey,
        type: z.enum(documentTypes),
        title: z
          .string()
          .optional()
          .meta({ description: 'Left out for drafts, whose text is not published.' }),
        version,
        status: z
          .enum(documentStatuses)
          .meta({ description: 'As written; what is in force follows from the history and the dates.' }),
        owner: roleKey,
        author: roleKey.optional(),
        effective: calendarDate.optional(),
        review: period.optional(),
        nextReview: calendarDate.optional(),
        changedSinceApproval: z.boolean().optional().meta({
          description:
            'true when the text is no longer the one that was approved, and no copy of that one is at hand.',
        }),
        supersedes: z.array(documentKey),
        implements: z.array(documentKey),
        evidence: z.boolean().optional(),
        periodCovered: z.object({ from: calendarDate, to: calendarDate }).optional(),
        ...factsText,
        history: z.array(
          z.object({
            act: historyEntry.shape.act,
            version,
            date: calendarDate,
            by: roleKey,
            change: z.enum(changeClasses).optional(),
            edition: editionKey.optional(),
            outcome: historyEntry.shape.outcome,
          }),
        ),
        revision: z
          .object({ version, ...factsText })
          .optional()
          .meta({
            description:
              'A newer text that is being prepared. What it claims beyond the text in force is planned.',
          }),
      }),
    ),
    coverage: z
      .array(
        z.object({
          edition: editionKey,
          counts: stateCounts,
          leaves: count,
          percent: z.number().int().nullable(),
          states: z
            .record(clauseLabel, clauseState)
            .meta({ description: 'The state of every clause, headings included.' }),
        }),
      )
      .meta({
        description: 'What follows from all of the above, for an independent program to compare with.',
      }),
  })
  .meta({
    title: 'Facts',
    description: '/facts.json: everything the states of the clauses were computed from, and the states.',
  });

export type FindingsReport = z.infer<typeof findingsReport>;
export type CoverageReport = z.infer<typeof coverageReport>;
export type RegisterReport = z.infer<typeof registerReport>;
export type FactsFile = z.infer<typeof factsFile>;
