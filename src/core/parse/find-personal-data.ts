/**
 * What looks like data about a person: in a published text it is usually a slip. Patterns, not knowledge: they
 * advise. Linear; at most `most` a document.
 */
import type { LineIndex, Place } from '../model/place.ts';

export interface PersonalData {
  readonly kind: 'e-mail address of a person' | 'telephone number' | 'national id number' | 'date of birth';
  readonly text: string;
  readonly place: Place;
}

const most = 50;

const patterns: readonly (readonly [PersonalData['kind'], RegExp])[] = [
  // A given name and a family name before the @: offices are not written so.
  [
    'e-mail address of a person',
    /\b(?!first(?:name)?[._]last)[\p{Ll}\p{Lu}]{2,20}[._][\p{Ll}\p{Lu}]{2,30}\d{0,3}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}\b/gu,
  ],
  ['telephone number', /(?<![\w.@/:-])\+\d{1,3}[ .-]?\(?\d{1,4}\)?(?:[ .-]?\d{2,4}){2,4}(?![\w-])/g],
  // United States, United Kingdom, France, Spain, Vietnam where it is named.
  [
    'national id number',
    /\b(?:\d{3}-\d{2}-\d{4}|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]|[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?\d{2} ?\d{3} ?\d{3} ?\d{2}|\d{8}-?[TRWAGMYFPDXBNJZSQVHLCKE]|CCCD ?:? ?\d{12})\b/g,
  ],
  [
    'date of birth',
    /\b(?:born(?: on)?|date of birth|d\.?o\.?b\.?|né(?:e)? le|date de naissance|ngày sinh|sinh ngày|fecha de nacimiento|geboren am)[ :]{1,4}(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2} \p{L}{3,12} \d{4})/giu,
  ],
];

export function findPersonalData(text: string, from: number, file: string, lines: LineIndex): PersonalData[] {
  const passage = text.slice(from);
  const found: PersonalData[] = [];
  for (const [kind, pattern] of patterns)
    for (const match of passage.matchAll(pattern)) {
      if (found.length >= most) return found;
      const start = from + match.index;
      found.push({ kind, text: match[0], place: lines.span(file, start, start + match[0].length) });
    }
  return found;
}
