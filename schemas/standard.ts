/** A standard as data: `schemas/standards/*.yaml`, and an institution's own in `content/standards/*.yaml`. */
import { z } from 'zod';
import { documentTypes } from './document.ts';
import { history } from './history.ts';
import { clauseLabel, editionKey, lineOfText, version } from './primitives.ts';

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
    basis: lineOfText.optional().meta({ description: 'What that confidence rests on.' }),
    accepts: z
      .array(z.enum(documentTypes))
      .optional()
      .meta({ description: 'Types that meet it, when other than by the rule.' }),
  })
  .meta({ title: 'Required item', description: 'One document or record that the clause asks for.' });

export const clause = z
  .strictObject({
    clause: clauseLabel,
    title: lineOfText.meta({ description: 'The title, or a label of our own where there is none.' }),
    parent: clauseLabel.optional().meta({ description: 'The clause above; leave it out for a chapter.' }),
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
    requires: z.array(requiredItem).optional().meta({
      description:
        'The documents and records the clause asks for. Without any, one document of any type but a form meets it.',
    }),
    typicalEvidence: z.array(z.enum(documentTypes)).optional().meta({
      description: 'Types of document that usually meet it. They decide which types an item accepts.',
    }),
    evidenceExamples: z
      .string()
      .max(1000)
      .optional()
      .meta({ description: 'Examples of such documents and records.' }),
    counterparts: z.array(clauseLabel).optional().meta({ description: 'Closest clauses of ISO 9001:2015.' }),
    confidence: z.enum(confidences).optional().meta({
      description:
        'How sure we are of number, title and summary; in a provisional edition, of number and change.',
    }),
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
  .meta({ title: 'Clause', description: 'One numbered clause.' });

export const standard = z
  .strictObject({
    version: version.optional().meta({
      description:
        'Version of this file, in quotation marks: it decides what counts, so it is approved like a document.',
    }),
    history: history.optional(),
    edition: editionKey,
    name: lineOfText.meta({ description: 'Short name with edition, for example ISO 21001:2018.' }),
    title: lineOfText.meta({ description: 'Its title without the number.' }),
    published: lineOfText.optional().meta({ description: 'Year, or year and month, in quotation marks.' }),
    provisional: z
      .boolean()
      .optional()
      .meta({ description: 'true when the clauses were not verified from the text itself.' }),
    notice: z
      .string()
      .max(2000)
      .optional()
      .meta({ description: 'What readers must know before they rely on this file. Shown on the pages.' }),
    previous: editionKey.optional().meta({ description: 'The edition that `from` refers to.' }),
    clauses: z
      .array(clause)
      .min(1, { error: 'at least one clause' })
      .meta({ description: 'All clauses in the order of the standard.' }),
  })
  .meta({
    title: 'Standard',
    description: 'A standard as data: numbers, titles and our own summaries. Never its sentences.',
  });

export type StandardData = z.infer<typeof standard>;
export type ClauseData = z.infer<typeof clause>;
export type RequiredItemData = z.infer<typeof requiredItem>;
