/** The acts on controlled documents: what would be written is shown first, then written at once. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { version as versionSchema } from '../../schemas/primitives.ts';
import { changeClasses, reviewOutcomes } from '../../schemas/history.ts';
import type { ActName, ActRequest, PlannedAct } from '../core/acts/act.ts';
import { formatPlan } from '../core/acts/format-plan.ts';
import { analyseReviews } from '../core/analyse/analyse-reviews.ts';
import { planAct } from '../core/acts/plan-act.ts';
import { selectAll } from '../core/acts/select-all.ts';
import type { CalendarDate } from '../core/model/calendar-date.ts';
import { writeAct } from '../adapters/control/write-act.ts';
import { CannotRun } from '../adapters/fs/system-error.ts';
import type { LoadedManual } from '../adapters/load-manual.ts';
import { load } from './load.ts';
import {
  calendarDateArgument,
  contentOption,
  examples,
  todayOption,
  type ContentOptions,
} from './options.ts';
import { askForChange, askForMissing, askForOutcome } from './ask-for-act.ts';
import type { Session } from './session.ts';

interface ActOptions extends ContentOptions {
  readonly by?: string;
  readonly date?: CalendarDate;
  readonly version?: string;
  readonly effective?: CalendarDate;
  readonly change?: ActRequest['change'];
  readonly summary?: string;
  readonly reason?: string;
  readonly source?: string;
  readonly outcome?: ActRequest['outcome'];
  readonly with?: string;
  readonly due?: number;
  readonly all?: boolean;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

interface ActDefinition {
  readonly summary: string;
  readonly description: string;
  readonly options: readonly (keyof typeof flags)[];
  readonly all: boolean;
  readonly example: string;
}

const text =
  (what: string) =>
  (value: string): string => {
    if (value.trim() === '' || value.length > 1000)
      throw new InvalidArgumentError(`Expected ${what} of 1 to 1000 characters.`);
    return value.trim();
  };

const flags = {
  by: () => new Option('--by <role>', 'the role that acts, an id in registers/roles.yaml'),
  date: () =>
    new Option('--date <date>', 'the day of the act (default: today)').argParser(calendarDateArgument),
  version: () =>
    new Option(
      '--version <version>',
      'the version it is approved as, such as 2.0 (default: the one in the file)',
    ).argParser((value: string): string => {
      if (!versionSchema.safeParse(value).success)
        throw new InvalidArgumentError('Expected a version such as 2.0.');
      return value;
    }),
  effective: () =>
    new Option(
      '--effective <date>',
      'the day from which it is in force (default: the day of the act)',
    ).argParser(calendarDateArgument),
  change: () =>
    new Option('--change <class>', 'the class of the change (default: as suggested)').choices(changeClasses),
  summary: () => new Option('--summary <text>', 'what changed and why').argParser(text('a summary')),
  reason: () => new Option('--reason <text>', 'why').argParser(text('a reason')),
  source: () =>
    new Option('--source <text>', 'where the earlier approval is recorded').argParser(text('a source')),
  outcome: () =>
    new Option('--outcome <outcome>', 'what the review led to (default: no-change)').choices(reviewOutcomes),
  with: () => new Option('--with <id>', 'the document that takes its place'),
} as const;

const acts: Readonly<Record<ActName, ActDefinition>> = {
  submit: {
    summary: 'hand a draft in for review',
    description: 'Sets the status of a draft to in-review and records who handed it in.',
    options: ['by', 'date', 'summary', 'reason'],
    all: true,
    example: 'eoms submit PRC-007',
  },
  return: {
    summary: 'give a document in review back to its author',
    description: 'Sets the status back to draft and records why.',
    options: ['by', 'date', 'reason'],
    all: false,
    example: 'eoms return PRC-007 --by quality-manager --reason "Time limits are missing"',
  },
  approve: {
    summary: 'approve a version and freeze its text',
    description:
      'Shows what changed since the last approved version, keeps a frozen copy under archive/, and records the approval with the fingerprint of the text.',
    options: ['by', 'date', 'version', 'effective', 'change', 'summary', 'reason'],
    all: true,
    example:
      'eoms approve PRC-007 --by principal --version 3.0 --effective 2026-12-01 --summary "Appeals moved to PRC-015"',
  },
  adopt: {
    summary: 'take over a document that was approved before this system',
    description:
      'Binds a version that was approved elsewhere or earlier to its text: keeps a frozen copy and records the source of the approval. The day is that of the earlier approval.',
    options: ['by', 'date', 'source', 'reason'],
    all: true,
    example: 'eoms adopt --all --reason "Taken over from the paper manual"',
  },
  review: {
    summary: 'record that a document was reviewed',
    description: 'Records the review of the version in force; the next one is due an interval later.',
    options: ['by', 'date', 'outcome', 'summary', 'reason'],
    all: true,
    example: 'eoms review PRC-007 --outcome no-change --summary "Read with the registrar"',
  },
  supersede: {
    summary: 'record that another document took the place of one',
    description: 'Records it in the history of the older document; the newer one names it under supersedes.',
    options: ['by', 'date', 'with', 'summary'],
    all: false,
    example: 'eoms supersede PRC-003 --by principal --with PRC-007',
  },
  withdraw: {
    summary: 'take a document out of force at once',
    description: 'Sets the status to withdrawn and records why. The file stays: its id is never used again.',
    options: ['by', 'date', 'reason'],
    all: false,
    example: 'eoms withdraw PRC-007 --by principal --reason "The course is no longer offered"',
  },
  reinstate: {
    summary: 'bring a withdrawn document back',
    description:
      'Sets the status back to approved where the text was approved, else to draft, and records why.',
    options: ['by', 'date', 'reason'],
    all: false,
    example: 'eoms reinstate PRC-007 --by principal --reason "Withdrawn by mistake"',
  },
};

export function registerActs(program: Command, session: Session): void {
  for (const [name, definition] of Object.entries(acts) as [ActName, ActDefinition][]) {
    const command = program
      .command(name)
      .summary(definition.summary)
      .description(definition.description)
      .argument(
        definition.all ? '[id]' : '<id>',
        'the id of the document, or manual.yaml, registers/….yaml or standards/….yaml',
      )
      .addOption(contentOption())
      .addOption(todayOption());
    for (const flag of definition.options) command.addOption(flags[flag]());
    if (definition.all) command.option('--all', 'every document that the act can be done on; needs --reason');
    if (name === 'review')
      command.option(
        '--due <days>',
        'list what is overdue or due within so many days, such as 60d, and record nothing',
        daysArgument,
      );
    command
      .option('--dry-run', 'show what would be done and write nothing')
      .option('--yes', 'do not ask before writing')
      .addHelpText(
        'after',
        examples(definition.example) +
          '\n\nOn a terminal, what is missing is asked for; elsewhere it must be given.' +
          '\n\nExit code: 0 done, 1 refused, 2 could not run.',
      )
      .action((id: string | undefined, options: ActOptions) => perform(name, id, options, session));
  }
}

function daysArgument(value: string): number {
  const days = /^(\d{1,4})d?$/.exec(value)?.[1];
  if (days === undefined) throw new InvalidArgumentError('Expected a number of days such as 60d.');
  return Number(days);
}

/** What is to be reviewed soon, the earliest first; of one document where its id is given. */
async function showDue(
  id: string | undefined,
  options: ActOptions,
  days: number,
  session: Session,
): Promise<void> {
  const { facts, manual } = await load(options, session);
  if (id !== undefined && !facts.documentById.has(id))
    throw new CannotRun(`Unexpected id ${id}, expected that of a document of the manual.`);
  const due = analyseReviews(facts, manual).due.filter(
    (one) => one.daysLate >= -days && (id === undefined || one.facts.document.id === id),
  );
  const lines = due.map(({ facts: one, due: date, daysLate, owner }) => {
    const { id, frontMatter } = one.document;
    const late = daysLate > 0 ? `, ${daysLate} ${daysLate === 1 ? 'day' : 'days'} late` : '';
    return `${date}  ${id}  ${frontMatter.title} (${manual.registers.roles.byId.get(owner)?.title ?? owner}${late})`;
  });
  await session.print(
    `${lines.length === 0 ? `Nothing is due for review within ${days} days.` : lines.join('\n')}\n`,
  );
}

