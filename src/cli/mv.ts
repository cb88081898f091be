/** `eoms mv`: gives a file another name or folder, and rewrites every relative link to it and in it. */
import { existsSync, lstatSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Command } from 'commander';
import { CannotRun, orCannotRun } from '../adapters/fs/system-error.ts';
import { readManual, type ManualFiles } from '../adapters/fs/read-manual.ts';
import { moveInGit } from '../adapters/git/move-file.ts';
import { count } from '../core/report/count.ts';
import { planMove } from '../core/links/plan-move.ts';
import { contentOption, examples } from './options.ts';
import type { Session } from './session.ts';

interface MoveOptions {
  readonly content: string;
  readonly dryRun?: boolean;
}

export function registerMove(program: Command, session: Session): void {
  program
    .command('mv')
    .summary('rename or move a file and rewrite the links to it')
    .description(
      'Moves a document or picture within the content folder and rewrites every relative link to it, and its own. Its id and address stay. In a Git repository the move is made with Git. Approvals stay valid: they are given to what a link leads to, not to how it is written.',
    )
    .argument('<from>', 'the file')
    .argument('<to>', 'its new path')
    .addOption(contentOption())
    .option('--dry-run', 'show what would change and change nothing')
    .addHelpText(
      'after',
      examples(
        'eoms mv content/procedures/prc-007-admission.mdx content/procedures/prc-007-admission-of-learners.mdx',
      ),
    )
    .action((from: string, to: string, options: MoveOptions) => move(from, to, options, session));
}

async function move(from: string, to: string, options: MoveOptions, session: Session): Promise<void> {
  const files = readManual(options.content);
  const shownFrom = shownPath(from, files.folder, files.contentFolder);
  const shownTo = shownPath(to, files.folder, files.contentFolder);
  if (lstatSync(from, { throwIfNoEntry: false })?.isFile() !== true)
    throw new CannotRun(`${from} is no file, expected a document or picture below ${options.content}.`);
  const inTheWay =
    findCollision(files, shownFrom, shownTo) ?? (existsSync(to) && !isOneFile(from, to) ? to : undefined);
  if (inTheWay !== undefined) throw new CannotRun(`${inTheWay} exists already. Nothing was changed.`);
  if (shownFrom.endsWith('.mdx') !== shownTo.endsWith('.mdx'))
    throw new CannotRun('The ending .mdx makes a file a document, so it stays as it is.');
  const plan = planMove(files.documents, shownFrom, shownTo);
  const lines = plan.changes.map(
    ({ file, at, before, after }) => `${file}:${at.line}:${at.column}: ${before} → ${after}`,
  );
  if (options.dryRun !== true) {
    orCannotRun(`Cannot move ${from}`, () => {
      for (const [path, text] of plan.texts) replaceFile(join(dirname(files.folder), path), text);
      mkdirSync(dirname(to), { recursive: true });
      if (!moveInGit(files.folder, resolve(from), resolve(to))) renameSync(from, to);
    });
  }
  const below = shownFrom.slice(files.contentFolder.length + 1);
  if (files.settings?.text.includes(below) === true)
    lines.push(`${files.settings.path} names ${below}: change it there yourself.`);
  const said = options.dryRun === true ? 'Would move' : 'Moved';
  await session.print(
    `${[...lines, `${said} ${shownFrom} to ${shownTo}, ${count(plan.changes.length, 'link')} rewritten`].join('\n')}\n`,
  );
}

/** A file whose name is the same on some disks, though not on this one. */
function findCollision(files: ManualFiles, from: string, to: string): string | undefined {
  const fold = (path: string): string => path.normalize('NFC').toLowerCase();
  return [...files.documents.map(({ path }) => path), ...files.assets].find(
    (path) => fold(path) === fold(to) && path.normalize('NFC') !== from,
  );
}

/** Another spelling of its own name, on a disk that does not tell the two apart. */
function isOneFile(from: string, to: string): boolean {
  const [one, other] = [statSync(from), statSync(to)];
  return one.ino === other.ino && one.dev === other.dev && from.toLowerCase() === to.toLowerCase();
}

/**
 * As findings show it. Throws `CannotRun` outside the content folder, for files that are found by their very name,
 * and in the archive, which only acts write.
 */
function shownPath(path: string, folder: string, contentFolder: string): string {
  const below = relative(folder, resolve(path)).split(sep).join('/');
  if (below === '' || below.startsWith('../') || below === '..' || /^(?:[a-z]:|\/)/i.test(below))
    throw new CannotRun(`${path} lies outside the content folder.`);
  if (below === 'archive' || below.startsWith('archive/'))
    throw new CannotRun(`${path} lies in the archive, which holds what was approved and is never changed.`);
  if (below === 'manual.yaml' || /^(?:registers|standards)\//.test(below))
    throw new CannotRun(`${path} is found by its name, so it stays where it is.`);
  return `${contentFolder}/${below}`.normalize('NFC');
}

function replaceFile(path: string, text: string): void {
  const beside = `${path}.eoms-${process.pid}`;
  writeFileSync(beside, text);
  renameSync(beside, path);
}
