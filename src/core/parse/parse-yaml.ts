/**
 * YAML to plain values, with the place of every key and value.
 *
 * Values are read by the core schema of YAML 1.2, and the source of every scalar that is not text is kept:
 * `8.10` becomes the number 8.1 here, the schema then refuses a number, and the finding quotes `8.10`.
 */
import {
  deepestYaml,
  findDeepYaml,
  findManyAliases,
  findManyMarks,
  findManyTags,
  mostAliases,
  mostMarksOfALine,
} from './guard-yaml.ts';
import { explainDirective, explainTag, explainYamlError } from './explain-yaml-error.ts';
import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, Node, Pair, YAMLMap } from 'yaml';
import type { Finding } from '../model/finding.ts';
import { mostFindings } from '../model/first-findings.ts';
import type { LineIndex, Place } from '../model/place.ts';
import { findTextTraps } from './find-text-traps.ts';
import { readPlainYaml, truthWord } from './read-plain-yaml.ts';

export interface ParsedYaml {
  /** Undefined where the YAML could not be read. */
  readonly value: unknown;
  /** Place of each value by its path, e.g. `clauses.0.clause`. */
  readonly places: Record<string, Place>;
  /** Place of each key by the path of its value. */
  readonly keyPlaces: Record<string, Place>;
  /** What was written, for scalars that are not text. */
  readonly sources: Record<string, string>;
  /** Paths of words without quotation marks that other readers of YAML take for true or false. */
  readonly truthWords: string[];
  readonly findings: Finding[];
  /** Values that were not read for a reason already reported elsewhere. */
  readonly skipped: Place[];
}

const tooDeep = `Unexpected nesting of more than ${deepestYaml} levels, expected YAML of a few`;

/**
 * @param text the YAML alone
 * @param offset where `text` begins in the file that `lines` indexes
 * @param readQuickly what is tried before the library
 */
