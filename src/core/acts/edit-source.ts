/** Changes a few values in a document's front matter and leaves every other character as it stands. */
import type { HistoryEntry } from '../../../schemas/history.ts';
import type { Place, Point } from '../model/place.ts';

type Places = Readonly<Record<string, Place>>;

/** @param values by key, as they are to stand in YAML. A key that is not there yet is put below `status`. */
export function setKeys(text: string, places: Places, values: Readonly<Record<string, string>>): string {
  const starts = lineStarts(text);
  const edits = Object.entries(values).map(([key, value]) => {
    const place = places[key];
    if (place?.kind === 'span')
      return { from: offsetOf(place.start, starts), to: offsetOf(place.end, starts), text: value };
    const after = places['status'] ?? places['id'];
    const at = after?.kind === 'span' ? (starts[after.end.line] ?? text.length) : 0;
    return { from: at, to: at, text: `${key}: ${value}${endOfLine(text)}` };
  });
  return edits
    .sort((a, b) => b.from - a.from)
    .reduce((so, edit) => so.slice(0, edit.from) + edit.text + so.slice(edit.to), text);
}

/** Puts `entry` on top of the history, in the style the history is written in. */
export function addEntry(text: string, places: Places, entry: HistoryEntry): string {
  const starts = lineStarts(text);
  const eol = endOfLine(text);
  const list = places['history'];
  if (list?.kind !== 'span') {
    // A register has no closing line; its history stands below its version.
    if (!text.startsWith('---')) {
      const version = places['version'];
      const below = version?.kind === 'span' ? (starts[version.end.line] ?? text.length) : 0;
      return `${text.slice(0, below)}history:${eol}${block(entry, '  ', eol)}${text.slice(below)}`;
    }
    const close = /\r?\n---[ \t]*(?:\r?\n|$)/.exec(text.slice(3));
    const at = close === null ? text.length : 3 + close.index + (close[0].startsWith('\r') ? 2 : 1);
    return `${text.slice(0, at)}history:${eol}${block(entry, '  ', eol)}${text.slice(at)}`;
  }
  const from = offsetOf(list.start, starts);
  if (text[from] === '[') {
    const isEmpty = places['history.0'] === undefined;
    return `${text.slice(0, from + 1)}${isEmpty ? ' ' : ' '}${flow(entry)}${isEmpty ? ' ' : ','}${text.slice(from + 1)}`;
  }
  const first = places['history.0'];
  const line = first?.kind === 'span' ? first.start.line : list.start.line;
  const at = starts[line - 1] ?? from;
  const indent = /^[ \t]*/.exec(text.slice(at))?.[0] ?? '  ';
  return `${text.slice(0, at)}${block(entry, indent, eol)}${text.slice(at)}`;
}

const order = [
  'act',
  'version',
  'date',
  'by',
  'change',
  'outcome',
  'edition',
  'source',
  'summary',
  'reason',
  'fingerprint',
  'copy',
  'previous',
  'seal',
] as const satisfies readonly (keyof HistoryEntry)[];

const pairs = (entry: HistoryEntry): string[] =>
  order.flatMap((key) => {
    const value = entry[key];
    return value === undefined ? [] : [`${key}: ${isPlain(key, value) ? value : JSON.stringify(value)}`];
  });

/** A version or an edition without quotation marks would be read as something else. */
const isPlain = (key: string, value: string): boolean =>
  ['act', 'date', 'by', 'change', 'outcome'].includes(key) && /^[a-z0-9][a-z0-9-]*$/.test(value);

/** One key a line: two branches that approve one document then conflict where a person can see it. */
const block = (entry: HistoryEntry, indent: string, eol: string): string =>
  pairs(entry)
    .map((pair, index) => `${indent}${index === 0 ? '- ' : '  '}${pair}${eol}`)
    .join('');

const flow = (entry: HistoryEntry): string => `{ ${pairs(entry).join(', ')} }`;

const endOfLine = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

const offsetOf = (point: Point, starts: readonly number[]): number =>
  (starts[point.line - 1] ?? 0) + point.column - 1;
