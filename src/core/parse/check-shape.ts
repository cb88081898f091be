/** Holds parsed YAML against a Zod schema and turns every issue into a finding at its place. */
import { z } from 'zod';
import type { Finding } from '../model/finding.ts';
import { mostFindings } from '../model/first-findings.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import { oneOf } from '../model/one-of.ts';
import { type Place, wholeFile } from '../model/place.ts';
import type { ParsedYaml } from './parse-yaml.ts';

type Issue = z.core.$ZodIssue;

export interface Shape<Value> {
  readonly value?: Value;
  /** Where there is no value: the keys of the outermost mapping that are sound by themselves. */
  readonly sound?: Partial<Value>;
  readonly findings: Finding[];
}

export interface ShapeContext {
  readonly file: string;
  /** What the text is, for messages: `front matter`, `manual.yaml`, `registers/roles.yaml`. */
  readonly subject: string;
  /** Where a missing key is reported when nothing nearer is known. */
  readonly fallback?: Place;
}

/** The value as the schema types it, or every reason why not. */
export function checkShape<Schema extends z.ZodType>(
  schema: Schema,
  yaml: ParsedYaml,
  context: ShapeContext,
): Shape<z.output<Schema>> {
  const parsed = schema.safeParse(yaml.value);
  const words = yaml.truthWords
    .filter((path) => isText(unwrap(schemaAt(schema, pathOf(path)))))
    .slice(0, mostFindings + 1)
    .map((path) => explainTruthWord(path, yaml, context));
  if (parsed.success) return { value: parsed.data, findings: words };
  const misspelt = new Set(parsed.error.issues.flatMap((issue) => findMisspelt(issue, schema)));
  const issues = parsed.error.issues
    .slice(0, mostFindings + 1)
    // A key that is there in another spelling is reported where it stands.
    .filter((issue) => !(misspelt.has(issue.path.join('.')) && valueAt(yaml.value, issue.path) === undefined))
    .flatMap((issue) => explainIssue(issue, [], schema, yaml, context));
  const findings = [...words, ...issues];
  const said = new Set([...yaml.findings.map((finding) => finding.place), ...yaml.skipped].map(pointOf));
  return {
    sound: soundKeys(schema, yaml.value) as Partial<z.output<Schema>>,
    findings: findings
      .slice(0, mostFindings + 1)
      // What YAML itself was found wrong with has been said.
      .filter(({ place }) => place.kind !== 'span' || !said.has(pointOf(place))),
  };
}

/** The path of a value as the parser keeps it. */
const pathOf = (joined: string): PropertyKey[] =>
  joined.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** Whether text may stand here, and not only one of a few words. */
const isText = (schema: unknown): boolean =>
  schema instanceof z.ZodString || (schema instanceof z.ZodUnion && schema.options.some(isText));

function explainTruthWord(path: string, yaml: ParsedYaml, context: ShapeContext): Finding {
  const word = String(valueAt(yaml.value, pathOf(path)));
  return {
    rule: 'unquoted-value',
    severity: 'error',
    place: placeOf(pathOf(path), yaml, context),
    message: `Unexpected true-or-false word \`${word}\` in \`${fieldName(pathOf(path))}\`, expected text`,
    hint: `Put quotation marks round it: "${word}". Without them other readers of YAML take it for ${/^(?:yes|on)$/i.test(word) ? 'true' : 'false'}.`,
  };
}

/** Paths of the known keys that unknown ones were meant for. */
function findMisspelt(issue: Issue, schema: z.ZodType): string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const path = issue.path;
  const known = knownKeys(schema, path);
  return issue.keys.flatMap((name) => {
    const candidate = nearest(name, known);
    return candidate === undefined ? [] : [[...path, candidate].join('.')];
  });
}

const pointOf = (place: Place): string =>
  place.kind === 'span' ? `${place.start.line}:${place.start.column}` : '';

