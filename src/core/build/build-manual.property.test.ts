/** Settings, registers, standards and front matter of any content end in findings with places, never in an exception. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { frontMatterByType } from '../../../schemas/document.ts';
import { manualSettings } from '../../../schemas/manual.ts';
import { standard } from '../../../schemas/standard.ts';
import { analyseFiles } from '../../testing/check-files.ts';
import { exampleFiles } from '../rules/example-manual.ts';
import { ruleById } from '../rules/index.ts';

const runs = 200;
const words = [
  ...new Set(Object.values(exampleFiles).flatMap((text) => text.match(/[\w.:-]+/g) ?? [])),
  ...[
    '__proto__',
    'constructor',
    'notApplicable',
    'severities',
    'alsoShow',
    'requires',
    'accepts',
    'previous',
  ],
  ...[
    '8.10',
    '1',
    'true',
    'null',
    '~',
    '2026-02-30',
    'P12M',
    'iso-21001:2018',
    'history',
    'reportsTo',
    'parent',
  ],
];

/** A tree of the words that the schemas know, in places where they do not belong. */
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<unknown>(...words, 1.1, 0, -1, true, null, '', 'é 😀', 'a\nb'),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...words), tie('tree'), { maxKeys: 5 }),
  ),
}));

/** A text with passages taken out, doubled or replaced. */
const damaged = (text: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.record({
        at: fc.nat(text.length),
        length: fc.nat(40),
        put: fc.oneof(
          fc.constantFrom(
            ...words,
            ': ',
            '- ',
            '{',
            '}',
            '[',
            ']',
            '"',
            "'",
            '#',
            '&a ',
            '*a',
            '\n',
            '\n  ',
            '\t',
            '---\n',
            '!!x ',
            '|',
            '>',
          ),
          fc.string({ maxLength: 6 }),
        ),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((edits) =>
      edits.reduce((so, { at, length, put }) => so.slice(0, at) + put + so.slice(at + length), text),
    );

function expectSound(files: Readonly<Record<string, string>>): void {
  const { findings, counts } = analyseFiles({ ...exampleFiles, ...files });
  expect(findings.length).toBe(counts.error + counts.warning + counts.note);
  for (const { place, rule, message } of findings) {
    expect(ruleById.has(rule), rule).toBe(true);
    expect(message.replaceAll(/`[^`]*`/g, '')).not.toMatch(/undefined|\[object|NaN/);
    if (place.kind !== 'span' || !place.file.startsWith('content/')) continue;
    const lines = (
      files[place.file.slice('content/'.length)] ??
      exampleFiles[place.file.slice('content/'.length)] ??
      ''
    ).split('\n');
    expect(place.start.line, message).toBeLessThanOrEqual(lines.length);
    expect(place.start.line).toBeGreaterThanOrEqual(1);
    expect(place.start.column).toBeGreaterThanOrEqual(1);
    expect(place.start.column, message).toBeLessThanOrEqual((lines[place.start.line - 1]?.length ?? 0) + 2);
  }
}

/** Sound values with one or two of their keys replaced, so that what lies deep in a schema is reached too. */
const bent = (text: string, keys: readonly string[]): fc.Arbitrary<string> =>
  fc
    .dictionary(fc.constantFrom(...keys), tree, { minKeys: 1, maxKeys: 2 })
    .map((changes) => stringify({ ...(parse(text) as object), ...changes }));

const frontMatter = exampleFiles['procedures/prc-001.mdx']?.split('---\n')[1] ?? '';
const shapes: readonly (readonly [string, string, fc.Arbitrary<string>])[] = [
  ['manual.yaml', '', bent(exampleFiles['manual.yaml'] ?? '', Object.keys(manualSettings.shape))],
  ['registers/roles.yaml', '', tree.map((rows) => stringify({ rows: [rows] }))],
  [
    'registers/findings.yaml',
    '',
    tree.map((value) =>
      stringify({
        rows: [{ id: 'F-1', class: 'minor', clause: '1.1', opened: '2026-01-01', documents: value }],
      }),
    ),
  ],
  ['standards/demo.yaml', '', bent(exampleFiles['standards/demo.yaml'] ?? '', Object.keys(standard.shape))],
  [
    'standards/demo.yaml',
    '',
    tree.map((clause) => `${exampleFiles['standards/demo.yaml'] ?? ''}  - ${JSON.stringify(clause)}\n`),
  ],
  [
    'procedures/prc-001.mdx',
    'front matter ',
    bent(frontMatter, Object.keys(frontMatterByType.procedure.shape)).map(
      (text) => `---\n${text}---\n\n## Purpose\n`,
    ),
  ],
  [
    'records/rec-001.mdx',
    'front matter ',
    tree.map((value) => `---\n${stringify(value)}---\n\n## Purpose\n`),
  ],
];

test.each(shapes)('%s %sof any shape', (path, _, text) => {
  fc.assert(
    fc.property(text, (written) => {
      expectSound({ [path]: written });
    }),
    { numRuns: runs },
  );
});

test.each(['manual.yaml', 'registers/roles.yaml', 'standards/demo.yaml'])('%s, damaged', (path) => {
  fc.assert(
    fc.property(damaged(exampleFiles[path] ?? ''), (text) => {
      expectSound({ [path]: text });
    }),
    { numRuns: runs },
  );
});
