/** What changed, by date, from the history entries of the documents. */
import type { HistoryEntry } from '../../schemas/history.ts';
import type { DocumentFacts } from '../core/model/facts.ts';
import type { ViewContext } from './context.ts';
import { entryText } from './control/entry-text.ts';
import { rolePart } from './named-parts.ts';
import { formatMonth } from './format-date.ts';
import { linkPart, type Part } from './part.ts';

export interface ChangeView {
  readonly date: Part;
  readonly actText: string;
  readonly document: Part;
  readonly titleText: string;
  readonly versionText: string;
  readonly summaryText: string | undefined;
  readonly by: Part;
}

export interface ChangesView {
  readonly yearText: string;
  readonly months: readonly {
    readonly titleText: string;
    readonly id: string;
    readonly changes: readonly ChangeView[];
  }[];
  readonly years: readonly { readonly text: string; readonly href: string; readonly current: boolean }[];
}

/** Years with changes, latest first. */
export function changeYears(context: ViewContext): string[] {
  return [...new Set(allChanges(context).map(({ entry }) => entry.date.slice(0, 4)))];
}

/** @param year the latest when undefined */
export function changesView(context: ViewContext, year?: string): ChangesView {
  const years = changeYears(context);
  const shown = year ?? years[0] ?? context.facts.today.slice(0, 4);
  const byMonth = new Map<string, ChangeView[]>();
  for (const change of allChanges(context)) {
    if (!change.entry.date.startsWith(shown)) continue;
    const month = change.entry.date.slice(0, 7);
    byMonth.set(month, [...(byMonth.get(month) ?? []), changeView(context, change)]);
  }
  return {
    yearText: shown,
    months: [...byMonth].map(([month, changes]) => ({
      titleText: formatMonth(`${month}-01`, context.language),
      id: `month-${month}`,
      changes,
    })),
    years: years.map((one, index) => ({
      text: one,
      href: context.urls.changes(index === 0 ? undefined : one),
      current: one === shown,
    })),
  };
}

/** The latest changes that staff should know of. */
export function latestChanges(context: ViewContext, most: number): ChangeView[] {
  return allChanges(context)
    .slice(0, most)
    .map((change) => changeView(context, change));
}

interface Change {
  readonly facts: DocumentFacts;
  readonly entry: HistoryEntry;
}

/** Acts that changed what is in force; submissions and reviews without a change are in each document's history. */
const told: ReadonlySet<HistoryEntry['act']> = new Set([
  'approved',
  'adopted',
  'superseded',
  'withdrawn',
  'reinstated',
]);

/** Taking an approved version over into document control changes nothing for its readers. */
const isTakenOver = (entry: HistoryEntry, all: readonly HistoryEntry[]): boolean =>
  entry.act === 'adopted' && all.some((one) => one.act === 'approved' && one.version === entry.version);

function allChanges(context: ViewContext): readonly Change[] {
  return context.once('changes', () =>
    context.documents
      .flatMap((facts) =>
        (facts.document.frontMatter.history ?? [])
          .filter((entry, _, all) => told.has(entry.act) && !isTakenOver(entry, all))
          .map((entry) => ({ facts, entry })),
      )
      .sort(
        (a, b) =>
          compare(b.entry.date, a.entry.date) ||
          compare(a.facts.document.id, b.facts.document.id) ||
          compare(b.entry.version, a.entry.version),
      ),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function changeView(context: ViewContext, { facts, entry }: Change): ChangeView {
  const { id, frontMatter } = facts.document;
  const kind = entry.change === undefined ? '' : `, ${context.text.changeClasses[entry.change]}`;
  return {
    date: { text: context.date(entry.date), date: entry.date },
    actText: `${context.text.acts[entry.act]}${kind}`,
    document: linkPart(id, context.urls.document(id)),
    titleText: frontMatter.title,
    versionText: entry.version,
    summaryText: entryText(entry),
    by: rolePart(context, entry.by),
  };
}
