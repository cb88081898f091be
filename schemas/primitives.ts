/**
 * The small value types that every schema of the manual is made of.
 *
 * All of them are text on purpose: a version, a clause number or a date that YAML may read as a
 * number (`8.10` becomes 8.1) is refused with the way to write it instead.
 */
import { z } from 'zod';

/** A calendar date as text, `YYYY-MM-DD`, that exists in the Gregorian calendar. */
export const calendarDate = z.iso
  .date({ error: 'a date that exists, written YYYY-MM-DD' })
  .meta({ title: 'Date', description: 'A calendar date, written YYYY-MM-DD, for example 2026-09-01.' });

/** An ISO 8601 duration of whole years, months, weeks or days, e.g. `P12M`. */
export const period = z
  .string()
  .regex(/^P(?=\d)(?:\d{1,3}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,5}D)?$/, {
    error: 'a period such as P12M (months), P2Y (years) or P30D (days)',
  })
  .meta({
    title: 'Period',
    description: 'A length of time in ISO 8601: P12M is twelve months, P2Y two years, P30D thirty days.',
  });

/** Version of a document: `major.minor`, as text. */
export const version = z
  .string()
  .regex(/^(?:0|[1-9]\d{0,3})\.(?:0|[1-9]\d{0,3})$/, {
    error:
      'a version in quotation marks such as "2.0": major for a change of substance, minor for an editorial one',
  })
  .meta({
    title: 'Version',
    description:
      'Major and minor number in quotation marks, for example "2.0". Raise the first for a change of substance, the second for an editorial one.',
  });

/** Number of a clause, as text: `8.5.1.2.2`, `A` for an annex, or an institution's own label. */
export const clauseLabel = z
  .string()
  .regex(/^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/, {
    error: 'a clause number in quotation marks such as "8.5.1"',
  })
  .max(40)
  .meta({
    title: 'Clause',
    description: 'The number of a clause in quotation marks, for example "7.5.3.2".',
  });

/** Key of a standard and its edition, e.g. `iso-21001:2018`. */
export const editionKey = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*:[a-z0-9.-]+$/, {
    error: 'a standard and its edition such as iso-21001:2018',
  })
  .meta({
    title: 'Edition',
    description: 'A standard and its edition, for example iso-21001:2018.',
  });

/** Key of a register row (a role, a unit, a process, a term): lower-case words joined by hyphens. */
export const registerKey = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: 'lower-case letters, digits and hyphens, such as programme-leader',
  })
  .max(60);

/** A reference to a row of `registers/roles.yaml`. */
export const roleKey = registerKey.meta({
  title: 'Role',
  description:
    'The id of a role in registers/roles.yaml, for example registrar. Roles, never names of persons.',
});

/** A document's id. Its form is the institution's (`numbering.pattern` in `manual.yaml`). */
export const documentKey = z.string().min(1).max(60).meta({
  title: 'Document id',
  description:
    "A document's id in the form your manual.yaml sets, for example PRC-007. An id is never used twice.",
});

/** One line of text. */
export const lineOfText = z
  .string()
  .min(1, { error: 'some text' })
  .max(300, { error: 'at most 300 characters' })
  .regex(/^[^\r\n]*$/, { error: 'one line of text' });

/** A language tag of BCP 47, e.g. `en`, `fr-CA`. */
export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, { error: 'a language tag such as en, fr or pt-BR' })
  .meta({ title: 'Language', description: 'Language of the text as a BCP 47 tag: en, fr, vi, ar, pt-BR.' });
