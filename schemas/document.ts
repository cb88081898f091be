/**
 * Front matter of a controlled document: one schema a type, told apart by `type`.
 *
 * The descriptions are written for document owners: they become the editor's help and the reference page.
 */
import { z } from 'zod';
import { history } from './history.ts';
import {
  calendarDate,
  clauseLabel,
  documentKey,
  editionKey,
  languageTag,
  lineOfText,
  period,
  registerKey,
  roleKey,
  version,
} from './primitives.ts';

export const documentTypes = [
  'manual',
  'policy',
  'procedure',
  'work-instruction',
  'form',
  'record',
  'external',
] as const;
export const documentStatuses = ['draft', 'in-review', 'approved', 'withdrawn'] as const;
export const audiences = ['public', 'internal', 'restricted'] as const;
export const extents = ['full', 'partial'] as const;

export type DocumentType = (typeof documentTypes)[number];
export type DocumentStatus = (typeof documentStatuses)[number];
export type Audience = (typeof audiences)[number];
export type Extent = (typeof extents)[number];

/** A claim in long form: a clause, where in the document it is met, and whether in full. */
export const claimInFrontMatter = z
  .strictObject({
    clause: clauseLabel,
    standard: editionKey
      .optional()
      .meta({ description: 'Another standard than the edition in force, for example iso-9001:2015.' }),
    at: z
      .array(z.string().regex(/^#\S+$/, { error: 'a heading id with its hash sign, such as "#decision"' }))
      .min(1)
      .optional()
      .meta({ description: 'The sections that meet the clause, by heading id: ["#decision"].' }),
    extent: z
      .enum(extents)
      .optional()
      .meta({ description: 'full (the default) or partial, when another document meets the rest.' }),
    note: lineOfText
      .optional()
      .meta({ description: 'What this document contributes, or where the rest is.' }),
  })
  .meta({ title: 'Claim', description: 'A clause this document meets, with the sections and the extent.' });

const list = <Item extends z.ZodType>(item: Item, description: string) =>
  z.array(item).optional().meta({ description });

const common = {
  id: documentKey,
  title: lineOfText.meta({
    title: 'Title',
    description: 'What the document is about, in the words staff would search for. Without the id.',
  }),
  version,
  status: z.enum(documentStatuses).meta({
    title: 'Status',
    description:
      'You write draft or in-review; the acts write approved and withdrawn. What is in force is computed from the history and the dates.',
  }),
  owner: roleKey.meta({ title: 'Owner', description: 'The role that keeps this document right.' }),
  author: roleKey.optional().meta({
    title: 'Author',
    description: 'The role that wrote this version. Another role must approve it.',
  }),
  effective: calendarDate
    .optional()
    .meta({ title: 'Effective from', description: 'The day from which this version is in force.' }),
  review: period.optional().meta({
    title: 'Review interval',
    description:
      'How often the document is reviewed, for example P12M. The default is set by type in manual.yaml.',
  }),
  nextReview: calendarDate
    .optional()
    .meta({ title: 'Next review', description: 'A fixed day for the next review, instead of an interval.' }),
  clauses: z.array(z.union([clauseLabel, claimInFrontMatter])).meta({
    title: 'Clauses',
    description:
      'The clauses of the standard that this document meets, each in quotation marks. Write [] and noClauses when there are none.',
  }),
  noClauses: lineOfText.optional().meta({
    title: 'Why no clause',
    description: 'Why this document meets no clause, for example "internal house rule".',
  }),
  implements: list(
    documentKey,
    'Documents that this one puts into practice, for example the policy behind a procedure.',
  ),
  uses: list(documentKey, 'Forms that are filled in while following this document.'),
  produces: list(documentKey, 'Kinds of record that come out of following this document.'),
  roles: list(roleKey, 'The roles this document applies to. They find it under "my role".'),
  units: list(registerKey, 'The units this document applies to, from registers/units.yaml.'),
  process: registerKey
    .optional()
    .meta({ description: 'The process this document belongs to, from registers/processes.yaml.' }),
  supersedes: list(documentKey, 'Documents that this one replaces.'),
  aliases: list(documentKey, 'Earlier ids of this document. Their addresses lead here.'),
  audience: z
    .enum(audiences)
    .optional()
    .meta({ description: 'Who may read it: public, internal (the default) or restricted.' }),
  language: languageTag.optional(),
  description: lineOfText.optional().meta({ description: 'One sentence for lists and search results.' }),
  history: history.optional(),
};

export const retention = z
  .strictObject({
    period: period.meta({ description: 'How long records of this kind are kept, for example P6Y.' }),
    from: lineOfText.meta({
      description: 'The event the period counts from, for example "end of enrolment".',
    }),
    then: z
      .enum(['destroy', 'archive', 'review'])
      .meta({ description: 'What happens afterwards: destroy, archive or review.' }),
    authority: lineOfText.optional().meta({ description: 'The law or rule that sets the period.' }),
  })
  .meta({ title: 'Retention', description: 'How long, counted from what, and what then.' });

const shape = <Type extends DocumentType, Extra extends z.ZodRawShape>(
  type: Type,
  extra: Extra,
  description: string,
) =>
  z
    .strictObject({
      type: z.literal(type).meta({ title: 'Type', description: 'The kind of document.' }),
      ...common,
      ...extra,
    })
    .meta({ title: `Front matter of a ${type}`, description });

/** Front matter by document type. Input is what YAML holds; output is the same, checked. */
export const frontMatterByType = {
  manual: shape('manual', {}, 'A chapter of the manual itself: context, scope, how the system works.'),
  policy: shape('policy', {}, 'What the institution commits itself to.'),
  procedure: shape('procedure', {}, 'Who does what, when, and with which record.'),
  'work-instruction': shape('work-instruction', {}, 'How one task is carried out, step by step.'),
  form: shape(
    'form',
    {
      file: z.string().max(200).optional().meta({
        description: 'The file to fill in, below public/forms/. Leave it out when the text is the form.',
      }),
    },
    'What is filled in. A filled-in form is a record; the form itself is not.',
  ),
  record: shape(
    'record',
    {
      location: lineOfText.meta({
        description: 'Where records of this kind are kept, for example "student information system".',
      }),
      format: z.enum(['paper', 'electronic', 'both']).meta({ description: 'paper, electronic or both.' }),
      access: lineOfText.optional().meta({ description: 'Who may read these records.' }),
      retention,
      personalData: z.boolean().meta({ description: 'true when these records hold data about persons.' }),
      evidence: z.boolean().optional().meta({
        description: 'true when this document is itself evidence that is published here, such as minutes.',
      }),
      periodCovered: z
        .strictObject({
          from: calendarDate.meta({ description: 'Its first day.' }),
          to: calendarDate.meta({ description: 'Its last day.' }),
        })
        .optional()
        .meta({ description: 'The period that published evidence speaks for.' }),
    },
    'A kind of record: where it is kept, by whom, how long, and what happens then.',
  ),
  external: shape(
    'external',
    {
      issuer: lineOfText.meta({ description: 'Who publishes it.' }),
      edition: lineOfText.meta({ description: 'The edition or date of the text in use.' }),
      source: lineOfText.meta({ description: 'Where the current text is found.' }),
    },
    'A document from outside that the institution depends on.',
  ),
} as const satisfies Record<DocumentType, z.ZodType>;

/** Front matter of any document, told apart by `type`. */
export const frontMatter = z
  .discriminatedUnion('type', [
    frontMatterByType.manual,
    frontMatterByType.policy,
    frontMatterByType.procedure,
    frontMatterByType['work-instruction'],
    frontMatterByType.form,
    frontMatterByType.record,
    frontMatterByType.external,
  ])
  .meta({ title: 'Front matter of a document' });

export type FrontMatter = z.infer<typeof frontMatter>;
export type Retention = z.infer<typeof retention>;
