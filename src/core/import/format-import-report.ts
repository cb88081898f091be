/** The import's report, for whoever goes on from there. */
import type { ImportNote, ImportResult } from './import-model.ts';

export interface ReportContext {
  /** The tree that was imported and the content folder, as the command was given them. */
  readonly from: string;
  readonly content: string;
  /** Paths below the content folder that existed already and were left alone. */
  readonly left: readonly string[];
  /** Files of the tree that no text refers to. */
  readonly unused: readonly string[];
  /** Navigation files and the like, which became no documents. */
  readonly skipped: readonly string[];
}

export function formatImportReport(result: ImportResult, context: ReportContext): string {
  const decide = result.notes.filter(({ kind }) => kind === 'decide');
  const changed = result.notes.filter(({ kind }) => kind === 'changed');
  return [
    '# Import report',
    `From \`${context.from}\` into \`${context.content}\`: ${count(result.documents.length, 'document')}, ${count(result.copies.length, 'file')} copied, ${count(decide.length, 'matter')} to decide.`,
    'All documents are drafts of version 0.1 that claim no clause. Next: read the matters below, give each document its type, owner and clauses, then `eoms check`.',
    '## To decide',
    decide.length === 0 ? 'Nothing.' : listNotes(decide),
    '## Changed on the way',
    changed.length === 0 ? 'Nothing.' : listNotes(changed),
    ...section(
      '## Left as they were',
      'These files existed already. `--force` would replace them.',
      context.left,
    ),
    ...section('## Not imported', 'Navigation of the old tool.', context.skipped),
    ...section('## Not copied', 'No text refers to these files.', context.unused),
    '## Documents',
    'The type is a guess from title and path.',
    [
      '| Id | Title | Type | File | From |',
      '| --- | --- | --- | --- | --- |',
      ...result.documents.map(
        ({ id, title, type, path, source }) =>
          `| ${[id, title, type, path, source].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
      ),
    ].join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

const section = (title: string, lead: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [title, lead, items.map((item) => `- \`${item}\``).join('\n')];

function listNotes(notes: readonly ImportNote[]): string {
  return notes
    .map(({ file, line, message }) => `- \`${file}${line === undefined ? '' : `:${line}`}\`: ${message}`)
    .join('\n');
}