/** The keys of a group that are sound by themselves; of an unsound inner group, its sound keys where they suffice. */
function soundKeys(schema: z.ZodType, value: unknown): Record<string, unknown> {
  const sound: Record<string, unknown> = {};
  if (!isGroup(value)) return sound;
  const keep = (key: string, own: z.ZodType): void => {
    const whole = own.safeParse(value[key]);
    const inner = unwrap(own);
    const parsed =
      !whole.success && (inner instanceof z.ZodObject || inner instanceof z.ZodRecord)
        ? own.safeParse(soundKeys(inner, value[key]))
        : whole;
    if (parsed.success && parsed.data !== undefined) sound[key] = parsed.data;
  };
  if (schema instanceof z.ZodObject)
    for (const [key, own] of Object.entries<z.ZodType>(schema.shape)) keep(key, own);
  else if (schema instanceof z.ZodRecord)
    for (const key of Object.keys(value)) if (key !== '__proto__') keep(key, schema.valueType as z.ZodType);
  return sound;
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function explainIssue(
  issue: Issue,
  prefix: PropertyKey[],
  schema: z.ZodType,
  yaml: ParsedYaml,
  context: ShapeContext,
): Finding[] {
  const path = [...prefix, ...issue.path];
  const key = path.join('.');
  const found = valueAt(yaml.value, path);
  const place = placeOf(path, yaml, context);
  const field = fieldName(path);
  const finding = (rule: string, message: string, hint?: string, at: Place = place): Finding => ({
    rule,
    severity: 'error',
    place: at,
    message,
    hint,
  });
  const where = field === '' ? `the ${context.subject}` : `\`${field}\``;

  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path);
    return issue.keys.map((name) => {
      const keyPath = [...path, name].join('.');
      const inside = field === '' ? context.subject : `\`${field}\``;
      const candidate = nearest(name, known);
      return finding(
        'unknown-field',
        `Unexpected key \`${name}\` in ${inside}${didYouMean(candidate)}`,
        known.length > 0 && candidate === undefined
          ? `Known keys: ${known.map((one) => `\`${one}\``).join(', ')}.`
          : undefined,
        yaml.keyPlaces[keyPath] ?? place,
      );
    });
  }
  if (issue.code === 'invalid_union') {
    // The branch that fits what was written says what is wrong with it.
    const branches = issue.errors;
    const branch =
      typeof found === 'object' && found !== null && !Array.isArray(found) ? branches.at(-1) : branches[0];
    return (branch ?? []).flatMap((inner) => explainIssue(inner, path, schema, yaml, context));
  }
  if (path.length === 0 && (found === null || found === undefined)) {
    return [
      finding(
        'empty-field',
        `Nothing is written in ${context.subject}, expected ${expectedType(issue)}`,
        describeHelp(schema, path),
      ),
    ];
  }
  if (found === undefined) {
    const expected = describe(schema, path);
    return [
      finding(
        'missing-field',
        `Missing \`${String(path.at(-1))}\` in ${context.subject === 'front matter' && path.length === 1 ? 'front matter' : inWhat(path, context)}${expected === '' ? '' : `, expected ${expected}`}`,
        `Add a line \`${String(path.at(-1))}: …\`. ${describeHelp(schema, path) ?? ''}`.trimEnd(),
      ),
    ];
  }
  if (found === null && (issue.code === 'invalid_type' || issue.code === 'invalid_value')) {
    const source = yaml.sources[key] ?? '';
    const expected = describe(schema, path) || expectedType(issue);
    const message =
      source === ''
        ? `Nothing is written after \`${field}\`, expected ${expected}`
        : `Unexpected \`${source}\` in ${where}, expected ${expected}`;
    return [
      finding(
        'empty-field',
        message,
        source === ''
          ? (describeHelp(schema, path) ?? 'Write the value, or take the line out.')
          : 'YAML reads it as nothing. Write the value, in quotation marks if the word itself is meant, or take the line out.',
      ),
    ];
  }
  if (
    issue.code === 'invalid_type' &&
    issue.expected === 'string' &&
    (typeof found === 'number' || typeof found === 'boolean' || typeof found === 'bigint')
  ) {
    const source = yaml.sources[key] ?? String(found);
    const kind = typeof found === 'boolean' ? 'true-or-false value' : 'number';
    return [
      finding(
        'unquoted-value',
        `Unexpected ${kind} \`${source}\` in ${where}, expected text`,
        `Put quotation marks round it: "${source}". Without them YAML reads ${source === String(found) ? `a ${kind}` : `\`${String(found)}\``}.`,
      ),
    ];
  }
  if (issue.code === 'invalid_type') {
    return [
      finding(
        'wrong-type',
        `Unexpected ${shown(found, yaml.sources[key])} in ${where}, expected ${expectedType(issue)}`,
        issue.expected === 'array' && typeof found !== 'object'
          ? `Put square brackets round it: \`${String(path.at(-1))}: [${asItem(yaml.sources[key] ?? found)}]\`.`
          : describeHelp(schema, path),
      ),
    ];
  }
  if (issue.code === 'invalid_value') {
    if (typeof found !== 'string')
      return [
        finding(
          'wrong-type',
          `Unexpected ${shown(found, yaml.sources[key])} in ${where}, expected ${oneOf(issue.values.map(String))}`,
        ),
      ];
    const values = issue.values.map(String);
    return [
      finding(
        'unknown-value',
        `Unexpected \`${clip(found)}\` in ${where}, expected ${oneOf(values)}${didYouMean(nearest(found, values))}`,
      ),
    ];
  }
  if (issue.code === 'invalid_format' && issue.format === 'date') {
    return [
      finding(
        'impossible-date',
        `Unexpected date \`${clip(String(found))}\` in ${where}, expected ${issue.message}`,
      ),
    ];
  }
  return [
    finding(
      'wrong-form',
      `Unexpected ${shown(found, yaml.sources[key])} in ${where}, expected ${expectedForm(issue)}`,
      undefined,
    ),
  ];
}

