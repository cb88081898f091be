import { expect, test } from 'vitest';
import type { Finding } from '../model/finding.ts';
import { formatGithub } from './format-github.ts';
import { formatJson } from './format-json.ts';
import { formatSarif } from './format-sarif.ts';
import { formatText } from './format-text.ts';
import { reaches, type Report } from './report.ts';

const span = (file: string, line: number, column: number, length: number, endLine = line) =>
  ({ kind: 'span', file, start: { line, column }, end: { line: endLine, column: column + length } }) as const;

const findings: Finding[] = [
  {
    rule: 'empty-manual',
    severity: 'error',
    place: { kind: 'manual' },
    message: 'No document found below `content`, expected at least one .mdx file',
  },
  {
    rule: 'duplicate-document-id',
    severity: 'error',
    place: span('content/forms/frm-007-appeal.mdx', 2, 5, 7),
    message: 'Unexpected second document with id `FRM-007`',
    related: [{ place: span('content/forms/frm-007-complaint.mdx', 2, 5, 7), message: 'first used here' }],
  },
  {
    rule: 'unexpected-file',
    severity: 'warning',
    place: { kind: 'file', file: 'content/notes, 50%.md' },
    message: 'Unexpected file `notes, 50%.md`, expected a document with the ending .mdx',
    hint: 'Rename it to `notes, 50%.mdx`.\nOr move it out of the content folder.',
  },
  {
    rule: 'long-paragraph',
    severity: 'note',
    place: span('content/a.mdx', 4, 1, 3, 6),
    message: 'Paragraph of `400` words \u001B[2J',
  },
];

const report: Report = { findings, counts: { error: 2, warning: 1, note: 1 }, documents: 212, clauses: 124 };
const clean: Report = { findings: [], counts: { error: 0, warning: 0, note: 0 }, documents: 1, clauses: 124 };

test('text', () => {
  expect(formatText(report))
    .toBe(`manual: error: No document found below \`content\`, expected at least one .mdx file [empty-manual]
content/forms/frm-007-appeal.mdx:2:5: error: Unexpected second document with id \`FRM-007\` [duplicate-document-id]
  content/forms/frm-007-complaint.mdx:2:5: first used here
content/notes, 50%.md: warning: Unexpected file \`notes, 50%.md\`, expected a document with the ending .mdx [unexpected-file]
  Rename it to \`notes, 50%.mdx\`.
  Or move it out of the content folder.
content/a.mdx:4:1: note: Paragraph of \`400\` words \\u{001b}[2J [long-paragraph]

4 findings: 2 errors, 1 warning, 1 note, in 3 files (212 documents checked)
`);
});

test('text without a finding', () => {
  expect(formatText(clean)).toBe('No findings (1 document checked)\n');
});

test('text in colour keeps the words', () => {
  expect(formatText({ ...report, findings: findings.slice(0, 1) }, { color: true })).toContain(
    'manual: \u001B[31merror\u001B[39m: No document',
  );
});

test('JSON', () => {
  expect(JSON.parse(formatJson(report))).toEqual({
    findings: [
      {
        rule: 'empty-manual',
        severity: 'error',
        file: null,
        line: null,
        column: null,
        message: 'No document found below `content`, expected at least one .mdx file',
      },
      {
        rule: 'duplicate-document-id',
        severity: 'error',
        file: 'content/forms/frm-007-appeal.mdx',
        line: 2,
        column: 5,
        endLine: 2,
        endColumn: 12,
        message: 'Unexpected second document with id `FRM-007`',
        related: [
          {
            file: 'content/forms/frm-007-complaint.mdx',
            line: 2,
            column: 5,
            endLine: 2,
            endColumn: 12,
            message: 'first used here',
          },
        ],
      },
      {
        rule: 'unexpected-file',
        severity: 'warning',
        file: 'content/notes, 50%.md',
        line: null,
        column: null,
        message: 'Unexpected file `notes, 50%.md`, expected a document with the ending .mdx',
        hint: 'Rename it to `notes, 50%.mdx`.\nOr move it out of the content folder.',
      },
      {
        rule: 'long-paragraph',
        severity: 'note',
        file: 'content/a.mdx',
        line: 4,
        column: 1,
        endLine: 6,
        endColumn: 4,
        message: 'Paragraph of `400` words \u001B[2J',
      },
    ],
    counts: { error: 2, warning: 1, note: 1 },
    documents: 212,
    clauses: 124,
  });
});

