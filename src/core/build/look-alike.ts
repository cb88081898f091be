/** Names that a reader cannot tell apart: the same shapes from other letters, scripts or digits. */

/**
 * What an id looks like at a glance: letters of other scripts that have the shape of a Latin letter become that
 * letter, and shapes that are easily taken for one another become one. Two ids with the same look are a trap.
 */
export function lookOf(id: string): string {
  return [...id.normalize('NFKC')]
    .map((character) => twins.get(character) ?? character)
    .join('')
    .normalize('NFD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll(/[o]/g, '0')
    .replaceAll(/[il|]/g, '1')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll(/[\s_.‐-―−-]+/gu, '-');
}

/** Two scripts in one word, as `Р` (Cyrillic) among Latin letters; undefined where it is written in one. */
export function mixedScripts(id: string): string | undefined {
  const found = scripts.filter(([, pattern]) => pattern.test(id)).map(([name]) => name);
  return found.length > 1 ? found.join(' and ') : undefined;
}

const scripts: readonly (readonly [string, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Cherokee', /\p{Script=Cherokee}/u],
];

// Cyrillic and Greek capitals and small letters with the shape of a Latin one, pairwise.
const pairs =
  'АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT УY ХX аa сc еe оo рp хx уy ѕs іi јj ԛq ԝw һh ԁd ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo νv αa ιi κk ρp ϲc';
const twins: ReadonlyMap<string, string> = new Map(
  pairs.split(' ').map((pair) => [[...pair][0] ?? '', [...pair][1] ?? ''] as const),
);