export function parseYaml(
  text: string,
  file: string,
  lines: LineIndex,
  offset = 0,
  readQuickly: typeof readPlainYaml = readPlainYaml,
): ParsedYaml {
  const result: ParsedYaml & { value: unknown } = {
    value: undefined,
    places: {},
    keyPlaces: {},
    sources: {},
    truthWords: [],
    skipped: [],
    findings: findTextTraps(text, 0, text.length, () => true, file, {
      span: (name, start, end) => lines.span(name, offset + start, offset + end),
    }),
  };
  const span = (start: number, end: number): Place =>
    lines.span(file, offset + start, offset + Math.max(start, end));
  const fault = (rule: string, start: number, end: number, message: string, hint?: string): void => {
    if (result.findings.length <= mostFindings)
      result.findings.push({ rule, severity: 'error', place: span(start, end), message, hint });
  };
  const deep = findDeepYaml(text);
  if (deep !== undefined) {
    fault('invalid-yaml', deep, deep + 1, tooDeep, 'Write the lists and groups of keys with fewer levels.');
    return result;
  }
  const aliases = findManyAliases(text);
  if (aliases !== undefined) {
    fault(
      'yaml-alias',
      aliases,
      aliases + 1,
      `Unexpected alias number ${mostAliases + 1}, expected the values themselves`,
      'Write the values out. Text that begins with `*` or `&` stands in quotation marks.',
    );
    return result;
  }
  const marks = findManyMarks(text);
  if (marks !== undefined) {
    fault(
      'invalid-yaml',
      marks,
      marks + 1,
      `Unexpected line with more than ${mostMarksOfALine.toLocaleString('en')} quotation marks, brackets, commas and colons, expected fewer`,
      'Write each entry on a line of its own.',
    );
    return result;
  }
  const tags = findManyTags(text);
  if (tags !== undefined) {
    const { message, hint } = explainTag(lineAt(text, tags).trim().slice(0, 60));
    fault('invalid-yaml', tags, tags + 1, message, hint);
    return result;
  }
  const plain = readQuickly(text, span);
  if (plain !== undefined) return { ...result, ...plain };
  let document;
  // The parser makes an error of every fault; where in its code each was made takes longer than to parse.
  const errors = Error as typeof Error & { stackTraceLimit?: number };
  const { stackTraceLimit } = errors;
  errors.stackTraceLimit = 0;
  try {
    document = parseDocument(text, {
      uniqueKeys: false,
      merge: false,
      prettyErrors: false,
      // Nothing is logged here; `silent` would also keep quiet about a second document.
      logLevel: 'error',
    });
  } catch (cause) {
    // Whatever the parser does not forgive is a fault of the file, not of the run.
    const said = cause instanceof Error ? cause.message : String(cause);
    fault('invalid-yaml', 0, 0, `This YAML cannot be read: ${said.slice(0, 200)}`);
    return result;
  } finally {
    errors.stackTraceLimit = stackTraceLimit;
  }
  const seenLines = new Set<string>();
  const seenAliases = new Set<string>();
  let lastLine = -1;
  for (const problem of [...document.errors, ...document.warnings]) {
    const [start, end] = problem.pos;
    const at = span(start, end);
    const line = at.kind === 'span' ? String(at.start.line) : '';
    // One slip of the pen makes several errors on one line; the first says it all.
    if (seenLines.has(line)) continue;
    seenLines.add(line);
    const number = at.kind === 'span' ? at.start.line : -1;
    const follows = number === lastLine + 1;
    lastLine = number;
    // Where the parser has lost its way, it often stumbles over the next line too.
    if (follows) continue;
    // An unclosed quotation mark is noticed at the end of the text; what is looked for is where it opens.
    const opening = findOpening(document, text, problem.message, start);
    const { message, hint } = explainYamlError(problem.code, problem.message, lineAt(text, opening ?? start));
    fault('invalid-yaml', opening ?? start, opening === undefined ? end : opening + 1, message, hint);
  }
  if (document.directives.yaml.explicit === true) {
    const at = Math.max(0, text.search(/^%/m));
    const { message, hint } = explainDirective(lineAt(text, at).trim());
    fault('invalid-yaml', at, at + 1, message, hint);
  }
  if (document.errors.length > 0) return result;

  const read = (node: Node | null | undefined, path: string, depth: number): unknown => {
    if (node === null || node === undefined) return null;
    const [start, end] = node.range ?? [0, 0];
    result.places[path] = span(start, end);
    if (isAlias(node)) {
      const known = seenAliases.has(node.source);
      seenAliases.add(node.source);
      if (known) {
        result.skipped.push(span(start, end));
        return null;
      }
      fault(
        'yaml-alias',
        start,
        end,
        `Unexpected alias \`*${node.source}\`, expected the value itself`,
        'Write the value out: a controlled text is read by people who should not have to look elsewhere.',
      );
      return null;
    }
    if (node.tag !== undefined && !seenLines.has(String(lines.pointAt(offset + start).line))) {
      const { message, hint } = explainTag(lineAt(text, start).trim().slice(0, 60));
      fault('invalid-yaml', start, end, message, hint);
      return null;
    }
    if (depth > deepestYaml) {
      fault('invalid-yaml', start, end, tooDeep);
      return null;
    }
    if (isMap(node)) return readMap(node, path, depth);
    if (isSeq(node))
      return node.items.map((item, index) => read(item as Node | null, join(path, String(index)), depth + 1));
    if (isScalar(node)) {
      if (typeof node.value === 'string') {
        if (node.type === 'PLAIN' && truthWord.test(node.value)) result.truthWords.push(path);
        return node.value;
      }
      result.sources[path] = node.source ?? '';
      return node.value;
    }
    return null;
  };

  const readMap = (map: YAMLMap, path: string, depth: number): Record<string, unknown> => {
    const value: Record<string, unknown> = {};
    const seen = new Set<string>();
    for (const item of map.items) {
      if (!isPair(item)) continue;
      const pair = item as Pair<Node | null, Node | null>;
      const key = isScalar(pair.key) ? (pair.key.source ?? String(pair.key.value)) : '';
      const [start, end] = pair.key?.range ?? [0, 0];
      const keyPath = join(path, key);
      if (!isScalar(pair.key)) {
        fault('invalid-yaml', start, end, 'Unexpected list or group of keys as a key, expected a word');
        continue;
      }
      if (seen.has(key)) {
        if (result.findings.length > mostFindings) continue;
        const first = result.keyPlaces[keyPath];
        result.findings.push({
          rule: 'duplicate-key',
          severity: 'error',
          place: span(start, end),
          message: `Unexpected second \`${key}\`, expected each key once`,
          hint: 'Keep the one that is right and delete the other.',
          related: first ? [{ place: first, message: 'first written here' }] : undefined,
        });
        continue;
      }
      seen.add(key);
      result.keyPlaces[keyPath] = span(start, end);
      const read_ = read(pair.value, keyPath, depth + 1);
      if (pair.value === null || pair.value.range?.[0] === pair.value.range?.[1])
        result.places[keyPath] = span(start, end);
      if (key !== '__proto__') value[key] = read_;
      // It becomes an own property too, which the schema then calls unknown.
      else
        Object.defineProperty(value, key, {
          value: read_,
          enumerable: true,
          configurable: true,
          writable: true,
        });
    }
    return value;
  };

  result.value = read(document.contents, '', 0);
  return result;
}

/** Where the quotation mark or bracket stands that is not closed. */
function findOpening(document: Document, text: string, said: string, end: number): number | undefined {
  const isQuote = /closing .quote/.test(said);
  if (!isQuote && !said.startsWith('Flow')) return undefined;
  let found: number | undefined;
  const look = (from: number, to: number, closed: boolean): void => {
    if (!closed && from < end && end <= to + 1) found = from;
  };
  visit(document, {
    Scalar: (_, node) => {
      const [from, to] = node.range ?? [0, 0];
      if (isQuote && node.type?.startsWith('QUOTE') === true) look(from, to, false);
    },
    Collection: (_, node) => {
      const [from, to] = node.range ?? [0, 0];
      if (!isQuote && node.flow === true) look(from, to, /[\]}]/.test(text[to - 1] ?? ''));
    },
  });
  return found;
}

const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? undefined : end);
}
