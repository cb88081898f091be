/** Compared passages in the shape a page shows them: headings, paragraphs, points of lists, rows of tables. */
import type { ComparedBlock, ComparedRun } from '../../core/control/compare-texts.ts';
import type { ViewContext } from '../context.ts';

export type RunView = ComparedRun;

export interface PassageView {
  readonly kind: 'passage';
  readonly tag: 'h3' | 'h4' | 'p' | 'pre';
  /** `1.`, or a point, before an item of a list. */
  readonly marker?: string | undefined;
  /** How deep in lists it stands, from 0. */
  readonly depth: number;
  /** Within a callout or a quotation. */
  readonly setOff: boolean;
  /** The title of a callout or a diagram. */
  readonly isTitle: boolean;
  readonly change: ComparedBlock['change'];
  readonly runs: readonly RunView[];
}

export interface ComparedRowView {
  readonly change: ComparedBlock['change'];
  readonly cells: readonly (readonly RunView[])[];
}

export interface ComparedTableView {
  readonly kind: 'table';
  /** Tells it from the other tables of the page. */
  readonly labelText: string;
  /** More than one where both versions have a head of their own. */
  readonly heads: readonly ComparedRowView[];
  readonly rows: readonly ComparedRowView[];
}

export type ComparedView = PassageView | ComparedTableView;

/** @param blocks of the text, front matter left out */
export function comparedBlocks(context: ViewContext, blocks: readonly ComparedBlock[]): ComparedView[] {
  const views: ComparedView[] = [];
  const counters: number[] = [];
  let tables = 0;
  for (const { kind, change, runs } of blocks) {
    const last = lastOf(kind);
    const words = tidyRuns(runs.map((run) => ({ ...run, text: wordsFor(context, run) })));
    if (last === 'row' || last === 'head') {
      const row = { change, cells: cellsOf(words) };
      const before = views.at(-1);
      if (last === 'row' && before?.kind === 'table') {
        views[views.length - 1] = { ...before, rows: [...before.rows, row] };
        continue;
      }
      const isHead = last === 'head';
      if (isHead && before?.kind === 'table' && before.rows.length === 0) {
        views[views.length - 1] = { ...before, heads: [...before.heads, row] };
        continue;
      }
      tables++;
      const labelText = context.text.comparison.table(tables);
      views.push({ kind: 'table', labelText, heads: isHead ? [row] : [], rows: isHead ? [] : [row] });
      continue;
    }
    const depth = (kind.match(/(?:^|\/)(?:ul|ol)\b/g) ?? []).length;
    counters.length = Math.min(counters.length, depth);
    views.push({
      kind: 'passage',
      tag: tagOf(last),
      marker: markerOf(kind, change, depth, counters),
      depth,
      setOff: /(?:^|\/)(?:Callout|blockquote)\b/.test(kind),
      change,
      // What kind of callout it is comes before its title.
      isTitle: last === 'Callout' || last === 'Diagram',
      runs: last === 'Callout' ? withoutFirstWord(words) : words,
    });
  }
  return views;
}

/** The last step of `ol/li`, or the name of the component where the words are its attributes. */
const lastOf = (kind: string): string =>
  /(?:^|\/)(h[1-6] #[^/]*|row|head|li|p|pre|hr)$/.exec(kind)?.[1] ??
  /(?:^|.*\/)(Callout|Figure|Diagram|Steps|DefinitionTable)\b/.exec(kind)?.[1] ??
  kind;

function tagOf(last: string): PassageView['tag'] {
  if (/^h[12]\b/.test(last)) return 'h3';
  if (/^h[3-6]\b/.test(last)) return 'h4';
  return last === 'pre' ? 'pre' : 'p';
}

/** Items that were taken out have no number in the text in force. */
function markerOf(
  kind: string,
  change: ComparedBlock['change'],
  depth: number,
  counters: number[],
): string | undefined {
  if (depth === 0 || !/\bli$/.test(kind)) return undefined;
  const list = [...kind.matchAll(/(?:^|\/)(ul|ol)(?: from (\d+))?\b/g)].at(-1);
  if (list?.[1] !== 'ol') {
    counters[depth - 1] = 0;
    return '•';
  }
  if (change === 'removed') return '–';
  const number = (counters[depth - 1] ?? Number(list[2] ?? 1) - 1) + 1;
  counters[depth - 1] = number;
  return `${number}.`;
}

/** Cells stand in a row with ` | ` between them. */
function cellsOf(runs: readonly RunView[]): RunView[][] {
  const cells: RunView[][] = [[]];
  for (const run of runs)
    for (const [index, text] of ` ${run.text} `.split(/ \| /).entries()) {
      if (index > 0) cells.push([]);
      const words = text.replaceAll(/\s+/g, ' ');
      if (words.trim() !== '') cells.at(-1)?.push({ ...run, text: words });
    }
  return cells.map((cell) => trimEnds(cell));
}

/** Spaces around what was taken out and put in stand outside it, so that no line is drawn through them. */
function tidyRuns(runs: readonly RunView[]): RunView[] {
  return runs.flatMap((run): RunView[] => {
    if (run.change === 'same' || run.text.trim() === '') return [run];
    const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(run.text) ?? [];
    const space = (text: string): RunView[] => (text === '' ? [] : [{ change: 'same', text }]);
    return [...space(before), { ...run, text: words }, ...space(after)];
  });
}

const trimEnds = (runs: readonly RunView[]): RunView[] =>
  runs.map((run, index) => (index === 0 ? { ...run, text: run.text.trimStart() } : run));

function withoutFirstWord(runs: readonly RunView[]): RunView[] {
  const [first, ...rest] = runs;
  if (first === undefined || first.change !== 'same') return [...runs];
  return [{ ...first, text: first.text.replace(/^\S+ /, '') }, ...rest];
}

/** What stands in `⟦ ⟧` as readers of the document see it. Where a link leads is said only where that changed. */
function wordsFor(context: ViewContext, { text, change }: ComparedRun): string {
  const { manual } = context;
  const titled = (id: string): string => {
    const title = manual.documentById.get(id)?.frontMatter.title;
    return title === undefined ? id : `${id} ${title}`;
  };
  return (
    text
      .replaceAll(/⟦picture [^⟧]*⟧/g, '(picture)')
      .replaceAll('⟦struck⟧', '(struck out: ')
      .replaceAll('⟦/struck⟧', ')')
      // Words of its own follow at once.
      .replaceAll(/⟦(?:Term|Role|FormLink|RecordLink)[^⟧]*⟧(?=[\p{L}\p{N}])/gu, '')
      .replaceAll(/⟦Role id=([^⟧ ]+)[^⟧]*⟧/g, (_, id: string) => context.roleTitle(id))
      .replaceAll(/⟦(?:FormLink|RecordLink) id=([^⟧ ]+)[^⟧]*⟧/g, (_, id: string) => titled(id))
      .replaceAll(
        /⟦Term id=([^⟧ ]+)[^⟧]*⟧/g,
        (_, id: string) => manual.registers.glossary.byId.get(id)?.term.toLowerCase() ?? id,
      )
      .replaceAll(/⟦Clause[^⟧]* id=([^⟧ ]+)[^⟧]*⟧|⟦Clause id=([^⟧ ]+)[^⟧]*⟧/g, (_, a?: string, b?: string) =>
        context.text.comparison.clause(a ?? b ?? ''),
      )
      .replaceAll(/⟦([^⟧]*)⟧/g, change === 'same' ? '' : ' (→ $1)')
  );
}
