/** Each conversion: what an author of another tool wrote, and what stands in the document. */
import { expect, test } from 'vitest';
import { parseDocument } from '../parse/parse-document.ts';
import { importTree } from './import-tree.ts';

const one = (markdown: string, path = 'page.md') =>
  importTree({
    sources: [{ path, text: `# Page\n\n${markdown}\n` }],
    assets: ['a.png'],
    ids: 'DOC',
    owner: 'document-owner',
  });

const bodyOf = (text: string): string => text.replace(/^---\n[\s\S]*?\n---\n\n/, '').trimEnd();

const cases: readonly (readonly [name: string, markdown: string, body: string])[] = [
  [
    'an autolink',
    'See <https://example.org/a_b>.',
    'See [https://example.org/a_b](https://example.org/a_b).',
  ],
  [
    'a mail address in angle brackets',
    'Write to <office@example.org>.',
    'Write to [office@example.org](mailto:office@example.org).',
  ],
  ['braces and angle brackets in text', 'Use {name} when a < b.', 'Use \\{name} when a \\< b.'],
  ['braces in code', 'Use `{name}`.', 'Use `{name}`.'],
  ['indented code', 'Text:\n\n    if (a < b) {}', 'Text:\n\n```\nif (a < b) {}\n```'],
  ['a comment', 'One.\n\n<!-- to do: {check} -->\n\nTwo.', 'One.\n\n{/* to do: (check) */}\n\nTwo.'],
  ['a comment within a line', 'One <!-- x --> two.', 'One {/* x */} two.'],
  ['bold and italic tags', 'A <b>bold</b> and <i>slanted</i> word.', 'A **bold** and _slanted_ word.'],
  ['Markdown between tags', 'A <u>very **good**</u> word.', 'A _very **good**_ word.'],
  ['a line break', 'One<br>two', 'One\\\ntwo'],
  ['a line break in a table cell', '| A |\n| - |\n| one<br/>two |', '| A       |\n| ------- |\n| one two |'],
  [
    'a link tag',
    'Read <a href="https://example.org/" target="_blank">this</a>.',
    'Read [this](https://example.org/).',
  ],
  ['an image tag', '<img src="a.png" alt="A chart" width="200">', '![A chart](a.png)'],
  [
    'a figure',
    '<figure><img src="a.png" alt="A chart"><figcaption>Figures of 2025</figcaption></figure>',
    '<Figure src="a.png" alt="A chart" caption="Figures of 2025" />',
  ],
  ['lowered and raised digits', 'H<sub>2</sub>O and 5 m<sup>2</sup>', 'H₂O and 5 m²'],
  ['raised text without characters of its own', 'x<sup>abc</sup>', 'xabc'],
  ['keys', 'Press <kbd>Ctrl</kbd>.', 'Press `Ctrl`.'],
  ['Markdown in keys', 'Press <kbd>**Ctrl**</kbd>.', 'Press **Ctrl**.'],
  [
    'a table in HTML',
    '<table>\n<tr><th>Role</th><th>Days</th></tr>\n<tr><td>Tutor</td><td>5</td></tr>\n</table>',
    '| Role  | Days |\n| ----- | ---- |\n| Tutor | 5    |',
  ],
  [
    'a table in HTML without a head',
    '<table><tr><td>a</td></tr><tr><td>b</td></tr></table>',
    '| a |\n| - |\n| b |',
  ],
  ['a list in HTML', '<ul><li>One</li><li>Two</li></ul>', '- One\n- Two'],
  [
    'a passage that folds',
    '<details>\n<summary>More</summary>\n\nText with **Markdown**.\n\n</details>',
    '<Callout kind="note" title="More">\n\nText with **Markdown**.\n\n</Callout>',
  ],
  ['a wrapper', '<div class="grid" markdown>\n\n- One\n- Two\n\n</div>', '- One\n- Two'],
  ['a start tag that nothing ends', '<div>\n\nOne.\n\nTwo.', 'One.\n\nTwo.'],
  ['a placeholder', 'Run `git` as <username>.', 'Run `git` as \\<username>.'],
  ['a component of another tool', '<Tabs>\n\nOne.\n\n</Tabs>', 'One.'],
  [
    'an embedded page',
    '<iframe src="https://example.org/v" title="The video"></iframe>',
    '[The video](https://example.org/v)',
  ],
  ['a script', 'One.\n\n<script>alert(1)</script>\n\nTwo.', 'One.\n\nTwo.'],
  ['an address that runs code', '[click](javascript:alert(1))', 'click'],
  [
    'a reference',
    'See [the rules][r].\n\n[r]: https://example.org/r "Rules"',
    'See [the rules](https://example.org/r "Rules").',
  ],
  [
    'an alert of GitHub',
    '> [!WARNING]\n> Mind the step.',
    '<Callout kind="caution">\n\nMind the step.\n\n</Callout>',
  ],
  [
    'an admonition of MkDocs',
    '!!! tip "Do this"\n\n    One.\n\n    - Two\n\nAfter.',
    '<Callout kind="important" title="Do this">\n\nOne.\n\n- Two\n\n</Callout>\n\nAfter.',
  ],
  ['tabs of MkDocs', '=== "Linux"\n\n    Text.', '**Linux**\n\nText.'],
  [
    'a directive of Docusaurus',
    ':::note[Good to know]\n\nText.\n\n:::',
    '<Callout kind="note" title="Good to know">\n\nText.\n\n</Callout>',
  ],
  [
    'a hint of GitBook',
    '{% hint style="danger" %}\nText.\n{% endhint %}',
    '<Callout kind="caution">\n\nText.\n\n</Callout>',
  ],
  [
    'an embed of GitBook',
    '{% embed url="https://example.org/v" %}',
    '[https://example.org/v](https://example.org/v)',
  ],
  [
    'a figure of Hugo',
    '{{< figure src="a.png" alt="A chart" caption="2025" >}}',
    '<Figure src="a.png" alt="A chart" caption="2025" />',
  ],
  ['a shortcode nobody knows', 'Text {{< price item="3" >}}.', 'Text \\{\\{\\< price item="3" >}}.'],
  ['a template of Jekyll', '{% include nav.html %}', '\\{% include nav.html %}'],
  ['an icon and an attribute list', '- :material-home:{ .lg .middle } **Home**', '- **Home**'],
  ['a button class', '[Apply](https://example.org/){ .md-button }', '[Apply](https://example.org/)'],
  ['a mark for a table of contents', '[TOC]\n\nText.', 'Text.'],
  ['an explicit heading id', '## Decision {#decide}', '## Decision {#decide}'],
  ['an id in the manner of Kramdown', '## Decision {: #decide .x}', '## Decision {#decide}'],
  [
    'an anchor within a heading',
    '## <a name="old"></a>Purpose\n\n[up](#old)',
    '## Purpose\n\n[up](#purpose)',
  ],
  ['several headings of the first level', '## One\n\n# Two\n\n### Three', '## One\n\n## Two\n\n### Three'],
  ['levels that were skipped', '## One\n\n##### Two', '## One\n\n### Two'],
  ['a heading in another notation', 'Purpose\n-------\n\nText.', '## Purpose\n\nText.'],
  ['a footnote', 'Text.[^1]\n\n[^1]: Note.', 'Text.[^1]\n\n[^1]: Note.'],
  ['a list of tasks', '- [ ] One\n- [x] Two', '- [ ] One\n- [x] Two'],
  ['a line that looks like a program', 'import taxes are due', 'import taxes are due'],
];

