/** The worst inputs that were thought of, at any size: each is one small thing, repeated. */

const front = '---\nid: PRC-001\ntitle: Worst\ntype: procedure\n---\n\n';

/** Texts of about `size` characters, by name. */
export function worstInputs(size: number): Record<string, string> {
  const body = (unit: string, before = '', after = ''): string =>
    front + before + unit.repeat(Math.ceil(size / unit.length)) + after;
  const yaml = (unit: string, before: string, after = ''): string =>
    `---\n${before}${unit.repeat(Math.ceil(Math.min(size, 190_000) / unit.length))}${after}\n---\n\nText.\n`;
  return {
    'open brackets': body('['),
    'closed brackets': body('[a]'),
    'links in links': body('[a](', '', ')'),
    'reference links': body('[a][b] '),
    pictures: body('![a]('),
    'footnote marks': body('[^a] '),
    'footnote texts': body('[^a]: b\n'),
    definitions: body('[a]: b\n'),
    'quotation levels': body('>'),
    'quotation lines': body('> '.repeat(30) + 'x\n'),
    'nested lists': body('- '.repeat(30) + 'x\n'),
    'list items': body('- x\n'),
    stars: body('*'),
    'stars and letters': body('*a '),
    'mixed emphasis': body('*a _b **c __d '),
    tildes: body('~~a '),
    backticks: body('`'),
    'backticks of all lengths': front + backticks(size),
    'open braces': body('{'),
    'closed braces': body('{a}'),
    'open comments': body('{/*'),
    'closed comments': body('{/* */}'),
    'open tags': body('<Callout kind="note">'),
    'open tags on lines': body('<Callout kind="note">\n\n'),
    'closing tags': body('</Callout>'),
    'unfinished tags': body('<Role id="'),
    'unfinished tag with attributes': body('a="b" ', '<Role '),
    'angle brackets': body('<'),
    'angle brackets and spaces': body('< '),
    HTML: body('<br>'),
    'brace and HTML': body('<br>', '{'),
    'HTML comments': body('<!--'),
    'table bars': body('|'),
    'table rows': body('| a | b |\n', '| a | b |\n| - | - |\n'),
    'wide table': body('|a', '', `\n${'|-'.repeat(200)}\n`),
    ampersands: body('&'),
    entities: body('&amp;'),
    backslashes: body('\\'),
    headings: body('# a\n'),
    'heading ids': body('## a {#a}\n'),
    'different headings': front + numbered(size, (n) => `## Heading ${n}\n\n`),
    'underlined headings': body('a\n=\n'),
    fences: body('```\n'),
    'one long line': body('a'),
    words: body('word '),
    'empty lines': body('\n'),
    indentation: body(' '),
    tabs: body('\t'),
    addresses: body('https://a.b '),
    'mail addresses': body('a@b.c '),
    'at signs': body('@'),
    'w w w': body('www.'),
    imports: body('import a from "b"\n\n'),
    'invisible characters': body('\u200b'),
    'direction overrides': body('\u202ea'),
    'carriage returns': body('\r'),
    emoji: body('😀'),
    'YAML list': yaml('- a\n', 'clauses:\n'),
    'YAML flow': yaml('[', 'clauses: '),
    'YAML maps': yaml('{a: ', 'clauses: '),
    'YAML keys': `---\n${numbered(Math.min(size, 190_000), (n) => `key${n}: a\n`)}---\n\nText.\n`,
    'YAML same keys': yaml('a: b\n', ''),
    'YAML anchors': yaml('- &a a\n', 'clauses:\n'),
    'YAML aliases': yaml('- *a\n', 'title: &a a\nclauses:\n'),
    'YAML merges': yaml('- { <<: *a }\n', 'title: &a {}\nclauses:\n'),
    'YAML merge of merges': yaml('<<: *a\n', 'title: &a {}\n'),
    'YAML quotes': yaml('"', 'title: '),
    'YAML comments': yaml('# a\n', ''),
    'YAML documents': yaml('...\n', ''),
    'front matter without end': `---\n${'a: b\n'.repeat(size / 5)}`,
  };
}

function backticks(size: number): string {
  let text = '';
  for (let length = 1; text.length < size; length++) text += `${'`'.repeat(length % 1000)} `;
  return text;
}

function numbered(size: number, line: (n: number) => string): string {
  const lines: string[] = [];
  for (let n = 1, length = 0; length < size; n++) {
    lines.push(line(n));
    length += lines.at(-1)?.length ?? 0;
  }
  return lines.join('');
}
