/** `eoms diff <revision>`: what changed in coverage and documents since a revision of Git. */
import { Option, type Command } from 'commander';
import { extractRevision } from '../adapters/git/extract-revision.ts';
import { loadManual } from '../adapters/load-manual.ts';
import { compareAnalyses } from '../core/analyse/compare-analyses.ts';
import {
  formatComparisonJson,
  formatComparisonMarkdown,
  formatComparisonText,
} from '../core/report/format-comparison.ts';
import { tellOfErrors } from './coverage.ts';
import { load } from './load.ts';
import { contentOption, examples, todayOption, type ContentOptions } from './options.ts';
import type { Session } from './session.ts';

interface DiffOptions extends ContentOptions {
  readonly format: 'text' | 'markdown' | 'json';
}

export function registerDiff(program: Command, session: Session): void {
  program
    .command('diff')
    .argument('<revision>', 'a revision of Git to compare with, such as main or HEAD~1')
    .summary('show what changed in coverage since a revision')
    .description(
      'Compares the manual with its state at a revision of Git, both as of the same day: clauses that became better or worse, clauses that stand on other evidence, documents and versions that changed.',
    )
    .addOption(contentOption())
    .addOption(todayOption())
    .addOption(
      new Option('--format <format>', 'how the comparison is written')
        .choices(['text', 'markdown', 'json'])
        .default('text'),
    )
    .addHelpText('after', examples('eoms diff main', 'eoms diff HEAD~1 --format markdown'))
    .action((revision: string, options: DiffOptions) => showDifference(revision, options, session));
}

async function showDifference(revision: string, options: DiffOptions, session: Session): Promise<void> {
  const now = await load(options, session);
  const extracted = extractRevision(options.content, revision);
  try {
    // The same day for both: what differs is then the content, never the calendar.
    const before = await loadManual({ content: extracted.content, today: now.facts.today });
    const comparison = compareAnalyses(before.facts, now.facts);
    const since = `${revision} (${extracted.commit})`;
    const formats = {
      text: formatComparisonText,
      markdown: formatComparisonMarkdown,
      json: formatComparisonJson,
    };
    await session.print(formats[options.format](comparison, since));
    if (before.counts.error > 0)
      session.tell(
        `eoms: the manual had errors at ${since}; documents with errors counted for nothing there.`,
      );
    tellOfErrors(now, session);
  } finally {
    extracted.remove();
  }
}