test.each(cases)('%s', (_name, markdown, body) => {
  const [document] = one(markdown).documents;
  expect(bodyOf(document?.text ?? '')).toBe(body);
});

test.each(cases)('%s: the document is told nothing by the check', (_name, markdown) => {
  const [document] = one(markdown).documents;
  expect(
    parseDocument({ path: 'content/page.mdx', text: document?.text ?? '', digest: '' }).findings,
  ).toEqual([]);
});

test('what cannot be decided is told with its line', () => {
  const { notes } = one(
    'One.\n\n<script>x</script>\n\nH<sup>abc</sup>\n\n[gone](nowhere.md)\n\n[gone](#nowhere)\n\n{% include x %}\n\n```mermaid\na\n```',
  );
  expect(
    notes.filter(({ kind }) => kind === 'decide').map(({ line, message }) => `${line ?? '-'}: ${message}`),
  ).toEqual([
    '5: a script (`<script>`) was left out',
    '7: `<sup>` has no counterpart here; its text `abc` stands on the line',
    '9: the link `gone` leads to `nowhere.md`, which is not in the tree',
    '11: the link `gone` leads to `#nowhere`, which this text does not have',
    '13: template syntax is shown as text: `{% include x %}`',
    '15: a diagram (`mermaid`) is shown as its source',
  ]);
});

test('MDX loses its statements and keeps its text', () => {
  const { documents, notes } = one("import { Tabs } from '@theme/Tabs';\n\nText.", 'page.mdx');
  expect(bodyOf(documents[0]?.text ?? '')).toBe('Text.');
  expect(notes.map(({ message }) => message)).toEqual([
    "code was left out: `import { Tabs } from '@theme/Tabs';`",
  ]);
});
