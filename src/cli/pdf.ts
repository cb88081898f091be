/** `eoms pdf`: documents, the whole manual or the coverage matrix as tagged PDF, from the pages that are published. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Option, type Command } from 'commander';
import type { Browser } from 'playwright-core';
import type { Book } from '../adapters/pdf/assemble-book.ts';
import type { PaperSite } from '../adapters/pdf/paper-site.ts';
import { CannotRun, orCannotRun } from '../adapters/fs/system-error.ts';
import { readCommit } from '../adapters/git/read-commit.ts';
import type { LoadedManual } from '../adapters/load-manual.ts';
import { didYouMean, nearest } from '../core/model/nearest.ts';
import { count } from '../core/report/count.ts';
import { formatText } from '../core/report/format-text.ts';
import { createContext, type ViewContext } from '../view/context.ts';
import {
  bookPages,
  matrixPage,
  paperDocuments,
  type PaperDocument,
  type PaperPage,
} from '../view/print/paper-plan.ts';
import type { Audience } from '../../schemas/document.ts';
import type { Site } from '../view/site.ts';
import { limit, refuseTraces, siteOf } from './build.ts';
import { load, reportOf } from './load.ts';
import { baseOption, contentOption, examples, todayOption, urlOption, type SiteOptions } from './options.ts';
import type { Session } from './session.ts';

interface PdfOptions extends SiteOptions {
  readonly all?: boolean;
  readonly matrix?: boolean;
  readonly out: string;
  readonly audience?: Audience;
}

export function registerPdf(program: Command, session: Session): void {
  program
    .command('pdf')
    .summary('write documents, the whole manual or the matrix as PDF')
    .description(
      'Builds the pages and prints them into tagged PDF files with an outline, by the Chrome, Chromium or Edge of this machine (CHROME_PATH names another), else by the bundled one. Only what is in force, unless --drafts is given.',
    )
    .argument('[ids...]', 'the documents to print, one file each')
    .option('--all', 'the whole manual in one file, whose links lead from document to document within it')
    .addOption(new Option('--matrix', 'the coverage matrix, on sheets laid across').conflicts('audience'))
    .option('--out <folder>', 'where the files go', 'pdf')
    .addOption(contentOption())
    .addOption(todayOption())
    .option('--drafts', 'print drafts too, marked on every sheet, in spite of errors')
    .addOption(
      new Option('--audience <audience>', 'leave out what is not for these readers, as eoms build does')
        .choices(['public', 'internal'])
        .conflicts('drafts'),
    )
    .addOption(baseOption())
    .addOption(urlOption())
    .addHelpText(
      'after',
      examples(
        'eoms pdf PRC-007',
        'eoms pdf PRC-007 FRM-004 --out handout',
        'eoms pdf --all --matrix',
        'eoms pdf --all --audience public',
        'eoms pdf PRC-007 --drafts',
      ) +
        '\n\nExit code: 0 written, 1 errors in the content, 2 the command could not run, as without a browser.',
    )
    .action((ids: string[], options: PdfOptions) => pdf(ids, options, session));
}

async function pdf(ids: readonly string[], options: PdfOptions, session: Session): Promise<void> {
  if (ids.length === 0 && options.all !== true && options.matrix !== true)
    throw new CannotRun(
      'Nothing to print was named. Give ids such as PRC-007, or --all for the whole manual, or --matrix for the coverage matrix.',
    );
  const loaded = await load(options, session);
  if (!(await mayPrint(loaded, options, session))) return;
  const limitedTo =
    options.audience === undefined ? undefined : { audience: options.audience, withCoverage: false };
  const limited = limitedTo === undefined ? undefined : limit(loaded, limitedTo);
  const git = { commit: readCommit(loaded.files.folder), history: undefined };
  const whole = siteOf(limited ?? loaded, options, git);
  const site: Site = { ...whole, build: { ...whole.build, limitedTo } };
  const context = createContext(site);
  const documents = ids.flatMap((id) => findDocuments(context, id, loaded));
  // Loaded here, so that the other commands start without Astro and without a browser. The browser first: where
  // there is none, nothing need be built.
  const { launchBrowser } = await import('../adapters/pdf/launch-browser.ts');
  const browser = await launchBrowser();
  try {
    if (site.build.origin === undefined)
      session.tell(
        `eoms: the sheets carry no address and no code, since ${loaded.manual.settingsFile} has no institution.url. Set it, or give --url.`,
      );
    session.progress('Building the pages …');
    const { buildPaperSite } = await import('../adapters/pdf/paper-site.ts');
    const paper = await buildPaperSite(site, loaded.files.folder, (limited ?? loaded).publicFiles);
    try {
      if (limited !== undefined) refuseTraces(paper.folder, limited, session);
      const printer = { browser, paper, context, options, session };
      const single = [...documents, ...(options.matrix === true ? [matrixPage(context)] : [])];
      for (const page of single) await writePage(printer, page);
      if (options.all === true) await writeBook(printer);
    } finally {
      await paper.discard();
    }
  } finally {
    await browser.close();
  }
}

/** As for publishing: with errors nothing is printed but drafts. */
async function mayPrint(loaded: LoadedManual, options: PdfOptions, session: Session): Promise<boolean> {
  const report = reportOf(loaded);
  if (report.counts.error === 0) return true;
  session.exitCode = 1;
  await session.print(formatText(report, session));
  if (options.drafts === true) return true;
  session.tell(`eoms: nothing was printed because of ${count(report.counts.error, 'error')}.`);
  return false;
}

