/**
 * What the OSCAL documents share: metadata, stable identifiers, names. OSCAL 1.2 (NIST). Its rules that bite: a
 * token begins with a letter, empty lists are refused, times carry a zone, identifiers are UUIDs of version 4 or 5.
 */
import { v5 } from 'uuid';
import type { ClauseState } from '../../model/facts.ts';
import type { ClauseLabel, EditionKey } from '../../model/standard.ts';
import type { BuildStamp, Exported } from '../build-stamp.ts';
import { coverageRules } from '../build-stamp.ts';

/** Namespace of our own properties. */
export const namespace = 'https://eoms-manual.example/ns/oscal';
/** Never changes: every identifier is derived from it and a stable name, so that two builds agree. */
const root = '5c1f0f0e-6f0b-4d0a-9c39-0e7b3a4d2187';

export interface Property {
  readonly name: string;
  readonly ns?: string;
  readonly value: string;
}

export interface OscalContext extends Exported {
  readonly build: BuildStamp;
  /** The identifier of the thing with this name. */
  readonly uuid: (...name: string[]) => string;
  /** The day of the build as OSCAL wants times. */
  readonly time: string;
}

export function oscalContext({ manual, facts }: Exported, build: BuildStamp): OscalContext {
  const { institution } = manual.settings;
  return {
    manual,
    facts,
    build,
    uuid: (...name) => v5([institution.url ?? institution.name, ...name].join('\n'), root),
    time: `${facts.today}T00:00:00Z`,
  };
}

export function metadata(context: OscalContext, title: string) {
  const { manual, build, time } = context;
  return {
    title: oneLine(title),
    'last-modified': time,
    version: build.commit ?? manual.settings.version ?? build.toolVersion,
    'oscal-version': '1.2.1',
    props: [
      property('tool-version', build.toolVersion),
      property('coverage-rules', coverageRules),
      property('edition', manual.settings.edition),
    ],
    parties: [
      {
        uuid: context.uuid('institution'),
        type: 'organization',
        name: oneLine(manual.settings.institution.name),
      },
    ],
  };
}

export const property = (name: string, value: string): Property => ({
  name,
  ns: namespace,
  value: oneLine(value),
});

/** `iso-21001-2018` of `iso-21001:2018`. */
export const slugOf = (edition: EditionKey): string => edition.replace(':', '-');
export const catalogFile = (edition: EditionKey): string => `catalog-${slugOf(edition)}.json`;
/** A bare clause number is no token; with the edition in front it is one, and unique over all catalogs. */
export const controlId = (edition: EditionKey, clause: ClauseLabel): string =>
  `${tokenOf(slugOf(edition))}_${clause}`;
export const statementId = (edition: EditionKey, clause: ClauseLabel): string =>
  `${controlId(edition, clause)}_smt`;
export const documentHref = ({ build }: OscalContext, id: string, section?: string): string =>
  `${build.origin ?? ''}${build.base ?? '/'}documents/${encodeURIComponent(id)}/${section === undefined ? '' : `#${encodeURIComponent(section)}`}`;

/** OSCAL's words for a state; undefined for a gap, which it has no word for. */
export function implementationStatus(
  state: ClauseState,
): 'implemented' | 'partial' | 'planned' | 'not-applicable' | undefined {
  switch (state) {
    case 'covered':
      return 'implemented';
    case 'partial':
    case 'outdated':
    case 'overdue':
      return 'partial';
    case 'planned':
      return 'planned';
    case 'not-applicable':
      return 'not-applicable';
    case 'gap':
      return undefined;
  }
}

/** A list under its key, or nothing: OSCAL refuses empty lists. */
export const listed = <Key extends string, Item>(
  key: Key,
  items: readonly Item[],
): Partial<Record<Key, readonly Item[]>> =>
  items.length === 0 ? {} : ({ [key]: items } as Record<Key, readonly Item[]>);

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim() || '-';
const tokenOf = (slug: string): string => (/^\p{L}/u.test(slug) ? slug : `_${slug}`);
