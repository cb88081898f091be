/** `eoms import markdown`: an existing tree of Markdown becomes a manual of drafts. */
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { orCannotRun } from '../adapters/fs/system-error.ts';
import { readTree } from '../adapters/import/read-tree.ts';
import { findConflicts, outputsOf, readExistingIds, writeOutputs } from '../adapters/import/write-import.ts';
import type { Output } from '../adapters/import/write-import.ts';
import { formatImportReport } from '../core/import/format-import-report.ts';
import type { ImportableType, ImportedDocument } from '../core/import/import-model.ts';
import { importTree } from '../core/import/import-tree.ts';
import { writeRoles, writeSettings } from '../core/import/write-starter.ts';
import { examples } from './options.ts';
import type { Session } from './session.ts';

interface ImportFlags {
  readonly content: string;
  readonly ids: string;
  readonly owner: string;
  readonly institution: string;
  readonly type?: ImportableType;
  readonly site?: string;
  readonly report?: string;
  readonly force: boolean;
  readonly dryRun: boolean;
}

const types: readonly ImportableType[] = ['manual', 'policy', 'procedure', 'work-instruction', 'form'];

export function registerImport(program: Command, session: Session): void {
  program
    .command('import')
    .summary('take over texts from elsewhere')
    .description('Takes over texts from elsewhere as drafts.')
    .command('markdown')
    .summary('take over a tree of Markdown files')
    .description(
      'Writes a document for each Markdown file below DIR, as a draft with an id, a title and an owner. Links between\n' +
        'the files lead to the documents, pictures are copied, HTML and the tags of other generators are translated.\n' +
        'What could not be decided stands in a report beside the content folder, each matter with file and line.',
    )
    .argument('<dir>', 'the folder with the Markdown files')
    .option('--content <folder>', 'the content folder to write to', 'content')
    .addOption(
      new Option('--ids <prefix>', 'beginning of the ids, or by-folder').default('DOC').argParser(readPrefix),
    )
    .addOption(
      new Option('--owner <role>', 'the role that owns the documents')
        .default('document-owner')
        .argParser(readRole),
    )
    .option('--institution <name>', 'for manual.yaml, when there is none', 'Name of the institution')
    .addOption(new Option('--type <type>', 'the type of every document (default: guessed)').choices(types))
    .option('--site <address>', 'where the texts were published: links to it are links between them')
    .option('--report <file>', 'where the report goes (default: import-report.md beside the content folder)')
    .option('--force', 'replace documents that exist', false)
    .option('--dry-run', 'write nothing, print the report', false)
    .addHelpText(
      'after',
      examples(
        'eoms import markdown ../handbook --content content --institution "Alder Bridge College"',
        'eoms import markdown docs --content manual --ids by-folder --dry-run',
      ),
    )
    .action((from: string, flags: ImportFlags) => importMarkdown(from, flags, session));
}

async function importMarkdown(from: string, flags: ImportFlags, session: Session): Promise<void> {
  const { content } = flags;
  session.progress('Reading …');
  const tree = readTree(from, content);
  session.progress(`Converting ${tree.sources.length} texts …`);
  const imported = importTree({ ...flags, ...tree, existingIds: readExistingIds(content) });
  const result = { ...imported, notes: [...tree.notes, ...imported.notes] };
  const outputs = outputsOf(result, from, starterFiles(flags, result.documents));
  const left = flags.force ? [] : findConflicts(content, outputs);
  const copied = new Set(result.copies.map((copy) => copy.from));
  const report = formatImportReport(result, {
    from,
    content,
    left,
    unused: tree.assets.filter((path) => !copied.has(path)),
    skipped: tree.skipped,
  });
  session.progress('');
  if (flags.dryRun) {
    await session.print(report);
    return;
  }
  writeOutputs(content, outputs, new Set(left));
  const reportFile = flags.report ?? join(dirname(resolve(content)), 'import-report.md');
  orCannotRun(`Cannot write ${reportFile}`, () => {
    writeFileSync(reportFile, report);
  });
  const matters = result.notes.filter(({ kind }) => kind === 'decide').length;
  const ids = [result.documents.at(0)?.id, result.documents.at(-1)?.id].filter((id) => id !== undefined);
  const documentPaths = new Set(result.documents.map(({ path }) => path));
  const leftDocuments = left.filter((path) => documentPaths.has(path)).length;
  await session.print(
    [
      `${result.documents.length - leftDocuments} documents written to ${content} (${ids.join(' to ')}), ${result.copies.length} files copied.`,
      ...(left.length > 0
        ? [`${left.length} files existed already and were left as they are; --force replaces them.`]
        : []),
      `${matters} matters to decide: ${relative(process.cwd(), reportFile)}`,
      `Next: eoms check --content ${content}`,
    ].join('\n') + '\n',
  );
}

/** Settings and roles, where the content folder has none yet. */
function starterFiles(
  { content, institution, owner }: ImportFlags,
  documents: readonly ImportedDocument[],
): Output[] {
  const starter = { institution, owner, documents };
  const files = [
    { path: 'manual.yaml', text: writeSettings(starter) },
    { path: 'registers/roles.yaml', text: writeRoles(starter) },
  ];
  return files.filter(({ path }) => !existsSync(join(content, path)));
}

function readPrefix(text: string): string {
  if (/^[\p{L}][\p{L}\p{N}]*(?:-[\p{L}\p{N}]+)*$/u.test(text)) return text;
  throw new InvalidArgumentError('Expected letters and digits such as DOC, or by-folder.');
}

function readRole(text: string): string {
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)) return text;
  throw new InvalidArgumentError(
    'Expected a role in lower-case letters, digits and hyphens, such as document-owner.',
  );
}
