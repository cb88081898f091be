/** Which commits brought each entry of a history: those after which it stands there, and before which it did not. */
import { LineIndex } from '../model/place.ts';
import { parseYaml } from '../parse/parse-yaml.ts';
import { splitFrontMatter } from '../parse/split-front-matter.ts';

/** A file as one commit left it. */
export interface TextVersion {
  readonly commit: string;
  /** As it was in each parent; empty where there was none. */
  readonly before: readonly string[];
  readonly after: string;
}

export interface EntryOrigin {
  /** Whether the entry stands in the newest commit. */
  readonly committed: boolean;
  /** Newest first. Several where it was taken out and brought again, or came on two branches. */
  readonly commits: readonly string[];
}

/**
 * @param working the text that is checked
 * @param head the text in the newest commit, empty where there is none
 * @param versions newest first
 * @returns for each entry, newest first as they are written
 */
export function findOrigins(working: string, head: string, versions: readonly TextVersion[]): EntryOrigin[] {
  const entries = entriesIn(working);
  if (entries.length === 0) return [];
  const known = new Map<string, ReadonlySet<string>>();
  const read = (text: string): ReadonlySet<string> => {
    const slice = historySlice(text);
    let set = known.get(slice);
    if (set === undefined) known.set(slice, (set = new Set(entriesIn(text))));
    return set;
  };
  const inHead = read(head);
  const acts = versions.filter(({ before, after }) => {
    const slice = historySlice(after);
    return before.every((text) => historySlice(text) !== slice);
  });
  return entries.map((entry) => ({
    committed: inHead.has(entry),
    commits: acts
      .filter(({ before, after }) => read(after).has(entry) && before.every((text) => !read(text).has(entry)))
      .map(({ commit }) => commit),
  }));
}

/** The lines of the history as they are written: most commits leave them alone, and need not be parsed. */
function historySlice(text: string): string {
  const front = frontMatterOf(text);
  const start = /^history:/m.exec(front)?.index;
  if (start === undefined) return '';
  const rest = front.slice(start + 'history:'.length);
  const end = /^[A-Za-z"']/m.exec(rest)?.index ?? rest.length;
  return rest.slice(0, end);
}

/** What an entry says, whatever its style and the order of its keys. */
function entriesIn(text: string): string[] {
  const yaml = frontMatterOf(text);
  const { value } = parseYaml(yaml, '', new LineIndex(yaml));
  const history =
    typeof value === 'object' && value !== null ? (value as { history?: unknown }).history : undefined;
  return Array.isArray(history) ? history.map(canonical) : [];
}

const canonical = (entry: unknown): string =>
  JSON.stringify(
    typeof entry === 'object' && entry !== null
      ? Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1))
      : String(entry),
  );

/** Of a document; of a register or of settings the whole file. */
function frontMatterOf(text: string): string {
  if (!text.startsWith('---')) return text;
  return splitFrontMatter(text, '', new LineIndex(text)).yaml?.text ?? '';
}
