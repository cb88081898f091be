/** Registers: YAML files below `content/registers/`, each a controlled list of rows with ids of their own. */
import { z } from 'zod';
import { history } from './history.ts';
import {
  calendarDate,
  clauseLabel,
  documentKey,
  lineOfText,
  registerKey,
  roleKey,
  version,
} from './primitives.ts';

const paragraph = z.string().min(1).max(2000);
const id = registerKey.meta({
  description: 'Lower-case letters, digits and hyphens. Never used for another row.',
});

const register = <Row extends z.ZodType>(row: Row, title: string, description: string) =>
  z
    .strictObject({
      version: version.optional().meta({ description: 'Version of the register, in quotation marks.' }),
      history: history.optional(),
      rows: z.array(row).meta({ description: 'The rows of the register.' }),
    })
    .meta({ title, description });

export const roleRow = z.strictObject({
  id,
  title: lineOfText.meta({ description: 'The role as it is called in the institution.' }),
  unit: registerKey.optional().meta({ description: 'The unit the role belongs to.' }),
  summary: paragraph.optional().meta({ description: 'What the role answers for, in a sentence.' }),
  reportsTo: roleKey.optional().meta({ description: 'The role it reports to.' }),
});
export const unitRow = z.strictObject({
  id,
  title: lineOfText.meta({ description: 'The unit as it is called in the institution.' }),
  summary: paragraph.optional().meta({ description: 'What the unit does, in a sentence.' }),
  head: roleKey.optional().meta({ description: 'The role that heads the unit.' }),
  parent: registerKey.optional().meta({ description: 'The unit above.' }),
});
export const processRow = z.strictObject({
  id,
  title: lineOfText.meta({ description: 'The process as it is called in the institution.' }),
  kind: z.enum(['management', 'core', 'support']).meta({ description: 'management, core or support.' }),
  owner: roleKey.meta({ description: 'The role that owns the process.' }),
  purpose: paragraph.optional().meta({ description: 'What the process is for.' }),
  inputs: z.array(lineOfText).optional().meta({ description: 'What the process starts from.' }),
  outputs: z.array(lineOfText).optional().meta({ description: 'What comes out of it.' }),
  measures: z.array(lineOfText).optional().meta({ description: 'How the process is measured.' }),
});
export const glossaryRow = z.strictObject({
  id,
  term: lineOfText.meta({ description: 'The word or phrase.' }),
  definition: paragraph.meta({ description: 'What the term means here, in your own words.' }),
  source: lineOfText.optional().meta({ description: 'Where the meaning comes from, for example a law.' }),
});
export const interestedPartyRow = z.strictObject({
  id,
  title: lineOfText.meta({ description: 'The group, for example learners or employers.' }),
  needs: z.array(lineOfText).meta({ description: 'What they need and expect.' }),
  reviewed: calendarDate.optional().meta({ description: 'The day this row was last reviewed.' }),
});
export const objectiveRow = z.strictObject({
  id,
  title: lineOfText.meta({ description: 'What is to be reached.' }),
  measure: lineOfText.meta({ description: 'How it is measured.' }),
  target: lineOfText.meta({ description: 'The value to be reached.' }),
  due: calendarDate.meta({ description: 'The day by which it is to be reached.' }),
  owner: roleKey.meta({ description: 'The role that answers for it.' }),
  process: registerKey.optional().meta({ description: 'The process it belongs to.' }),
  status: lineOfText.optional().meta({ description: 'Where it stands, in a few words.' }),
});
const level = z.enum(['low', 'medium', 'high']);
export const riskRow = z.strictObject({
  id,
  title: lineOfText.meta({ description: 'What may happen.' }),
  kind: z.enum(['risk', 'opportunity']).meta({ description: 'risk or opportunity.' }),
  likelihood: level.meta({ description: 'How likely it is: low, medium or high.' }),
  impact: level.meta({ description: 'How much it would matter: low, medium or high.' }),
  treatment: paragraph.meta({ description: 'What is done about it.' }),
  owner: roleKey.meta({ description: 'The role that answers for it.' }),
  reviewed: calendarDate.optional().meta({ description: 'The day this row was last reviewed.' }),
});
export const findingClasses = ['major', 'minor', 'observation', 'opportunity'] as const;
export const findingRow = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/)
    .max(40)
    .meta({ description: "The finding's own number, for example F-2026-01." }),
  class: z.enum(findingClasses).meta({ description: 'major, minor, observation or opportunity.' }),
  clause: clauseLabel.meta({ description: 'The clause the finding is about.' }),
  documents: z.array(documentKey).optional().meta({ description: 'The documents it concerns.' }),
  summary: paragraph.optional().meta({ description: 'What was found, in a sentence.' }),
  opened: calendarDate.meta({ description: 'The day it was raised.' }),
  due: calendarDate.optional().meta({ description: 'The day by which it is to be answered.' }),
  closed: calendarDate
    .optional()
    .meta({ description: 'The day it was closed; leave it out while it is open.' }),
});

