/** The hostile cases: each is one text, and the expected output of its manual holds every word that is said of it. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('cases/hostile/', import.meta.url));
const texts = globSync('*/content/**/*.{mdx,svg}', { cwd: folder })
  .map((path) => path.replaceAll('\\', '/'))
  // The sound document that makes each folder a manual.
  .filter((path) => !path.endsWith('/prc-001-planning.mdx'));

/** Whether the case's output speaks of the text; `cases.test.ts` compares the output as a whole. */
function isSpokenOf(path: string): boolean {
  const [name = '', ...below] = path.split('/');
  return readFileSync(join(folder, name, 'expected.txt'), 'utf8').includes(below.join('/'));
}

/** They look dangerous and are not: nothing may be said of them. */
const harmless: readonly string[] = [
  'addresses/content/forms/frm-016-quotes-in-the-address.mdx',
  'code/content/forms/frm-006-export-at-the-end-with-a-backslash.mdx',
  'code/content/forms/frm-021-a-word-that-looks-like-import.mdx',
  'components/content/forms/frm-021-markup-in-an-attribute.mdx',
  'components/content/forms/frm-023-empty-name.mdx',
  'front-matter/content/procedures/a16-markup.mdx',
  'html/content/forms/frm-022-entities-are-text.mdx',
  'nesting/content/forms/frm-003-lists.mdx',
  'nesting/content/forms/frm-010-backticks.mdx',
  'nesting/content/forms/frm-012-entities.mdx',
  'nesting/content/forms/frm-013-links-in-links.mdx',
  'nesting/content/forms/frm-015-tildes.mdx',
  'nesting/content/forms/frm-016-headings.mdx',
  'nesting/content/forms/frm-018-backslashes.mdx',
  'pictures/content/figures/01-shapes.svg',
  'pictures/content/figures/24-embedded-png.svg',
  'pictures/content/forms/frm-002-a-drawing.mdx',
  'svg-script/content/forms/frm-002-a-drawing.mdx',
  'text-traps/content/forms/b01-byte-order-mark.mdx',
  'text-traps/content/forms/b12-isolate-balanced.mdx',
  'text-traps/content/forms/b21-persian-joiner.mdx',
  'text-traps/content/forms/b23-line-separator.mdx',
];

test('at least eighty texts are refused, and nothing is said of those that do no harm', () => {
  expect(texts.filter((path) => !isSpokenOf(path)).sort()).toEqual(harmless);
  expect(texts.length - harmless.length).toBeGreaterThan(150);
});
