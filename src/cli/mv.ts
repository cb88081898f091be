/** `eoms mv`: gives a file another name or folder, and rewrites every relative link to it and in it. */
import { existsSync, lstatSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Command } from 'commander';
import { CannotRun, orCannotRun } from '../adapters/fs/system-error.ts';
import { readManual } from '../adapters/fs/read-manual.ts';
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
      'Moves a document or picture within the content folder and rewrites every relative link to it, and its own. Its id and address stay. Approvals stay valid: they are given to what a link leads to, not to how it is written.',
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
  if (existsSync(to)) throw new CannotRun(`${to} exists already. Nothing was changed.`);
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
      renameSync(from, to);
    });
  }
  const said = options.dryRun === true ? 'Would move' : 'Moved';
  await session.print(
    `${[...lines, `${said} ${shownFrom} to ${shownTo}, ${count(plan.changes.length, 'link')} rewritten`].join('\n')}\n`,
  );
}

/** As findings show it. Throws `CannotRun` outside the content folder and in the archive, which only acts write. */
function shownPath(path: string, folder: string, contentFolder: string): string {
  const below = relative(folder, resolve(path)).split(sep).join('/');
  if (below === '' || below.startsWith('../') || below === '..' || /^(?:[a-z]:|\/)/i.test(below))
    throw new CannotRun(`${path} lies outside the content folder.`);
  if (below === 'archive' || below.startsWith('archive/'))
    throw new CannotRun(`${path} lies in the archive, which holds what was approved and is never changed.`);
  return `${contentFolder}/${below}`.normalize('NFC');
}

function replaceFile(path: string, text: string): void {
  const beside = `${path}.eoms-${process.pid}`;
  writeFileSync(beside, text);
  renameSync(beside, path);
}