test('GitHub annotations', () => {
  expect(formatGithub(report, { prefix: 'docs/' }))
    .toBe(`::error title=empty-manual::No document found below \`content\`, expected at least one .mdx file
::error file=docs/content/forms/frm-007-appeal.mdx,line=2,endLine=2,col=5,endColumn=12,title=duplicate-document-id::Unexpected second document with id \`FRM-007\`%0Acontent/forms/frm-007-complaint.mdx:2:5: first used here
::warning file=docs/content/notes%2C 50%25.md,title=unexpected-file::Unexpected file \`notes, 50%25.md\`, expected a document with the ending .mdx%0ARename it to \`notes, 50%25.mdx\`.%0AOr move it out of the content folder.
::notice file=docs/content/a.mdx,line=4,endLine=6,title=long-paragraph::Paragraph of \`400\` words \\u{001b}[2J
4 findings: 2 errors, 1 warning, 1 note, in 3 files (212 documents checked)
`);
});

test('SARIF', () => {
  const options = {
    prefix: '',
    toolVersion: '1.2.3',
    rules: [{ id: 'empty-manual', summary: 'A manual has at least one document.' }],
  };
  expect(JSON.parse(formatSarif({ ...report, findings: findings.slice(0, 3) }, options))).toEqual({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'eoms-manual',
            version: '1.2.3',
            rules: [
              { id: 'duplicate-document-id' },
              { id: 'empty-manual', shortDescription: { text: 'A manual has at least one document.' } },
              { id: 'unexpected-file' },
            ],
          },
        },
        columnKind: 'utf16CodeUnits',
        results: [
          {
            ruleId: 'empty-manual',
            ruleIndex: 1,
            level: 'error',
            message: { text: 'No document found below `content`, expected at least one .mdx file' },
          },
          {
            ruleId: 'duplicate-document-id',
            ruleIndex: 0,
            level: 'error',
            message: { text: 'Unexpected second document with id `FRM-007`' },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'content/forms/frm-007-appeal.mdx', uriBaseId: '%SRCROOT%' },
                  region: { startLine: 2, startColumn: 5, endLine: 2, endColumn: 12 },
                },
              },
            ],
            relatedLocations: [
              {
                id: 1,
                physicalLocation: {
                  artifactLocation: { uri: 'content/forms/frm-007-complaint.mdx', uriBaseId: '%SRCROOT%' },
                  region: { startLine: 2, startColumn: 5, endLine: 2, endColumn: 12 },
                },
                message: { text: 'first used here' },
              },
            ],
          },
          {
            ruleId: 'unexpected-file',
            ruleIndex: 2,
            level: 'warning',
            message: {
              text: 'Unexpected file `notes, 50%.md`, expected a document with the ending .mdx\nRename it to `notes, 50%.mdx`.\nOr move it out of the content folder.',
            },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'content/notes%2C%2050%25.md', uriBaseId: '%SRCROOT%' },
                },
              },
            ],
          },
        ],
      },
    ],
  });
});

test('a threshold counts its own severity and the graver ones', () => {
  const warned = { ...clean, counts: { error: 0, warning: 1, note: 0 } };
  expect([reaches(warned, 'error'), reaches(warned, 'warning'), reaches(warned, 'note')]).toEqual([
    false,
    true,
    true,
  ]);
});