/** The schema's own words where it has some; else the bound that was passed. */
function expectedForm(issue: Issue): string {
  if (!/^(?:Too|Invalid)\b/.test(issue.message)) return lowerFirst(issue.message);
  const units: Record<string, string> = { string: ' characters', array: ' items', number: '' };
  if (issue.code === 'too_big') return `at most ${String(issue.maximum)}${units[issue.origin] ?? ''}`;
  if (issue.code === 'too_small') return `at least ${String(issue.minimum)}${units[issue.origin] ?? ''}`;
  return 'a value of another form';
}

const clip = (text: string): string =>
  (text.length > 80 ? `${text.slice(0, 77)}…` : text).replaceAll('\n', ' ');
const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** `clauses`, `history.by`: the path without the numbers of list items. */
const fieldName = (path: PropertyKey[]): string =>
  path
    .filter((part) => typeof part !== 'number')
    .map(String)
    .join('.');

function inWhat(path: PropertyKey[], context: ShapeContext): string {
  const parent = fieldName(path.slice(0, -1));
  return parent === '' ? context.subject : `\`${parent}\``;
}

function valueAt(value: unknown, path: PropertyKey[]): unknown {
  let at = value;
  for (const part of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<PropertyKey, unknown>)[part];
  }
  return at;
}

/** The place of the value, else of the nearest thing round it. */
function placeOf(path: PropertyKey[], yaml: ParsedYaml, context: ShapeContext): Place {
  for (let length = path.length; length > 0; length--) {
    const at = yaml.places[path.slice(0, length).join('.')];
    if (at !== undefined) return length === path.length || at.kind !== 'span' ? at : { ...at, end: at.start };
  }
  return context.fallback ?? wholeFile(context.file);
}

/** A scalar as an item of a list, in quotation marks unless it is a plain word. */
const asItem = (value: unknown): string =>
  typeof value === 'string' && /^[A-Za-z][\w-]*$/.test(value) ? value : JSON.stringify(clip(String(value)));

/** A scalar as it was written; of a list or mapping only that it is one. */
function shown(value: unknown, source: string | undefined): string {
  if (Array.isArray(value)) return 'list';
  if (value === null) return 'empty value';
  if (value === '') return 'empty text';
  if (typeof value === 'object') return 'group of keys';
  return `\`${clip(source ?? String(value))}\``;
}

function expectedType(issue: Issue): string {
  const expected = 'expected' in issue ? String(issue.expected) : '';
  const names: Record<string, string> = {
    string: 'text',
    array: 'a list',
    object: 'a group of keys, `{ key: value }`',
    record: 'a group of keys, `{ key: value }`',
    boolean: '`true` or `false`',
    number: 'a number',
    int: 'a whole number',
  };
  return names[expected] ?? expected;
}

/** The schema at a path, seen through optional and array wrappers. */
function schemaAt(schema: z.ZodType, path: PropertyKey[]): z.ZodType | undefined {
  let at: z.ZodType | undefined = schema;
  for (const part of path) {
    at = unwrap(at);
    if (at instanceof z.ZodObject) at = (at.shape as Record<string, z.ZodType>)[String(part)];
    else if (at instanceof z.ZodArray) at = at.element as z.ZodType;
    else if (at instanceof z.ZodRecord) at = at.valueType as z.ZodType;
    else if (at instanceof z.ZodUnion) {
      const option: z.core.$ZodType | undefined = at.options.find((one) => one instanceof z.ZodObject);
      at =
        option instanceof z.ZodObject ? (option.shape as Record<string, z.ZodType>)[String(part)] : undefined;
    } else return undefined;
  }
  return at;
}

function unwrap(schema: z.ZodType | undefined): z.ZodType | undefined {
  let at = schema;
  while (at instanceof z.ZodOptional) at = at.unwrap() as z.ZodType;
  return at;
}

function knownKeys(schema: z.ZodType, path: PropertyKey[]): string[] {
  let at = unwrap(schemaAt(schema, path));
  if (at instanceof z.ZodUnion) at = at.options.find((one) => one instanceof z.ZodObject);
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

function describe(schema: z.ZodType, path: PropertyKey[]): string {
  const at = unwrap(schemaAt(schema, path));
  if (at instanceof z.ZodEnum) return oneOf(at.options.map(String));
  if (at instanceof z.ZodArray) return 'a list';
  if (at instanceof z.ZodBoolean) return '`true` or `false`';
  if (at instanceof z.ZodObject) return 'a group of keys, `{ key: value }`';
  if (at instanceof z.ZodISODate) return 'a date, written YYYY-MM-DD';
  return '';
}

const describeHelp = (schema: z.ZodType, path: PropertyKey[]): string | undefined => {
  const at = schemaAt(schema, path);
  return at?.meta()?.description ?? unwrap(at)?.meta()?.description;
};
