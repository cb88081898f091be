/** Shared by the rules about references: what is referred to, where, and the nearest known candidate. */
import { didYouMean, nearest } from '../model/nearest.ts';
import type { WrittenDocument } from '../model/document.ts';
import { type Place, wholeFile } from '../model/place.ts';
import type { Report } from './rule.ts';

export interface WrittenReference {
  readonly id: string;
  readonly place: Place;
  /** The key or component it stands in, for the message. */
  readonly where: string;
}

/** References in the front matter under the given paths, e.g. `['owner', 'roles', 'history.by']`. */
export function referencesIn(document: WrittenDocument, keys: readonly string[]): WrittenReference[] {
  const values = document.frontMatter as unknown as Record<string, unknown>;
  return keys.flatMap((key) => {
    const value = values[key];
    const at = (path: string): Place => document.places[path] ?? wholeFile(document.file);
    if (typeof value === 'string') return [{ id: value, place: at(key), where: `\`${key}\`` }];
    return Array.isArray(value)
      ? value.map((id, index) => ({ id: String(id), place: at(`${key}.${index}`), where: `\`${key}\`` }))
      : [];
  });
}

/** References by components, e.g. `<Role id="…" />`. */
export function componentReferences(document: WrittenDocument, names: readonly string[]): WrittenReference[] {
  return document.body.components.flatMap((use) => {
    const id = use.attributes['id'];
    return names.includes(use.name) && id !== undefined
      ? [{ id, place: use.attributePlaces['id'] ?? use.place, where: `\`<${use.name}>\`` }]
      : [];
  });
}

/** Every reference that is not among the known, with the nearest that is. */
export function reportUnknown(
  written: readonly WrittenReference[],
  known: { has: (id: string) => boolean; keys: () => Iterable<string> },
  noun: string,
  file: string,
): Report[] {
  const isEmpty = [...known.keys()].length === 0;
  return written
    .filter((reference) => !known.has(reference.id))
    .map((reference) => {
      const candidate = nearest(reference.id, known.keys());
      return {
        place: reference.place,
        message: `Unexpected ${noun} \`${reference.id}\` in ${reference.where}, expected an id in ${file}${didYouMean(candidate)}`,
        hint:
          candidate !== undefined
            ? undefined
            : isEmpty
              ? `${file} is missing or has no rows. Write it first.`
              : `Add it to ${file}, or write the id of one that is there.`,
      };
    });
}
