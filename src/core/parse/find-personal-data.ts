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

/** Words by which offices name themselves, also in two parts, as in exams.office@. */
const office =
  /(?:^|[._])(?:admissions?|assessment|campus|complaints|contact|data|desk|dpo|enquiries|examinations?|exams?|finance|help|hr|info|international|it|library|mail|management|no|office|privacy|protection|quality|registry|reply|safeguarding|school|secretariat|services?|students?|support|team|training)[._@]/iu;

const patterns: readonly (readonly [PersonalData['kind'], RegExp])[] = [
  // A given name, or its first letter, and a family name before the @.
  [
    'e-mail address of a person',
    /\b(?!first(?:name)?[._]last)[\p{Ll}\p{Lu}]{1,20}[._][\p{Ll}\p{Lu}]{2,30}\d{0,3}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}\b/gu,
  ],
  // With the sign of the international form, or after a word for it.
  [
    'telephone number',
    /(?<![\w.@/:-])\+\d{1,3}[ .-]?\(?\d{1,4}\)?(?:[ .-]?\d{2,4}){2,4}(?![\w-])|(?<=(?<!\p{L})(?:tele)?(?:phone|mobile|fax|tel|téléphone|điện thoại|teléfono|telefon|call|ring)\.?:? {1,2})\(?0?\d{2,5}\)?(?:[ .-]?\d{2,5}){2,4}(?![\w-])/giu,
  ],
  // United States, United Kingdom, France, Spain, Vietnam where it is named.
  [
    'national id number',
    /\b(?:\d{3}-\d{2}-\d{4}|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]|[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?\d{2} ?\d{3} ?\d{3} ?\d{2}|\d{8}-?[TRWAGMYFPDXBNJZSQVHLCKE]|CCCD ?:? ?\d{12})\b/g,
  ],
  [
    'date of birth',
    /\b(?:born(?: on)?|date of birth|d\.?o\.?b\.?|né(?:e)? le|date de naissance|ngày sinh|sinh ngày|fecha de nacimiento|geboren am)[ :]{1,4}(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}(?:st|nd|rd|th)? \p{L}{3,12},? \d{4}|\p{L}{3,12} \d{1,2}(?:st|nd|rd|th)?,? \d{4})/giu,
  ],
];

export function findPersonalData(text: string, file: string, lines: LineIndex): PersonalData[] {
  const found: PersonalData[] = [];
  for (const [kind, pattern] of patterns) {
    // Looking for the sign takes a hundredth of the time.
    if (kind === 'e-mail address of a person' && !text.includes('@')) continue;
    for (const match of text.matchAll(pattern)) {
      if (kind === 'e-mail address of a person' && office.test(match[0])) continue;
      if (found.length >= most) return found;
      const { index } = match;
      found.push({ kind, text: match[0], place: lines.span(file, index, index + match[0].length) });
    }
  }
  return found;
}
