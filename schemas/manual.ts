/** `content/manual.yaml`: the institution, its scope, the edition in force, and the rules of the manual. */
import { z } from 'zod';
import { documentTypes } from './document.ts';
import { acts, history } from './history.ts';
import {
  calendarDate,
  clauseLabel,
  editionKey,
  languageTag,
  lineOfText,
  period,
  roleKey,
  version,
} from './primitives.ts';

const perType = <Value extends z.ZodType>(value: Value, description: (type: string) => string) =>
  z.strictObject(
    Object.fromEntries(
      documentTypes.map((type) => [type, value.optional().meta({ description: description(type) })]),
    ) as Record<(typeof documentTypes)[number], z.ZodOptional<Value>>,
  );

const colour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, { error: 'a colour of six hexadecimal digits such as "#1d4f6e"' })
  .meta({ description: 'A colour as "#rrggbb". Its contrast is checked (low-contrast).' });

/** An address on a Git host with a place to fill in. */
const sourceAddress = (what: string, name: 'path' | 'commit') =>
  z
    .string()
    .max(500)
    .regex(new RegExp(`^https?://\\S*\\{${name}\\}\\S*$`), {
      error: `an address such as https://git.example.org/…/{${name}}`,
    })
    .optional()
    .meta({
      description:
        name === 'path'
          ? `Address for ${what}, with {path} for its path from the top of the repository.`
          : `Address of ${what}, with {commit} for its name.`,
    });

/** A clause that does not apply: with its reason and the role that may decide it. */
export const notApplicableEntry = z.strictObject({
  clause: clauseLabel,
  standard: editionKey.optional(),
  reason: z
    .string()
    .min(10, { error: 'a reason an auditor can follow' })
    .max(1000)
    .optional()
    .meta({ description: 'Why the requirement cannot be applied, in a sentence an auditor can follow.' }),
  approvedBy: roleKey
    .optional()
    .meta({ description: 'The role that decided it; approvals.notApplicable says who may.' }),
  date: calendarDate.optional().meta({ description: 'The day of the decision.' }),
});

export const severities = ['error', 'warning', 'note', 'off'] as const;

