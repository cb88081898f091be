import { describe, expect, test } from 'vitest';
import { formatImportReport } from './format-import-report.ts';
import type { ImportOptions, ImportResult } from './import-model.ts';
import { importTree } from './import-tree.ts';
import { writeRoles, writeSettings } from './write-starter.ts';

const run = (files: Record<string, string>, options: Partial<ImportOptions> = {}): ImportResult =>
  importTree({
    sources: Object.entries(files).map(([path, text]) => ({ path, text })),
    assets: [],
    ids: 'DOC',
    owner: 'document-owner',
    ...options,
  });
const textOf = (result: ImportResult, source: string): string =>
  result.documents.find((document) => document.source === source)?.text ?? '';

test('front matter of a draft that claims nothing', () => {
  const result = run({
    'admission.md': '---\ntitle: Admission procedure\nsummary: How learners join.\nlang: fr\n---\nText.\n',
  });
  expect(result.documents[0]?.text).toBe(`---
id: DOC-001
title: Admission procedure
type: procedure
version: "0.1"
status: draft
owner: document-owner
clauses: []
noClauses: "Imported text: which clauses it meets is still to be decided"
language: fr
description: How learners join.
---

Text.
`);
});

describe('titles', () => {
  const titleOf = (markdown: string, path = 'staff-handbook.md'): string | undefined =>
    run({ [path]: markdown }).documents[0]?.title;
  test('the only first-level heading on top', () => {
    expect(titleOf('---\ntitle: Overview\n---\n# Leave **rules**\n\nText.')).toBe('Leave rules');
  });
  test('the front matter, where there is no such heading', () => {
    expect(titleOf('---\ntitle: Leave\n---\nText.\n\n# One\n\n# Two')).toBe('Leave');
  });
  test('the first first-level heading, wherever it stands', () => {
    expect(titleOf('Text.\n\n# Leave')).toBe('Leave');
  });
  test('the name of the file, or of the folder for a start page', () => {
    expect(titleOf('Text.')).toBe('Staff handbook');
    expect(titleOf('Text.', 'staff/README.md')).toBe('Staff');
  });
});

describe('ids', () => {
  const files = { 'a.md': 'A', 'policies/b.md': 'B', 'company-rules/c.md': 'C', 'policies/d.md': 'D' };
  const ids = (result: ImportResult): Record<string, string> =>
    Object.fromEntries(result.documents.map(({ source, id }) => [source, id]));

  test('numbers in the order of the paths', () => {
    expect(ids(run(files))).toEqual({
      'a.md': 'DOC-001',
      'company-rules/c.md': 'DOC-002',
      'policies/b.md': 'DOC-003',
      'policies/d.md': 'DOC-004',
    });
  });
  test('by folder', () => {
    expect(ids(run(files, { ids: 'by-folder' }))).toEqual({
      'a.md': 'DOC-001',
      'company-rules/c.md': 'CR-001',
      'policies/b.md': 'POL-001',
      'policies/d.md': 'POL-002',
    });
  });
  test('stay on a second run, and a new file takes a new number', () => {
    const first = run(files);
    const existingIds = new Map(first.documents.map(({ path, id }) => [path, id]));
    const again = ids(run({ ...files, '0.md': 'New' }, { existingIds }));
    expect(again).toEqual({ ...ids(first), '0.md': 'DOC-005' });
  });
});

