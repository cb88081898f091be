/**
 * The YAML that most files are made of, read in a fifth of the time that the library takes: keys and lists in blocks,
 * words, quoted words without escapes, lists and groups on one line, folded texts. Whatever goes beyond it, and
 * whatever is wrong, is left to the library, which alone decides what YAML means: a test holds this to it.
 */
import type { Place } from '../model/place.ts';
import type { ParsedYaml } from './parse-yaml.ts';

export type PlainYaml = Pick<ParsedYaml, 'value' | 'places' | 'keyPlaces' | 'sources' | 'truthWords'>;

/** Ends the reading: the text is not that plain. */
class NotPlain extends Error {}

const key = /([A-Za-z][\w-]{0,99}):(?=[ \n]|$)/y;
const plainStart = /[^\s\-?:,[\]{}#&*!|>'"%@`]/y;
const flowWord = /[^\s\-?:,[\]{}#&*!|>'"%@`](?:[^\s:,[\]{}#]|:(?=[^\s,[\]{}#])| +(?=[^\s:,[\]{}#]))*/y;
const quoted = /"[^"\\]*"|'[^']*'/y;
const truth = /^(?:([Tt]rue|TRUE)|[Ff]alse|FALSE)$/;
const wholeNumber = /^\d{1,15}$/;
/** Other words that the core schema of YAML 1.2 takes for something else than text. */
const noText =
  /^(?:~|[Nn]ull|NULL|[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/;
/** True and false in YAML 1.1, which editors and other programs still read. */
export const truthWord = /^(?:yes|no|on|off)$/i;
/** No characters but line feeds and what can be seen: anything else may have a meaning of its own. */
const strange = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/;
const deepest = 12;
const longestLine = 1000;

interface Line {
  /** Offset of the first character that is no space. */
  readonly start: number;
  /** Offset after the last character that is no space. */
  readonly end: number;
  /** Offset after the line feed. */
  readonly next: number;
  readonly indent: number;
}

/** @returns undefined where the library is to read it */
export function readPlainYaml(
  text: string,
  span: (start: number, end: number) => Place,
): PlainYaml | undefined {
  if (strange.test(text)) return undefined;
  try {
    return read(text, span);
  } catch (cause) {
    if (cause instanceof NotPlain) return undefined;
    throw cause;
  }
}

const notPlain = new NotPlain('not plain');
const leave = (): never => {
  throw notPlain;
};

function read(text: string, span: (start: number, end: number) => Place): PlainYaml {
  const result = {
    places: {} as Record<string, Place>,
    keyPlaces: {} as Record<string, Place>,
    sources: {} as Record<string, string>,
    truthWords: [] as string[],
  };
  const lines = linesOf(text);
  let at = 0;

  const matchAt = (pattern: RegExp, offset: number): RegExpExecArray | null => {
    pattern.lastIndex = offset;
    return pattern.exec(text);
  };
  const word = (start: number, end: number, path: string): unknown => {
    const source = text.slice(start, end);
    result.places[path] = span(start, end);
    const isTruth = truth.exec(source);
    if (isTruth !== null || wholeNumber.test(source)) {
      result.sources[path] = source;
      return isTruth === null ? Number(source) : isTruth[1] !== undefined;
    }
    if (noText.test(source)) leave();
    if (truthWord.test(source)) result.truthWords.push(path);
    return source;
  };
  const quotedWord = (start: number, path: string): { value: string; end: number } => {
    const [found] = matchAt(quoted, start) ?? leave();
    const end = start + found.length;
    result.places[path] = span(start, end);
    return { value: found.slice(1, -1), end };
  };

  /** A value that begins and ends on one line. */
  const readInline = (line: Line, start: number, path: string, depth: number): unknown => {
    const first = text[start];
    if (first === '"' || first === "'") {
      const { value, end } = quotedWord(start, path);
      if (end !== line.end) leave();
      return value;
    }
    if (first === '[' || first === '{') {
      const { value, end } = readFlow(line, start, path, depth);
      if (end !== line.end) leave();
      return value;
    }
    if (matchAt(plainStart, start) === null) leave();
    const source = text.slice(start, line.end);
    if (source.includes(': ') || source.includes(' #') || source.endsWith(':')) leave();
    return word(start, line.end, path);
  };

  /** A text over several lines of the same indent below its key, to be read as one. `at` ends on its last line. */
  const readFolded = (line: Line, start: number, indent: number, path: string): string => {
    const first = lines[at + 1] ?? leave();
    if (first.indent <= indent || !endsAtOnce(text, line)) leave();
    const parts: string[] = [];
    let last = line;
    for (
      let next: Line | undefined = first;
      next !== undefined && next.indent > indent;
      next = lines[at + 1]
    ) {
      // Blank lines, spaces at the end and lines that stand deeper would mean something.
      if (next.indent !== first.indent || !follows(next, last) || !endsAtOnce(text, next)) leave();
      parts.push(text.slice(next.start, next.end));
      last = next;
      at++;
    }
    const after = lines[at + 1];
    if (after === undefined ? last.next !== text.length : !follows(after, last)) leave();
    result.places[path] = span(start, last.next);
    return parts.join(' ');
  };

  /** A list or a group of keys between brackets. */
  const readFlow = (
    line: Line,
    start: number,
    path: string,
    depth: number,
  ): { value: unknown; end: number } => {
    if (depth > deepest) leave();
    const isList = text[start] === '[';
    const close = isList ? ']' : '}';
    const list: unknown[] = [];
    const group: Record<string, unknown> = {};
    let offset = skipSpaces(start + 1);
    while (text[offset] !== close) {
      let itemPath = join(path, String(list.length));
      if (!isList) {
        const [, name = ''] = matchAt(key, offset) ?? leave();
        if (Object.hasOwn(group, name)) leave();
        itemPath = join(path, name);
        result.keyPlaces[itemPath] = span(offset, offset + name.length);
        offset = skipSpaces(offset + name.length + 1);
        const item = readFlowValue(line, offset, itemPath, depth);
        group[name] = item.value;
        offset = item.end;
      } else {
        const item = readFlowValue(line, offset, itemPath, depth);
        list.push(item.value);
        offset = item.end;
      }
      offset = skipSpaces(offset);
      if (text[offset] === ',') {
        offset = skipSpaces(offset + 1);
        if (text[offset] === close) leave();
      } else if (text[offset] !== close) leave();
    }
    result.places[path] = span(start, offset + 1);
    return { value: isList ? list : group, end: offset + 1 };
  };
  const readFlowValue = (
    line: Line,
    start: number,
    path: string,
    depth: number,
  ): { value: unknown; end: number } => {
    const first = text[start];
    if (first === '"' || first === "'") return quotedWord(start, path);
    if (first === '[' || first === '{') return readFlow(line, start, path, depth + 1);
    const [found] = matchAt(flowWord, start) ?? leave();
    const end = start + found.length;
    return { value: word(start, end, path), end };
  };
  const skipSpaces = (offset: number): number => {
    while (text[offset] === ' ') offset++;
    return offset;
  };

  /** A list or a group of keys that begins at `start` of the line at hand; the others stand below it. */
  const readBlock = (start: number, indent: number, path: string, depth: number): unknown => {
    if (depth > deepest) leave();
    const value = isDash(text, start)
      ? readList(start, indent, path, depth)
      : readGroup(start, indent, path, depth);
    const last = lines[at - 1];
    result.places[path] = span(start, last?.next ?? leave());
    const next = lines[at];
    // Deeper than the value above: a text over several lines, or a slip.
    if (next !== undefined && next.indent > indent) leave();
    return value;
  };
  const readList = (start: number, indent: number, path: string, depth: number): unknown[] => {
    const list: unknown[] = [];
    for (let dash = start; ;) {
      const line = lines[at] ?? leave();
      const item = skipSpaces(dash + 1);
      if (item >= line.end || isDash(text, item)) leave();
      const itemPath = join(path, String(list.length));
      if (matchAt(key, item) !== null) {
        list.push(readBlock(item, indent + item - dash, itemPath, depth + 1));
      } else {
        list.push(readInline(line, item, itemPath, depth + 1));
        at++;
      }
      const next = lines[at];
      if (next?.indent !== indent || !isDash(text, next.start)) return list;
      dash = next.start;
    }
  };
  const readGroup = (start: number, indent: number, path: string, depth: number): Record<string, unknown> => {
    const group: Record<string, unknown> = {};
    for (let begin = start; ;) {
      const line = lines[at] ?? leave();
      const [, name = ''] = matchAt(key, begin) ?? leave();
      if (Object.hasOwn(group, name)) leave();
      const valuePath = join(path, name);
      result.keyPlaces[valuePath] = span(begin, begin + name.length);
      const value = skipSpaces(begin + name.length + 1);
      if (value < line.end) {
        const isFolded = line.end - value === 2 && text.startsWith('>-', value);
        group[name] = isFolded
          ? readFolded(line, value, indent, valuePath)
          : readInline(line, value, valuePath, depth + 1);
        at++;
      } else {
        at++;
        const below = lines[at] ?? leave();
        if (below.indent > indent || (below.indent === indent && isDash(text, below.start)))
          group[name] = readBlock(below.start, below.indent, valuePath, depth + 1);
        else leave();
      }
      const next = lines[at];
      if (next === undefined || next.indent < indent) return group;
      if (next.indent !== indent || isDash(text, next.start)) leave();
      begin = next.start;
    }
  };

  const first = lines[0];
  if (first?.indent !== 0) return leave();
  const value = readBlock(first.start, 0, '', 0);
  if (at !== lines.length) leave();
  return { value, ...result };
}

const isDash = (text: string, offset: number): boolean => text[offset] === '-' && text[offset + 1] === ' ';

/** No space stands at its end. */
const endsAtOnce = (text: string, { end }: Line): boolean => end === text.length || text[end] === '\n';
/** No blank line stands between them. */
const follows = ({ start, indent }: Line, before: Line): boolean => start - indent === before.next;

/** Without those that are blank, and without the comment that a file begins with. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let from = 0; from < text.length;) {
    const feed = text.indexOf('\n', from);
    const next = feed === -1 ? text.length : feed + 1;
    let end = feed === -1 ? text.length : feed;
    if (end - from > longestLine) leave();
    let start = from;
    while (start < end && text[start] === ' ') start++;
    while (end > start && text[end - 1] === ' ') end--;
    const isOpening = lines.length === 0 && start === from && text[start] === '#';
    if (end > start && !isOpening) lines.push({ start, end, next, indent: start - from });
    from = next;
  }
  return lines;
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);