export const manualSettings = z
  .strictObject({
    version: version.optional().meta({
      description: 'Version of these settings: they decide what counts, so they are controlled too.',
    }),
    history: history.optional(),
    institution: z
      .strictObject({
        name: lineOfText.meta({ description: 'The full name of the institution.' }),
        shortName: lineOfText.optional().meta({ description: 'A short name for the page header.' }),
        language: languageTag.optional(),
        timeZone: lineOfText.optional().meta({
          description: 'The IANA time zone, for example Europe/Dublin. It decides what "today" is.',
        }),
        url: z
          .url({
            protocol: /^https?$/,
            error: 'the address where the manual is published, such as https://manual.example.org/',
          })
          .optional()
          .meta({ description: 'The address where the manual is published.' }),
        contact: lineOfText
          .optional()
          .meta({ description: 'Whom readers write to about the manual: an office, never a person.' }),
        logo: z
          .string()
          .max(200)
          .optional()
          .meta({ description: 'An SVG or PNG file below content/, for example figures/logo.svg.' }),
      })
      .meta({ description: 'Whose manual this is.' }),
    edition: editionKey.meta({
      description: 'The standard and edition in force, which documents claim unless they say otherwise.',
    }),
    alsoShow: z
      .array(editionKey)
      .optional()
      .meta({ description: 'Further standards and editions to show beside it.' }),
    scope: z
      .strictObject({
        statement: z.string().min(1).max(4000).meta({ description: 'What the management system covers.' }),
        sites: z.array(lineOfText).optional().meta({ description: 'The places it covers.' }),
        programmes: z
          .array(lineOfText)
          .optional()
          .meta({ description: 'The programmes and services it covers.' }),
        exclusions: z.string().max(2000).optional().meta({ description: 'What is outside the system.' }),
        earlyChildhoodEducation: z
          .boolean()
          .optional()
          .meta({ description: 'true brings in Annex A of ISO 21001.' }),
      })
      .optional()
      .meta({ description: 'Scope of the management system.' }),
    notApplicable: z
      .array(notApplicableEntry)
      .optional()
      .meta({ description: 'Clauses that do not apply, each with its reason and who decided it.' }),
    numbering: z
      .strictObject({
        pattern: z
          .string()
          .min(1)
          .max(200)
          .meta({ description: 'A regular expression that every document id matches.' }),
        example: lineOfText.optional().meta({ description: 'An id that matches, shown in messages.' }),
      })
      .optional()
      .meta({ description: 'The form of document ids. Ids are never read for meaning.' }),
    approvals: z
      .strictObject({
        ...perType(z.array(roleKey), (type) => `Roles that may approve a document of type ${type}.`).shape,
        register: z.array(roleKey).optional().meta({ description: 'Roles that may approve registers.' }),
        notApplicable: z
          .array(roleKey)
          .optional()
          .meta({ description: 'Roles that may decide that a clause does not apply.' }),
      })
      .optional()
      .meta({
        description:
          'Which roles may approve which type of document, registers, and clauses that do not apply.',
      }),
    reviews: z
      .strictObject({
        intervals: perType(period, (type) => `Interval for documents of type ${type}, for example P12M.`)
          .optional()
          .meta({ description: 'How often each type is reviewed unless a document says otherwise.' }),
        dueSoon: period
          .optional()
          .meta({ description: 'From how long before its date a review counts as due soon. Default P30D.' }),
      })
      .optional()
      .meta({ description: 'When documents are reviewed.' }),
    requiredSections: perType(z.array(lineOfText), (type) => `Headings of every document of type ${type}.`)
      .optional()
      .meta({ description: 'The sections (second-level headings) every document of a type must have.' }),
    severities: z.record(z.string(), z.enum(severities)).optional().meta({
      description: 'Another severity for a rule: error, warning, note or off, by the name of the rule.',
    }),
    coverage: z
      .strictObject({
        target: z
          .number()
          .int()
          .min(0)
          .max(100)
          .optional()
          .meta({ description: 'The percentage of clauses to be covered.' }),
        mayNotFallBelow: z
          .string()
          .max(200)
          .optional()
          .meta({ description: 'A baseline file that coverage may not fall below.' }),
      })
      .optional()
      .meta({ description: 'What coverage must reach.' }),
    personalData: z
      .strictObject({
        allow: z.array(lineOfText).optional().meta({
          description: 'Addresses, numbers and dates that may stand in texts, each as it is written there.',
        }),
      })
      .optional()
      .meta({ description: 'What looks like data about persons and is meant to be there.' }),
    externalLinks: z
      .strictObject({
        allow: z.array(lineOfText).optional().meta({
          description:
            'Only addresses that match one of these are asked: a host such as www.iso.org, or with * for any characters, *.college.ac.uk/public/*.',
        }),
        ignore: z.array(lineOfText).optional().meta({
          description: 'Addresses that match one of these are never asked. Written as under allow.',
        }),
      })
      .optional()
      .meta({ description: 'Which addresses of other sites `eoms check --external` asks.' }),
    signatures: z
      .strictObject({
        acts: z.array(z.enum(acts)).optional().meta({
          description:
            'Acts whose commit must be signed with a key from registers/people.yaml, for example [approved, adopted].',
        }),
        after: z
          .string()
          .regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/, {
            error: 'the whole name of a commit: 40 hexadecimal digits in quotation marks',
          })
          .optional()
          .meta({
            description:
              'Entries that were there at this commit are taken as they are; only what came after it is verified.',
          }),
      })
      .optional()
      .meta({
        description: 'What eoms check --signatures asks of the commits that brought history entries.',
      }),
    repository: z
      .strictObject({
        url: z
          .url({
            protocol: /^https?$/,
            error: 'the address of the repository, such as https://github.com/college/manual',
          })
          .optional()
          .meta({
            description:
              'The address of the repository on its host; links to edit, history and lines of each document are made from it.',
          }),
        host: z.enum(['github', 'gitlab', 'gitea', 'bitbucket']).optional().meta({
          description:
            'What runs there: github, gitlab, gitea (Forgejo too) or bitbucket. Needed where the address does not tell.',
        }),
        branch: lineOfText.optional().meta({ description: 'The branch that is published. Default main.' }),
        editUrl: sourceAddress('editing a file', 'path'),
        historyUrl: sourceAddress('the history of a file', 'path'),
        blameUrl: sourceAddress('who changed which line of a file', 'path'),
        commitUrl: sourceAddress('a commit', 'commit'),
      })
      .optional()
      .meta({
        description: 'Where the source is kept. An address of one kind goes before what is made from url.',
      }),
    theme: z
      .strictObject({
        accent: colour.optional().meta({ description: 'Colour of links and marks on a light ground.' }),
        accentDark: colour.optional().meta({ description: 'The same on a dark ground.' }),
        header: colour
          .optional()
          .meta({ description: 'Ground colour of the page header; its text is white.' }),
        typeScale: z
          .enum(['compact', 'regular', 'large'])
          .optional()
          .meta({ description: 'Size of the text: compact, regular or large.' }),
        spacing: z
          .enum(['compact', 'regular', 'airy'])
          .optional()
          .meta({ description: 'Room between things: compact, regular or airy.' }),
        font: z.enum(['sans', 'serif']).optional().meta({ description: 'Type face of the running text.' }),
      })
      .optional()
      .meta({ description: 'How the manual looks.' }),
  })
  .meta({
    title: 'manual.yaml',
    description: 'The institution, its scope, the edition in force and the rules of the manual.',
  });

export type ManualSettings = z.infer<typeof manualSettings>;
export type NotApplicableEntry = z.infer<typeof notApplicableEntry>;