describe('links', () => {
  const link = (href: string, more: Partial<ImportOptions> = {}): string => {
    const result = run(
      {
        'guide/page.md': `[x](${href})`,
        'guide/other.md': '# Other\n\n## How to apply\n\n## Fees & costs\n\n## Fees & costs',
        'guide/deep/README.md': '# Deep\n\n## Part',
        'README.md': '# Start',
      },
      { assets: ['img/A chart (1).png', 'guide/form.pdf'], ...more },
    );
    return (
      /\[x\]\((.*)\)$/m.exec(textOf(result, 'guide/page.md'))?.[1] ??
      textOf(result, 'guide/page.md').split('\n').at(-2) ??
      ''
    );
  };

  test.each([
    ['a file beside it', 'other.md', 'other.mdx'],
    ['with a heading', './other.md#how-to-apply', 'other.mdx#how-to-apply'],
    ['with a heading in letters of another case', 'other.md#How-To-Apply', 'other.mdx#how-to-apply'],
    ['with a heading as MkDocs numbers it', 'other.md#fees-costs_1', 'other.mdx#fees--costs-1'],
    ['to the title of another', 'other.md#other', 'other.mdx'],
    ['without an ending', 'other', 'other.mdx'],
    ['to a page of HTML', 'other.html#how-to-apply', 'other.mdx#how-to-apply'],
    ['to a folder', 'deep/', 'deep/README.mdx'],
    ['from the top of the tree', '/guide/deep/#part', 'deep/README.mdx#part'],
    ['from a page that was a folder', '../other/', 'other.mdx'],
    ['in letters of another case', 'Other.MD', 'other.mdx'],
    ['upwards', '../README.md', '../README.mdx'],
    ['to a file with spaces and brackets', '<../img/A chart (1).png>', '../img/A-chart-1-.png'],
    ['with percent signs', '../img/A%20chart%20%281%29.png', '../img/A-chart-1-.png'],
    ['to a download', 'form.pdf', 'form.pdf'],
    ['to elsewhere', 'https://example.org/a_(b)', 'https://example.org/a_%28b%29'],
    ['to a mailbox', 'mailto:office@example.org', 'mailto:office@example.org'],
    ['to what never was there', 'missing.md#x', 'missing.md#x'],
  ])('%s', (_name, href, expected) => {
    expect(link(href)).toBe(expected);
  });

  test('to the address where the tree was published', () => {
    expect(link('https://guide.example.org/guide/deep/#part', { site: 'https://guide.example.org/' })).toBe(
      'deep/README.mdx#part',
    );
  });
  test('in the manner of a wiki', () => {
    const result = run({
      'a.md': 'See [[Other page|the other]] and [[Nobody]].',
      'x/other-page.md': 'Text.',
    });
    expect(textOf(result, 'a.md')).toContain('See [the other](x/other-page.mdx) and Nobody.');
  });
  test('an address that its own page does not have is told, and stays for the check to find', () => {
    const result = run({ 'a.md': 'One.\n\n[x](b.md#gone)', 'b.md': '# B' });
    expect(textOf(result, 'a.md')).toContain('[x](b.mdx#gone)');
    expect(result.notes).toContainEqual({
      file: 'a.md',
      line: 3,
      kind: 'decide',
      message: 'the link `x` leads to `#gone`, which `b.md` does not have',
    });
  });
  test('only files that a text refers to are copied', () => {
    const result = run({ 'a.md': '![A](img/a.png)' }, { assets: ['img/a.png', 'img/b.png'] });
    expect(result.copies).toEqual([{ from: 'img/a.png', to: 'img/a.png' }]);
  });
  test('folders with a meaning of their own are renamed, and links follow', () => {
    const result = run({ 'a.md': '[x](registers/b.md)', 'registers/b.md': 'B' });
    expect(textOf(result, 'a.md')).toContain('[x](imported-registers/b.mdx)');
  });
});

test('the same tree gives the same result, in whatever order its files come', () => {
  const files = { 'b.md': '[a](a.md)', 'a.md': '# A', 'c/a.md': '[b](../b.md#x)' };
  const reversed = Object.fromEntries(Object.entries(files).reverse());
  expect(run(reversed)).toEqual(run(files));
});

test('two files that want one name both get one', () => {
  expect(run({ 'a b.md': '1', 'a-b.md': '2', 'a_b.md': '3' }).documents.map(({ path }) => path)).toEqual([
    'a-b.mdx',
    'a-b-2.mdx',
    'a_b.mdx',
  ]);
});

test('the report names every matter with file and line', () => {
  const result = run({ 'a.md': '# A\n\n<script></script>\n\n<details><summary>S</summary>T</details>' });
  expect(
    formatImportReport(result, {
      from: 'docs',
      content: 'content',
      left: ['b.mdx'],
      unused: ['x.png'],
      skipped: ['SUMMARY.md'],
    }),
  ).toBe(`# Import report

From \`docs\` into \`content\`: 1 document, 0 files copied, 1 matter to decide.

All documents are drafts of version 0.1 that claim no clause. Next: read the matters below, give each document its type, owner and clauses, then \`eoms check\`.

## To decide

- \`a.md:3\`: a script (\`<script>\`) was left out

## Changed on the way

- \`a.md:5\`: a passage that could be folded became a callout, which is always open

## Left as they were

These files existed already. \`--force\` would replace them.

- \`b.mdx\`

## Not imported

Navigation of the old tool.

- \`SUMMARY.md\`

## Not copied

No text refers to these files.

- \`x.png\`

## Documents

The type is a guess from title and path.

| Id | Title | Type | File | From |
| --- | --- | --- | --- | --- |
| DOC-001 | A | work-instruction | a.mdx | a.md |
`);
});

test('settings and roles for a folder that has none', () => {
  const starter = {
    institution: 'Alder: Bridge "College"',
    owner: 'document-owner',
    documents: run({ 'a.md': 'A' }).documents,
  };
  expect(writeSettings(starter))
    .toBe(`# Written by eoms import. Say more about the institution here: scope, approvals, review intervals.
institution:
  name: 'Alder: Bridge "College"'
edition: iso-21001:2018
numbering:
  pattern: ^DOC-[0-9]{3,}$
  example: DOC-001
`);
  expect(writeRoles(starter)).toContain('- id: document-owner\n    title: Document owner\n');
});