async function perform(
  act: ActName,
  id: string | undefined,
  options: ActOptions,
  session: Session,
): Promise<void> {
  if (options.due !== undefined) {
    await showDue(id, options, options.due, session);
    return;
  }
  if ((id === undefined) === (options.all !== true))
    throw new CannotRun(`Name one document, or give --all: eoms ${act} PRC-007.`);
  if (options.all === true && options.reason === undefined)
    throw new CannotRun('An act on all documents needs a reason, which is shown with each: --reason "…".');
  const loaded = await load(options, session);
  const ids = id === undefined ? selectAll(act, loaded) : [id];
  if (ids.length === 0) session.tell(`There is no document that eoms ${act} --all applies to.`);
  let done = 0;
  for (const one of ids) {
    const planned = await plan(requestOf(act, one, options, loaded), options, loaded, session);
    if (planned === undefined) continue;
    if (options.dryRun === true || !(await isAgreed(options, session))) continue;
    writeAct(planned, loaded.files.folder);
    done++;
  }
  if (options.dryRun === true) await session.print('Nothing was written.\n');
  else if (id === undefined) await session.print(`${done} of ${ids.length} recorded.\n`);
}

const requestOf = (act: ActName, id: string, options: ActOptions, { facts }: LoadedManual): ActRequest => ({
  ...options,
  act,
  id,
  date: options.date ?? facts.today,
  successor: options.with,
});

