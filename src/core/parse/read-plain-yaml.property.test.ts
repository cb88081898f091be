/** What is read quickly means what the library says it means. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bothReadings } from '../../testing/yaml-readings.ts';

/** `EOMS_RUNS=1000000 npx vitest run --project property read-plain-yaml` for a long look. */
const runs = Number(process.env['EOMS_RUNS'] ?? 5000);

const values = [
  ...[
    'a',
    'a b',
    'a  b ',
    '2026-11-02',
    '9.2.1',
    '8.10',
    '8.1',
    '0',
    '007',
    '1e3',
    '+1',
    '-1',
    '.5',
    '0x1f',
    '0o17',
  ],
  ...[
    'true',
    'False',
    'TRUE',
    'yes',
    'Off',
    'null',
    'Null',
    '~',
    '.inf',
    '.NaN',
    'iso-21001:2018',
    'doc:PRC-001',
  ],
  ...[
    '"a"',
    '"a b" ',
    "'a'",
    "'it''s'",
    '"a\\n"',
    '"a" b',
    '"',
    "'",
    '""',
    'a: b',
    'a:',
    'a #b',
    'a#b',
    '#a',
    'é',
  ],
  ...[
    '[]',
    '[a]',
    '[ a , b ]',
    '[a, b,]',
    '[a,,b]',
    '["a", \'b\']',
    '[a b, 1, true]',
    '[[a], [b]]',
    '[a',
    '[a: b]',
  ],
  ...[
    '{}',
    '{ a: b }',
    '{a: b}',
    '{ a: b, c: "d e" }',
    '{ a: [b, c] }',
    '{ a }',
    '{ a: b, a: c }',
    '{ a:b }',
    '{ a: }',
  ],
  ...[
    '{ clause: "8.1", at: ["#x"], note: a b }',
    '|',
    '>-',
    '&x a',
    '*x',
    '!t a',
    '@a',
    '`a`',
    '%a',
    '- a',
    '? a',
    '',
  ],
  ...[
    '<<',
    'a, b',
    'a]b',
    'a{b',
    "a'b",
    'a"b',
    'a\tb',
    '-a',
    '--- a',
    'a - b',
    '{ a: b }c',
    '[a] b',
    'constructor',
  ],
  ...['>-\n  a\n  b', '>-\n    a', '>-\n  a\n\n  b', '>-\n   a: b\n   c ', '>- \n  a', '>-\n  a\n b'],
];
const keys = [
  'a',
  'b',
  'clause',
  'at',
  'yes',
  'true',
  'null',
  'a-b',
  'a_b',
  'constructor',
  '"a"',
  'a b',
  'é',
  '1',
  '<<',
];
const line = fc
  .record({
    indent: fc.constantFrom(0, 0, 0, 2, 2, 4, 1, 3, 6),
    dash: fc.constantFrom('', '', '', '- ', '-  ', '-', '- - '),
    key: fc.option(fc.constantFrom(...keys)),
    space: fc.constantFrom(' ', ' ', ' ', '  ', ''),
    value: fc.option(fc.constantFrom(...values)),
    end: fc.constantFrom('', '', '', '', ' ', ' # c', '\r', '\n', '\n# c'),
  })
  .map(({ indent, dash, key, space, value, end }) =>
    [
      ' '.repeat(indent),
      dash,
      key === null ? '' : `${key}:${value === null ? '' : space}`,
      value ?? '',
      end,
    ].join(''),
  );

/** A value in block style, below a key or a dash that stands at `indent`. */
const block = (depth: number, indent: number): fc.Arbitrary<string> => {
  const inline = fc.constantFrom(...values).map((value) => ` ${value}\n`);
  if (depth === 0) return inline;
  const step = fc.constantFrom(2, 2, 2, 4, 0);
  const nested = step.chain((by) => {
    const pad = ' '.repeat(indent + by);
    const item = block(depth - 1, indent + by);
    const list = fc
      .array(item, { minLength: 1, maxLength: 3 })
      .map((items) => items.map((one) => `${pad}-${one}`));
    return fc
      .oneof(
        list,
        fc
          .array(fc.tuple(fc.constantFrom(...soundKeys), item), { minLength: 1, maxLength: 3 })
          .map((pairs) => pairs.map(([key, one], at) => `${pad}${key}${String(at)}:${one}`)),
      )
      .map((lines) => `\n${lines.join('')}`);
  });
  return fc.oneof({ weight: 3, arbitrary: inline }, { weight: 2, arbitrary: nested });
};
const soundKeys = keys.filter((key) => /^[a-z][\w-]*$/.test(key));
const marks = [
  ...Array.from(' \n:-[]{},"\'#&*!|>%@`~?x0.\t\r'),
  '\u00a0',
  '\u2028',
  '\ud83d',
  'é',
  '  ',
  '\n\n',
  ': ',
  ' #',
  '- ',
];

/** One slip of the pen, or none. */
const slip = (text: string, at: number, mark: string | null, gone: number): string => {
  const place = Math.floor(at * text.length);
  return mark === null ? text : text.slice(0, place) + mark + text.slice(place + gone);
};
const damaged = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      text,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.option(fc.constantFrom('', ...marks)),
      fc.nat(2),
    )
    .map(([whole, at, mark, gone]) => slip(whole, at, mark, gone));

const sample = fc.constantFrom(
  ...['procedures', 'records', 'registers', 'policies'].flatMap((folder) =>
    readdirSync(`content/${folder}`).flatMap((name) => {
      const text = readFileSync(`content/${folder}/${name}`, 'utf8');
      return name.endsWith('.yaml') ? text : (/^---\n([^]*?\n)---\n/.exec(text)?.[1] ?? []);
    }),
  ),
);

test.each([
  [
    'lines put together',
    fc.array(line, { minLength: 1, maxLength: 7 }).map((lines) => lines.join('\n')),
    0.002,
  ],
  [
    'values within values',
    damaged(
      fc
        .array(fc.tuple(fc.constantFrom(...soundKeys), block(3, 0)), { minLength: 1, maxLength: 4 })
        .map((pairs) => pairs.map(([key, value], at) => `${key}${String(at)}:${value}`).join('')),
    ),
    0.02,
  ],
  ['the sample manual with a slip of the pen', damaged(sample), 0.15],
])(
  '%s',
  (_, texts, share) => {
    let plain = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const { quick, library, isPlain } = bothReadings(text);
        if (isPlain) plain++;
        expect(quick).toEqual(library);
      }),
      { numRuns: runs },
    );
    expect(plain).toBeGreaterThan(runs * share);
  },
  3_600_000,
);
