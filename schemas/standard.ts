/** A standard as data: `schemas/standards/*.yaml`, and an institution's own in `content/standards/*.yaml`. */
import { z } from 'zod';
import { documentTypes } from './document.ts';
import { clauseLabel, editionKey, lineOfText } from './primitives.ts';

export const confidences = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof confidences)[number];

/** One piece of documented information that a clause asks for. */
export const requiredItem = z
  .strictObject({
    kind: z
      .enum(['maintain', 'retain'])
      .meta({ description: 'maintain: a document is kept up to date. retain: a record is kept.' }),
    what: lineOfText.meta({ description: 'What is to be kept, in our own words.' }),
    confidence: z.enum(confidences).meta({
      description: 'How sure we are that the clause asks for it. Low items advise, they do not decide.',
    }),
    basis: lineOfText.optional(),
    accepts: z
      .array(z.enum(documentTypes))
      .optional()
      .meta({ description: 'Types that meet it, when other than by the rule.' }),
  })
  .meta({ title: 'Required item' });

export const clause = z
  .strictObject({
    clause: clauseLabel,
    title: lineOfText,
    parent: clauseLabel.optional(),
    untitled: z.boolean().optional().meta({
      description: 'true when the standard numbers the paragraph without a title; the label is ours.',
    }),
    heading: z.boolean().optional().meta({ description: 'true when its children carry the requirements.' }),
    summary: z
      .string()
      .min(1)
      .max(2000)
      .optional()
      .meta({ description: 'What it asks for, in our own plain words.' }),
    requires: z.array(requiredItem).optional(),
    typicalEvidence: z.array(z.enum(documentTypes)).optional(),
    evidenceExamples: z.string().max(1000).optional(),
    counterparts: z.array(clauseLabel).optional().meta({ description: 'Closest clauses of ISO 9001:2015.' }),
    confidence: z.enum(confidences).optional(),
    appliesWhen: z
      .enum(['early-childhood-education'])
      .optional()
      .meta({ description: 'The clause counts only when the scope includes this.' }),
    from: clauseLabel.optional().meta({ description: 'The clause of the earlier edition it comes from.' }),
    change: z
      .enum(['same', 'reworded', 'new', 'removed', 'renumbered'])
      .optional()
      .meta({ description: 'How it differs from the earlier edition.' }),
    note: z
      .string()
      .min(1)
      .max(1000)
      .optional()
      .meta({ description: 'What is known, or not known, about the change, in our own words.' }),
  })
  .meta({ title: 'Clause' });

export const standard = z
  .strictObject({
    edition: editionKey,
    name: lineOfText.meta({ description: 'Short name with edition, for example ISO 21001:2018.' }),
    title: lineOfText,
    published: lineOfText.optional(),
    provisional: z
      .boolean()
      .optional()
      .meta({ description: 'true when the clauses were not verified from the text itself.' }),
    notice: z.string().max(2000).optional(),
    previous: editionKey.optional().meta({ description: 'The edition that `from` refers to.' }),
    clauses: z.array(clause).min(1, { error: 'at least one clause' }),
  })
  .meta({
    title: 'Standard',
    description: 'A standard as data: numbers, titles and our own summaries. Never its sentences.',
  });

export type StandardData = z.infer<typeof standard>;
export type ClauseData = z.infer<typeof clause>;
export type RequiredItemData = z.infer<typeof requiredItem>;
