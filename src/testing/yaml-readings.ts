/** A text read both ways: quickly where it is plain, and by the library. */
import { LineIndex } from '../core/model/place.ts';
import { parseYaml, type ParsedYaml } from '../core/parse/parse-yaml.ts';
import { readPlainYaml } from '../core/parse/read-plain-yaml.ts';

export interface BothReadings {
  readonly quick: unknown;
  readonly library: unknown;
  /** False where the library read it both times. */
  readonly isPlain: boolean;
}

export function bothReadings(text: string): BothReadings {
  const lines = new LineIndex(text);
  let isPlain = false;
  const quick = parseYaml(text, 'a.yaml', lines, 0, (source, span) => {
    const read = readPlainYaml(source, span);
    isPlain = read !== undefined;
    return read;
  });
  const library = parseYaml(text, 'a.yaml', lines, 0, () => undefined);
  return { quick: comparable(quick), library: comparable(library), isPlain };
}

/** Keys in the order in which they stand, and none of them with a meaning, as `__proto__` has in an object. */
const comparable = ({ value, ...rest }: ParsedYaml): unknown => ({
  value: inOrder(value),
  ...Object.fromEntries(
    Object.entries(rest).map(([name, part]) => [name, Array.isArray(part) ? part : sorted(part)]),
  ),
});

const inOrder = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(inOrder)
    : typeof value === 'object' && value !== null
      ? Object.entries(value).map(([name, item]) => [name, inOrder(item)])
      : value;

const sorted = (part: object): unknown =>
  Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
