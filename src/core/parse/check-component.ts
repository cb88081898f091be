/** Holds one component of a text against its definition. */
import { components, type ComponentDefinition } from '../../../schemas/components.ts';
import type { Finding } from '../model/finding.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import { oneOf } from '../model/one-of.ts';
import type { LineIndex, Place } from '../model/place.ts';
import type { Tag } from './read-tag.ts';

export interface CheckedComponent {
  /** Undefined where the component cannot be used. */
  readonly attributes?: Record<string, string>;
  readonly places: Record<string, Place>;
  readonly findings: Finding[];
}

export function checkComponent(
  name: string,
  definition: ComponentDefinition | undefined,
  tag: Tag | undefined,
  place: Place,
  hasContent: boolean,
  file: string,
  lines: LineIndex,
): CheckedComponent {
  const findings: Finding[] = [];
  // Without a prototype, so that an attribute called `constructor` is a name like any other.
  const places = Object.create(null) as Record<string, Place>;
  const at: Place = tag === undefined ? place : lines.span(file, tag.start, tag.end);
  const fault = (rule: string, where: Place, message: string, hint?: string): void => {
    findings.push({ rule, severity: 'error', place: where, message, hint });
  };
  if (definition === undefined) {
    const known = Object.keys(components);
    const candidate = nearest(name, known);
    fault(
      'unknown-component',
      at,
      `Unexpected component \`<${name}>\`, expected one of the manual's components${didYouMean(candidate)}`,
      candidate === undefined
        ? `Known components: ${known.map((one) => `\`<${one}>\``).join(', ')}.`
        : undefined,
    );
    return { places, findings };
  }
  const known = Object.keys(definition.attributes.shape);
  const values = Object.create(null) as Record<string, string>;
  const misspelt = new Set<string>();
  let sound = true;
  for (const attribute of tag?.attributes ?? []) {
    const where = lines.span(file, attribute.start, attribute.end);
    if (Object.hasOwn(places, attribute.name)) {
      fault(
        'wrong-attribute',
        where,
        `Unexpected second \`${attribute.name}\` in \`<${name}>\`, expected it once`,
      );
      continue;
    }
    if (known.includes(attribute.name)) places[attribute.name] = where;
    if (!known.includes(attribute.name)) {
      const candidate = nearest(attribute.name, known);
      if (candidate !== undefined) misspelt.add(candidate);
      fault(
        'unknown-attribute',
        where,
        `Unexpected attribute \`${attribute.name}\` in \`<${name}>\`${didYouMean(candidate)}`,
        known.length === 0
          ? `\`<${name}>\` takes no attributes.`
          : `Known attributes: ${known.map((one) => `\`${one}\``).join(', ')}.`,
      );
      continue;
    }
    if (attribute.value === undefined) {
      fault(
        'wrong-attribute',
        where,
        `Unexpected \`${attribute.name}\` without a value in \`<${name}>\`, expected \`${attribute.name}="…"\``,
      );
      sound = false;
      continue;
    }
    values[attribute.name] = decodeEntities(attribute.value);
  }
  const parsed = definition.attributes.safeParse(values);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const key = String(issue.path[0] ?? '');
      if (!(key in values)) {
        sound = false;
        // Said already: it is there in another spelling, or without a value.
        if (key in places || misspelt.has(key)) continue;
        fault(
          'missing-attribute',
          at,
          `Missing \`${key}\` in \`<${name}>\``,
          `Write for example \`${definition.example.split('\n')[0] ?? ''}\`.`,
        );
        continue;
      }
      sound = false;
      const options = issue.code === 'invalid_value' ? issue.values.map(String) : [];
      const expected =
        options.length > 0 ? oneOf(options) + didYouMean(nearest(values[key] ?? '', options)) : issue.message;
      fault(
        'wrong-attribute',
        places[key] ?? at,
        `Unexpected ${values[key] === '' ? 'empty text' : `\`${values[key] ?? ''}\``} in \`${key}\` of \`<${name}>\`, expected ${expected}`,
      );
    }
  }
  if (definition.content === 'none' && hasContent)
    fault(
      'component-content',
      at,
      `Unexpected text inside \`<${name}>\`, expected none`,
      `Write \`<${name} … />\`.`,
    );
  if (definition.content === 'required' && !hasContent)
    fault(
      'component-content',
      at,
      `Nothing stands inside \`<${name}>\`, expected text`,
      `Put the text between \`<${name}>\` and \`</${name}>\`, with an empty line before and after it.`,
    );
  return sound ? { attributes: values, places, findings } : { places, findings };
}

const entities: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&#39;': "'",
  '&#34;': '"',
};
const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(?:quot|apos|amp|lt|gt|#39|#34);/g, (entity) => entities[entity] ?? entity)
    : text;
