/**
 * The components a document may use, and their attributes. Nothing else is allowed in a document's text:
 * documents are data. Attribute values are plain text in quotation marks.
 */
import { z } from 'zod';
import { extents } from './document.ts';
import { clauseLabel, documentKey, editionKey, lineOfText, registerKey, roleKey } from './primitives.ts';

export interface ComponentDefinition {
  /** Schema of the attributes; all values are text. */
  readonly attributes: z.ZodObject;
  /** Whether text may stand between its tags: `none`, `optional` or `required`. */
  readonly content: 'none' | 'optional' | 'required';
  readonly summary: string;
  readonly example: string;
}

export const components = {
  Callout: {
    attributes: z.strictObject({
      kind: z
        .enum(['note', 'important', 'caution', 'learner'])
        .meta({ description: 'note, important, caution, or learner (what it means for learners).' }),
      title: lineOfText.optional().meta({ description: 'A heading of its own.' }),
    }),
    content: 'required',
    summary: 'A passage set apart, with its kind in words.',
    example: '<Callout kind="important" title="Before you decide">\n\nText.\n\n</Callout>',
  },
  Steps: {
    attributes: z.strictObject({}),
    content: 'required',
    summary: 'An ordered list shown as numbered steps.',
    example: '<Steps>\n\n1. First\n2. Then\n\n</Steps>',
  },
  Role: {
    attributes: z.strictObject({ id: roleKey }),
    content: 'none',
    summary: "A role's title, linked to its page.",
    example: '<Role id="registrar" />',
  },
  FormLink: {
    attributes: z.strictObject({ id: documentKey }),
    content: 'none',
    summary: 'A form with its id and title, linked.',
    example: '<FormLink id="FRM-004" />',
  },
  RecordLink: {
    attributes: z.strictObject({ id: documentKey }),
    content: 'none',
    summary: 'A kind of record with its id and title, linked.',
    example: '<RecordLink id="REC-012" />',
  },
  Term: {
    attributes: z.strictObject({
      id: registerKey.meta({ description: 'The id of a term in registers/glossary.yaml.' }),
    }),
    content: 'optional',
    summary: 'A term of the glossary, linked to its definition.',
    example: '<Term id="learner">learners</Term>',
  },
  Clause: {
    attributes: z.strictObject({
      id: clauseLabel,
      standard: editionKey.optional(),
      extent: z.enum(extents).optional().meta({ description: 'full (the default) or partial.' }),
      note: lineOfText
        .optional()
        .meta({ description: 'What the passage contributes, or where the rest is.' }),
    }),
    content: 'none',
    summary: 'Marks the section it stands in as meeting a clause. A claim like one in the front matter.',
    example: '<Clause id="8.5.1.2.2" />',
  },
  Figure: {
    attributes: z.strictObject({
      src: z.string().min(1).max(300).meta({ description: 'Path of the picture, seen from this document.' }),
      alt: z
        .string()
        .max(500)
        .meta({ description: 'What the picture shows, for readers who cannot see it.' }),
      caption: lineOfText.optional().meta({ description: 'The caption below it.' }),
    }),
    content: 'none',
    summary: 'A picture with a caption.',
    example:
      '<Figure src="../figures/process-map.svg" alt="The three groups of processes" caption="Process map" />',
  },
  Diagram: {
    attributes: z.strictObject({
      title: lineOfText.meta({ description: 'What the diagram shows, for every reader.' }),
    }),
    content: 'required',
    summary: 'An ordered list drawn as a flow from step to step.',
    example: '<Diagram title="Admission">\n\n1. Apply\n2. Decide\n\n</Diagram>',
  },
  DefinitionTable: {
    attributes: z.strictObject({
      caption: lineOfText.optional().meta({ description: 'The caption above the table.' }),
    }),
    content: 'required',
    summary: 'A two-column table of words and meanings, with a caption.',
    example:
      '<DefinitionTable caption="Deadlines">\n\n| What | When |\n| --- | --- |\n| Reply | 5 days |\n\n</DefinitionTable>',
  },
} as const satisfies Record<string, ComponentDefinition>;

export type ComponentName = keyof typeof components;
