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
      version: version.optional(),
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
  title: lineOfText,
  summary: paragraph.optional(),
  head: roleKey.optional().meta({ description: 'The role that heads the unit.' }),
  parent: registerKey.optional().meta({ description: 'The unit above.' }),
});
export const processRow = z.strictObject({
  id,
  title: lineOfText,
  kind: z.enum(['management', 'core', 'support']).meta({ description: 'management, core or support.' }),
  owner: roleKey.meta({ description: 'The role that owns the process.' }),
  purpose: paragraph.optional(),
  inputs: z.array(lineOfText).optional(),
  outputs: z.array(lineOfText).optional(),
  measures: z.array(lineOfText).optional().meta({ description: 'How the process is measured.' }),
});
export const glossaryRow = z.strictObject({
  id,
  term: lineOfText,
  definition: paragraph.meta({ description: 'What the term means here, in your own words.' }),
  source: lineOfText.optional(),
});
export const interestedPartyRow = z.strictObject({
  id,
  title: lineOfText,
  needs: z.array(lineOfText).meta({ description: 'What they need and expect.' }),
  reviewed: calendarDate.optional(),
});
export const objectiveRow = z.strictObject({
  id,
  title: lineOfText,
  measure: lineOfText,
  target: lineOfText,
  due: calendarDate,
  owner: roleKey,
  process: registerKey.optional(),
  status: lineOfText.optional(),
});
const level = z.enum(['low', 'medium', 'high']);
export const riskRow = z.strictObject({
  id,
  title: lineOfText,
  kind: z.enum(['risk', 'opportunity']),
  likelihood: level,
  impact: level,
  treatment: paragraph,
  owner: roleKey,
  reviewed: calendarDate.optional(),
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
  summary: paragraph.optional(),
  opened: calendarDate,
  due: calendarDate.optional(),
  closed: calendarDate.optional(),
});

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

export type RegisterName = keyof typeof registers;
export type RoleRow = z.infer<typeof roleRow>;
export type UnitRow = z.infer<typeof unitRow>;
export type ProcessRow = z.infer<typeof processRow>;
export type GlossaryRow = z.infer<typeof glossaryRow>;
export type InterestedPartyRow = z.infer<typeof interestedPartyRow>;
export type ObjectiveRow = z.infer<typeof objectiveRow>;
export type RiskRow = z.infer<typeof riskRow>;
export type FindingRow = z.infer<typeof findingRow>;