/** Shows the plan. Undefined where the act is refused; asks for what is missing where there is somebody to ask. */
async function plan(
  request: ActRequest,
  options: ActOptions,
  loaded: LoadedManual,
  session: Session,
): Promise<PlannedAct | undefined> {
  const asker = options.all === true || options.yes === true ? undefined : session.ask;
  const sources = new Map(
    [
      ...loaded.files.documents,
      ...loaded.files.registers,
      ...loaded.files.standards,
      ...(loaded.files.settings === undefined ? [] : [loaded.files.settings]),
    ].map((file) => [file.path, file.text]),
  );
  const planned = (one: ActRequest): ReturnType<typeof planAct> =>
    planAct(one, loaded, (file) => sources.get(file));
  let wanted = request;
  let isShown = false;
  const show = async (one: PlannedAct): Promise<void> => {
    await session.print(`${formatPlan(one, { brief: options.all === true || isShown })}\n`);
    isShown = true;
  };
  if (asker !== undefined && request.act === 'review' && request.outcome === undefined)
    wanted = { ...wanted, outcome: await askForOutcome(asker) };
  for (;;) {
    const result = planned(wanted);
    if ('planned' in result) {
      const { suggestion } = result.planned;
      if (asker === undefined || wanted.change !== undefined || suggestion === undefined) {
        await show(result.planned);
        return result.planned;
      }
      await show(result.planned);
      wanted = { ...wanted, change: await askForChange(suggestion, asker) };
      continue;
    }
    const { message, hint, missing } = result.refused;
    if (missing === undefined) {
      session.tell(
        `eoms ${request.act}: ${request.id}: ${message}${hint === undefined ? '' : `\n  ${hint}`}`,
      );
      session.exitCode = 1;
      return undefined;
    }
    if (asker === undefined)
      throw new CannotRun(`${request.act} ${request.id}: ${message}. ${hint ?? ''}`.trimEnd());
    // What changed is looked at before it is put into words.
    const draft = missing === 'summary' ? planned({ ...wanted, summary: '…' }) : undefined;
    if (draft !== undefined && 'planned' in draft) await show(draft.planned);
    wanted = await askForMissing(missing, wanted, result.refused, loaded, asker);
  }
}

/** In a pipe the flags are the decision. */
async function isAgreed(options: ActOptions, session: Session): Promise<boolean> {
  if (options.yes === true || session.ask === undefined) return true;
  if (await session.ask.agree('Record this?')) return true;
  session.tell('Nothing was written.');
  session.exitCode = 1;
  return false;
}
