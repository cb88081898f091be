/** The claims of a document: from its front matter, and from `<Clause>` in its text. */
import type { Claim, RawDocument, SoundKeys } from '../model/document.ts';
import { wholeFile } from '../model/place.ts';
import type { EditionKey } from '../model/standard.ts';

/**
 * @param inForce the edition meant where a claim names none: the one in force when the version was approved,
 * as its history says, else the one of `manual.yaml`
 */
export function buildClaims(raw: RawDocument, frontMatter: SoundKeys, inForce: EditionKey): Claim[] {
  const standard = claimedEdition(frontMatter, inForce);
  const document = raw.id ?? '';
  const fromFrontMatter = (frontMatter.clauses ?? []).map((written, index): Claim => {
    const path = `clauses.${index}`;
    const entry = typeof written === 'string' ? { clause: written } : written;
    return {
      document,
      edition: entry.standard ?? standard,
      clause: entry.clause,
      sections: (entry.at ?? []).map((anchor) => anchor.slice(1)),
      extent: entry.extent ?? 'full',
      note: entry.note,
      place: raw.places[`${path}.clause`] ?? raw.places[path] ?? wholeFile(raw.file),
      origin: 'front-matter',
    };
  });
  const fromText = raw.body.components.flatMap((use): Claim[] => {
    const clause = use.attributes['id'];
    if (use.name !== 'Clause' || clause === undefined) return [];
    return [
      {
        document,
        edition: use.attributes['standard'] ?? standard,
        clause,
        sections: use.section === undefined ? [] : [use.section],
        extent: use.attributes['extent'] === 'partial' ? 'partial' : 'full',
        note: use.attributes['note'],
        place: use.attributePlaces['id'] ?? use.place,
        origin: 'text',
      },
    ];
  });
  return [...fromFrontMatter, ...fromText];
}

/** A document approved under an earlier edition of the same standard claims that edition's numbers. */
function claimedEdition(frontMatter: SoundKeys, inForce: EditionKey): EditionKey {
  const named = frontMatter.history?.find(
    (entry) => entry.edition !== undefined && entry.version === frontMatter.version,
  )?.edition;
  return named !== undefined && named.split(':')[0] === inForce.split(':')[0] ? named : inForce;
}