/** The text in force; in a draft build the one under way too. Throws `CannotRun` where there is none to print. */
function findDocuments(context: ViewContext, wanted: string, loaded: LoadedManual): PaperDocument[] {
  const { manual, facts, site } = context;
  const id = manual.documentById.has(wanted) ? wanted : (manual.documentByAlias.get(wanted)?.id ?? wanted);
  const one = facts.documentById.get(id);
  if (one === undefined && loaded.facts.documentById.has(id))
    throw new CannotRun(`${id} is not for ${site.build.limitedTo?.audience ?? ''} readers.`);
  if (one === undefined)
    throw new CannotRun(
      `There is no document ${wanted}${didYouMean(nearest(wanted, manual.documentById.keys()))}.`.replace(
        '?.',
        '?',
      ),
    );
  const found = paperDocuments(context).filter((page) => page.id === id);
  if (found.length > 0) return found;
  const state = context.text.lifecycleStates[one.lifecycle.state].toLowerCase();
  const successor = one.lifecycle.supersededBy;
  throw new CannotRun(
    [
      `${id} is not in force: ${state}.`,
      successor === undefined ? '' : `${successor} took its place.`,
      !site.build.drafts && ['draft', 'in-review', 'approved'].includes(one.lifecycle.state)
        ? 'Give --drafts to print it, marked on every sheet.'
        : `Its page says so: ${context.urls.document(id)}`,
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  );
}

interface Printer {
  readonly browser: Browser;
  readonly paper: PaperSite;
  readonly context: ViewContext;
  readonly options: PdfOptions;
  readonly session: Session;
}

async function writePage(printer: Printer, page: PaperPage): Promise<void> {
  const { browser, paper, context } = printer;
  const started = performance.now();
  printer.session.progress(`Printing ${page.file} …`);
  const { paperPage } = await import('../adapters/pdf/paper-page.ts');
  const { printPdf } = await import('../adapters/pdf/print-pdf.ts');
  const published = context.site.build.origin !== undefined;
  const pdf = await printPdf(browser, paper, {
    address: paper.addressOf(page.path),
    html: paperPage(paper.pageAt(page.path), published),
    day: context.facts.today,
  });
  await writeFile(printer, page.file, pdf, started);
}

/** Printed twice: only then it is known on which sheet each document begins. */
async function writeBook(printer: Printer): Promise<void> {
  const { browser, paper, context, session } = printer;
  const started = performance.now();
  session.progress('Printing the whole manual …');
  const { assembleBook } = await import('../adapters/pdf/assemble-book.ts');
  const { printPdf } = await import('../adapters/pdf/print-pdf.ts');
  const { readSheets } = await import('../adapters/pdf/read-sheets.ts');
  const book = bookOf(context, paper);
  const print = (html: string): Promise<Uint8Array> =>
    printPdf(browser, paper, {
      address: paper.addressOf(context.urls.home),
      html,
      day: context.facts.today,
    });
  const { sheetOf } = await readSheets(await print(assembleBook(book)));
  const sheets = new Map<string, number>();
  for (const { key } of book.parts) {
    const sheet = await sheetOf(key);
    if (sheet !== undefined) sheets.set(key, sheet);
  }
  session.progress('Printing the whole manual with its numbers of pages …');
  await writeFile(printer, 'manual', await print(assembleBook(book, sheets)), started);
}

function bookOf(context: ViewContext, paper: PaperSite): Book {
  const { text, facts, site } = context;
  const { institution } = context.manual.settings;
  const documents = paperDocuments(context);
  const inForce = documents.filter((one) => one.inForce).length;
  const published = site.build.origin !== undefined;
  return {
    home: paper.pageAt(context.urls.home),
    titleText: institution.name,
    siteText: text.siteKind,
    contentsText: text.pages.book.contents,
    notes: [
      text.pages.book.inForce(inForce, context.date(facts.today)),
      ...(inForce < documents.length ? [text.pages.book.withDrafts(documents.length - inForce)] : []),
      text.pages.book.uncontrolled,
      ...(published ? [text.pages.book.controlled(paper.addressOf(context.urls.home))] : []),
    ],
    parts: bookPages(context).map((page) => ({ ...page, html: paper.pageAt(page.path) })),
    published,
  };
}

async function writeFile(
  { options, session }: Printer,
  name: string,
  pdf: Uint8Array,
  started: number,
): Promise<void> {
  const { readSheets } = await import('../adapters/pdf/read-sheets.ts');
  const file = join(options.out, `${name}.pdf`);
  orCannotRun(`Cannot write ${file}`, () => {
    mkdirSync(options.out, { recursive: true });
    writeFileSync(file, pdf);
  });
  const { count: sheets } = await readSheets(pdf);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  await session.print(
    `${file}: ${count(sheets, 'page')}, ${Math.ceil(pdf.length / 1000)} kB, in ${seconds} s\n`,
  );
}