/** Text of a public SSH key, or the fingerprint of a key: SHA256:… for SSH, 40 or 64 hexadecimal digits for OpenPGP. */
const signingKey = z
  .string()
  .max(2000)
  .regex(
    /^(?:SHA256:[A-Za-z0-9+/]{43}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64}|(?:ssh|ecdsa|sk)-[a-z0-9@.-]+ [A-Za-z0-9+/]+={0,2}(?: [^\r\n]*)?)$/,
    {
      error:
        'a key as ssh-keygen -l prints it (SHA256:…), a whole line of an SSH .pub file, or a GPG fingerprint of 40 digits without spaces',
    },
  );

export const personRow = z.strictObject({
  id: id.meta({
    description:
      'A key for this row: one role held by one person for one period. Lower-case letters, digits and hyphens; no name is needed.',
  }),
  role: roleKey.meta({ description: 'The role that the person held, from registers/roles.yaml.' }),
  emails: z
    .array(
      z
        .string()
        .max(320)
        .regex(/^[^\s@<>]+@[^\s@<>]+$/, { error: 'an e-mail address such as registrar@college.example' }),
    )
    .min(1, { error: 'at least one e-mail address' })
    .meta({
      description:
        'The e-mail addresses that the person commits with in Git, as `git config user.email` shows them.',
    }),
  keys: z.array(signingKey).optional().meta({
    description:
      'The keys that the person signs commits with: SHA256:… or the line of the .pub file for SSH, the fingerprint for GPG.',
  }),
  from: calendarDate.meta({ description: 'The first day on which the person held the role.' }),
  until: calendarDate
    .optional()
    .meta({ description: 'The last day on which the person held the role; leave it out while it is held.' }),
  shared: z.boolean().optional().meta({
    description: 'true where several persons hold the role at the same time on purpose.',
  }),
});

/**
 * Who held which role, for telling Git identities apart. It names persons, so it is no part of what is published:
 * it stands outside `registers`, and nothing but the check and the history from Git is given it.
 */
export const people = register(
  personRow,
  'People',
  'Which person held which role when, by the e-mail address and the keys used in Git. Never published: it is read by eoms check --signatures, and to turn authors into roles.',
);

/** Every register by the name of its file, without the ending. */
export const registers = {
  roles: register(roleRow, 'Roles', 'The roles of the institution. Documents name roles, never persons.'),
  units: register(unitRow, 'Units', 'Departments, schools and offices.'),
  processes: register(processRow, 'Processes', 'The processes of the management system and who owns them.'),
  glossary: register(glossaryRow, 'Glossary', 'Terms and what they mean in this institution.'),
  'interested-parties': register(
    interestedPartyRow,
    'Interested parties',
    'Who has a stake, and what they need.',
  ),
  objectives: register(objectiveRow, 'Objectives', 'What is to be reached, by when, by whom.'),
  risks: register(riskRow, 'Risks and opportunities', 'What may happen and what is done about it.'),
  findings: register(findingRow, 'Findings', 'Findings of internal and external audits.'),
} as const;

/** The registers, and the one that is never published. */
export const registerFiles = { ...registers, people } as const;

export type RegisterName = keyof typeof registers;
export type RegisterFileName = keyof typeof registerFiles;
export type PersonRow = z.infer<typeof personRow>;
export type RoleRow = z.infer<typeof roleRow>;
export type UnitRow = z.infer<typeof unitRow>;
export type ProcessRow = z.infer<typeof processRow>;
export type GlossaryRow = z.infer<typeof glossaryRow>;
export type InterestedPartyRow = z.infer<typeof interestedPartyRow>;
export type ObjectiveRow = z.infer<typeof objectiveRow>;
export type RiskRow = z.infer<typeof riskRow>;
export type FindingRow = z.infer<typeof findingRow>;
