/** The command line: which commands there are, and what becomes of whatever goes wrong in them. */
import process from 'node:process';
import { Command, CommanderError } from 'commander';
import { CannotRun, systemReason } from '../adapters/fs/system-error.ts';
import { createSession, type Session } from './session.ts';
import { toolVersion } from './tool-version.ts';

export type RegisterCommand = (program: Command, session: Session) => void;

interface CommandFile {
  /** The commands it registers. */
  readonly names: readonly string[];
  readonly load: () => Promise<RegisterCommand>;
}

/** Adding a command: a file beside this one that exports such a function, and its name here. */
export const commandFiles: readonly CommandFile[] = [
  { names: ['check'], load: async () => (await import('./check.ts')).registerCheck },
  { names: ['build'], load: async () => (await import('./build-command.ts')).registerBuild },
  { names: ['dev'], load: async () => (await import('./dev.ts')).registerDev },
  { names: ['preview'], load: async () => (await import('./preview.ts')).registerPreview },
  { names: ['pdf'], load: async () => (await import('./pdf.ts')).registerPdf },
  { names: ['verify'], load: async () => (await import('./verify.ts')).registerVerify },
  { names: ['mv'], load: async () => (await import('./mv.ts')).registerMove },
  { names: ['coverage'], load: async () => (await import('./coverage.ts')).registerCoverage },
  { names: ['explain'], load: async () => (await import('./explain.ts')).registerExplain },
  { names: ['import'], load: async () => (await import('./import.ts')).registerImport },
  { names: ['diff'], load: async () => (await import('./diff.ts')).registerDiff },
  {
    names: ['submit', 'return', 'approve', 'adopt', 'review', 'supersede', 'withdraw', 'reinstate'],
    load: async () => (await import('./acts.ts')).registerActs,
  },
  { names: ['export'], load: async () => (await import('./export.ts')).registerExport },
];

/** Runs one command. Resolves to the exit code: 0 clean, 1 findings, 2 could not run. Never rejects. */
export async function main(args: readonly string[]): Promise<number> {
  const session = createSession();
  // Nothing of ours calls home, and Astro is not to do so either.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';
  try {
    const program = await createProgram(session, args[0]);
    await program.parseAsync(args, { from: 'user' });
    return session.exitCode;
  } catch (error) {
    return explainFailure(error, session);
  }
}

/** @param asked the first argument: where it names a command, no other is loaded, since loading takes time */
export async function createProgram(session: Session, asked?: string): Promise<Command> {
  const program = new Command('eoms')
    // `eoms approve --version 2.0` names a version of the document, not of the tool.
    .enablePositionalOptions()
    .description('Turns a folder of MDX documents into the published, checked manual of a management system.')
    .version(toolVersion, '--version')
    .addHelpText(
      'after',
      [
        '',
        'Examples:',
        '  eoms check                  every fault of content/, at its line',
        '  eoms dev                    the manual as you write it',
        '  eoms build && eoms preview  the site, and the site served',
        '  eoms explain 8.5.1          what a clause asks for, who meets it, and what to do',
        '',
        'Exit codes: 0 all is well, 1 there are findings at or above the threshold, 2 could not run.',
      ].join('\n'),
    )
    .showSuggestionAfterError()
    .showHelpAfterError('Run the command with --help to see what it takes.')
    .configureOutput({
      writeErr: (text) => {
        session.tell(text);
      },
      outputError: (text, write) => {
        write(text.replace(/^error: /, 'eoms: '));
      },
    })
    // Commander would end the process with 1, which means findings here.
    .exitOverride();
  const known = commandFiles.filter(({ names }) => asked !== undefined && names.includes(asked));
  const registers = await Promise.all((known.length > 0 ? known : commandFiles).map(({ load }) => load()));
  for (const register of registers) register(program, session);
  return program;
}

function explainFailure(error: unknown, session: Session): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const reason = systemReason(error);
  if (error instanceof CannotRun) session.tell(`eoms: ${error.message}`);
  else if (reason !== undefined) session.tell(`eoms: ${reason}: ${systemPath(error)}`);
  else session.tell(unexpected(error));
  if (session.environment['EOMS_DEBUG'] !== undefined) session.tell(stackOf(error));
  return 2;
}

function systemPath(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'path' in error ? String(error.path) : error.message;
}

const unexpected = (error: unknown): string =>
  [
    `eoms: something went wrong in the tool itself: ${error instanceof Error ? error.message : String(error)}`,
    'This is a fault of eoms, not of your manual. Run the command again with EOMS_DEBUG=1 in the environment,',
    'and report what it prints, with the command you gave, to the makers of eoms-manual.',
  ].join('\n');

const stackOf = (error: unknown): string =>
  error instanceof Error
    ? `${error.stack ?? ''}${error.cause === undefined ? '' : `\nCaused by ${stackOf(error.cause)}`}`
    : '';
