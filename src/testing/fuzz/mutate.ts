/** Damages a text in the ways that people, conversions and attackers do. The same seed gives the same texts. */

export type Random = () => number;

/** Mulberry32: small, fast and the same on every machine. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const below = (random: Random, end: number): number => Math.floor(random() * end);
const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[below(random, items.length)] as Item;

/** What parsers stumble over: unfinished, nested, mixed and invisible. */
const bodyBits: readonly string[] = [
  '{',
  '}',
  '{/*',
  '*/}',
  '{`',
  '${',
  '`',
  '```\n',
  '~~~\n',
  '<',
  '>',
  '</',
  '/>',
  '<br>',
  '<Callout',
  '<Callout kind="note">\n\n',
  '\n\n</Callout>\n',
  '<Role id="',
  '"/>',
  '<Steps>',
  '</Steps>',
  '<!--',
  '-->',
  '<![CDATA[',
  '<a b={c}>',
  '{...x}',
  '[',
  ']',
  '](',
  ')',
  '[^1]',
  '[^1]: x',
  '][',
  '![',
  '](doc:',
  '](javascript:x)',
  '](../x.mdx#',
  '\n[a]: b\n',
  '|',
  '\n| - | - |\n',
  '| a | b |\n',
  '*',
  '**',
  '_',
  '~~',
  '\\',
  '#',
  '\n# ',
  '\n## A {#a}\n',
  '{#a}',
  '{#a b="c"}',
  '\n---\n',
  '\n===\n',
  '\n> ',
  '\n- ',
  '\n  - ',
  '\n1. ',
  '\n    ',
  '\t',
  '\nimport x from "y"\n',
  '\nexport const a = 1\n',
  "\nexport a'\\",
  '&amp;',
  '&#0;',
  '&#x110000;',
  '\u0000',
  '\u202e',
  '\u200b',
  '\ufeff',
  '\ud800',
  '\u2028',
  '😀',
  'é',
  'e\u0301',
  '\r',
  '\r\n',
  '\n\n',
  ' ',
  'x',
  'https://a.b',
  'www.a.b',
  'a@b.c',
  '<https://a.b>',
  '((((',
  '))))',
  '"',
  "'",
  '$',
  ':::note\n',
  '%',
  '%41',
  '|'.repeat(70),
  '>'.repeat(40),
  '['.repeat(50),
  '*'.repeat(60),
  '{'.repeat(30),
  '<b>'.repeat(30),
];
const yamlBits: readonly string[] = [
  ':',
  ': ',
  '- ',
  '\n- ',
  '[',
  ']',
  '{',
  '}',
  ',',
  '&a ',
  '*a',
  '<<: ',
  '!!js/function ',
  '!x ',
  '|\n  ',
  '>\n  ',
  '"',
  "'",
  '#',
  ' #',
  '? ',
  '---\n',
  '...\n',
  '\t',
  '\n',
  '\n  ',
  '~',
  'null',
  'no',
  '8.10',
  '007',
  '0x1F',
  '1e3',
  '.nan',
  '2026-02-30',
  '2026-01-01T00:00:00Z',
  '__proto__: x\n',
  'constructor: x\n',
  'toString: x\n',
  'id: PRC-001\n',
  'type: form\n',
  'clauses: [',
  'history: [',
  '{ act: approved, version: "1.0" }',
  '\u0000',
  '\u202e',
  '\ufeff',
  '%',
  '@',
  '`',
  '[[[[[[[[[[[[[[[[[[[[[[[[[[[[',
  '{a: {a: {a: {a: {a: {a: {a: {a: ',
  '&a [*a, *a]',
  'é',
  '😀',
  '\r\n',
  '---js\n',
];

/** @param part which half of the document is damaged; `manual` for YAML as a whole */
export function mutate(
  text: string,
  others: readonly string[],
  part: 'front-matter' | 'body' | 'manual',
  random: Random,
): string {
  const fence = text.indexOf('\n---', 3);
  const split = fence === -1 ? 0 : fence + 4;
  const [from, to] =
    part === 'manual' ? [0, text.length] : part === 'front-matter' ? [0, split] : [split, text.length];
  let passage = text.slice(from, to);
  const bits = part === 'body' ? bodyBits : yamlBits;
  for (let times = 1 + below(random, 6); times > 0; times--) passage = damage(passage, bits, others, random);
  return (text.slice(0, from) + passage + text.slice(to)).slice(0, 60_000);
}

function damage(text: string, bits: readonly string[], others: readonly string[], random: Random): string {
  const at = below(random, text.length + 1);
  const length = below(random, Math.min(80, text.length - at + 1));
  const before = text.slice(0, at);
  const after = text.slice(at + length);
  switch (below(random, 9)) {
    case 0:
      return before + after;
    case 1:
    case 2:
    case 3:
      return before + pick(random, bits) + text.slice(at);
    case 4:
      return before + pick(random, bits).repeat(1 + below(random, 40)) + text.slice(at);
    case 5:
      return before + text.slice(at, at + length).repeat(2 + below(random, 3)) + after;
    case 6: {
      const other = pick(random, others);
      const start = below(random, other.length);
      return before + other.slice(start, start + below(random, 200)) + text.slice(at);
    }
    case 7:
      return before + String.fromCharCode(below(random, 0x10000)) + text.slice(at + 1);
    default:
      return text.slice(at) + before;
  }
}
