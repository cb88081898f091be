/**
 * What an SVG file may not hold. A picture opened by its own address is a page of the site: a script in it runs
 * as the site's own. Allowed is what draws; everything that runs, loads or links is refused.
 */
import { Parser } from 'htmlparser2';
import type { Finding } from '../model/finding.ts';
import { LineIndex } from '../model/place.ts';

const mostFindings = 20;
const refusedElements: ReadonlySet<string> = new Set([
  'script',
  'foreignobject',
  'iframe',
  'embed',
  'object',
  'audio',
  'video',
  'link',
  'meta',
  'base',
  'form',
  'input',
  'button',
  'handler',
  'listener',
  'html',
  'body',
  'head',
  'stylesheet',
]);
const animations: ReadonlySet<string> = new Set(['animate', 'set', 'animatetransform', 'animatemotion']);
/** Attributes whose value is an address. */
const addresses: ReadonlySet<string> = new Set([
  'href',
  'src',
  'base',
  'data',
  'action',
  'from',
  'to',
  'values',
]);

/** @param file as findings show it */
export function findPictureFaults(text: string, file: string): Finding[] {
  const findings: Finding[] = [];
  const lines = new LineIndex(text);
  let styleText: { from: number; parts: string[] } | undefined;
  let depth = 0;
  let root: string | undefined;
  const fault = (start: number, end: number, what: string, hint?: string): void => {
    if (findings.length >= mostFindings) return;
    findings.push({
      rule: 'unsafe-picture',
      severity: 'error',
      place: lines.span(file, start, end),
      message: `Unexpected ${what} in a picture, expected shapes and text alone`,
      hint: hint ?? 'Save the picture again as plain SVG ("Export", "Plain SVG"), or as PNG.',
    });
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = name.toLowerCase();
        const [start, end] = [parser.startIndex, parser.endIndex + 1];
        root ??= element;
        if (++depth === 201) fault(start, end, 'nesting of more than 200 levels');
        if (refusedElements.has(localName(element))) fault(start, end, `\`<${name}>\``);
        for (const [attribute, value] of Object.entries(attributes)) {
          const key = localName(attribute.toLowerCase());
          if (/^on/.test(key)) fault(start, end, `event handler \`${attribute}\``);
          else if (
            animations.has(localName(element)) &&
            key === 'attributename' &&
            /^(?:on|(?:xlink:)?href$)/i.test(value.trim())
          )
            fault(start, end, `animation of \`${value.trim().slice(0, 40)}\``);
          else if (addresses.has(key) && !isInside(value, key))
            fault(
              start,
              end,
              `address \`${value.trim().slice(0, 60)}\``,
              'A picture refers to its own parts alone (`#id`). Put what it shows into it.',
            );
          else if (/url\(|@import|expression\(|\\/i.test(value) && !isInnerStyle(value))
            fault(
              start,
              end,
              `style \`${value.trim().slice(0, 60)}\``,
              'Styles in a picture refer to its own parts alone: `url(#id)`.',
            );
        }
        if (localName(element) === 'style') styleText = { from: end, parts: [] };
      },
      ontext(data) {
        styleText?.parts.push(data);
      },
      onclosetag(name) {
        depth--;
        if (styleText === undefined || localName(name.toLowerCase()) !== 'style') return;
        const css = styleText.parts.join('');
        if (!isInnerStyle(css))
          fault(
            styleText.from,
            styleText.from + css.length,
            'style sheet that loads something',
            'Styles in a picture refer to its own parts alone: `url(#id)`.',
          );
        styleText = undefined;
      },
      onprocessinginstruction(name, data) {
        const [start, end] = [parser.startIndex, parser.endIndex + 1];
        if (/^!doctype/i.test(name) && /\[|<!entity/i.test(data))
          fault(start, end, 'document type with definitions of its own');
        else if (/^!(?:entity|attlist|element)/i.test(name)) fault(start, end, `definition \`<${name}\``);
        else if (name.startsWith('?') && !/^\?xml$/i.test(name))
          fault(start, end, `instruction \`<${name}\``);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(text);
  parser.end();
  if (root !== undefined && root !== 'svg' && root !== 'svg:svg')
    fault(0, Math.min(text.length, 40), `\`<${root.slice(0, 40)}>\` as the outermost element`);
  if (root === undefined) fault(0, Math.min(text.length, 40), 'file without an `<svg>` element');
  return findings;
}

/** A prefix can stand for any namespace, so it counts for nothing. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** A part of the picture itself, or a picture packed into it. */
function isInside(value: string, attribute: string): boolean {
  const address = [...value].filter((character) => character > ' ' && character !== '\u007f').join('');
  if (attribute === 'from' || attribute === 'to' || attribute === 'values')
    return !/(?:script|data):|^https?:|^\/\//i.test(address);
  return (
    address === '' ||
    address.startsWith('#') ||
    /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*$/i.test(address)
  );
}

/** CSS in which every `url()` names a part of the picture. Escapes could hide one, so they are refused. */
function isInnerStyle(css: string): boolean {
  if (!/url\(|@import|expression\(|image-set\(|\\|behavior:|-moz-binding/i.test(css)) return true;
  if (/@import|expression\(|image-set\(|behavior:|-moz-binding/i.test(css) || css.includes('\\'))
    return false;
  return [...css.matchAll(/url\(\s*["']?([^)"']*)/gi)].every((match) =>
    /^(?:#|data:image\/(?:png|jpeg|gif|webp);base64,)/i.test((match[1] ?? '').trim()),
  );
}
