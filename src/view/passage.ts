/** The beginning of a passage as plain text, for pages that quote what a document says. */
import type { ControlledDocument } from '../core/model/document.ts';
import { renderSearchableHtml } from '../core/render/render-body.ts';
import type { ViewContext } from './context.ts';

const length = 280;

/** @param section heading id; the beginning of the text when undefined */
export function passageText(
  context: ViewContext,
  document: ControlledDocument,
  section: string | undefined,
): string {
  // The same passages are quoted at the clauses of several editions.
  const known = context.once('passages', () => new Map<string, string>());
  const key = `${document.id}#${section ?? ''}`;
  let text = known.get(key);
  if (text === undefined) known.set(key, (text = readPassage(htmlOf(context, document), section)));
  return text;
}

function htmlOf(context: ViewContext, document: ControlledDocument): string {
  const known = context.once('passage-texts', () => new Map<string, string>());
  let html = known.get(document.id);
  if (html === undefined)
    known.set(document.id, (html = renderSearchableHtml(document, context.manual, () => '')));
  return html;
}

function readPassage(html: string, section: string | undefined): string {
  const start = section === undefined ? 0 : html.indexOf(` id="${section}"`);
  if (start < 0) return '';
  const from = section === undefined ? skipHeading(html) : html.indexOf('</h', start) + 5;
  const next = html.slice(from).search(/<h[1-6][ >]/);
  return shorten(plainText(next < 0 ? html.slice(from) : html.slice(from, from + next)));
}

/** A text that begins with a heading is quoted from below it. */
const skipHeading = (html: string): number => (/^\s*<h[1-6]/.test(html) ? html.indexOf('</h') + 5 : 0);

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** Cells are parted by commas, rows and items by semicolons, so that a table does not run into one word. */
function plainText(html: string): string {
  return html
    .replaceAll(/<\/(?:td|th)>\s*<(?=td|th)/g, ', <')
    .replaceAll(/(?<![.;:])<\/(?:li|tr)>/g, '; ')
    .replaceAll(/<\/(?:p|div|table)>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([,;.])/g, '$1')
    .replaceAll(/\.;/g, '.')
    .replace(/[;,] *$/, '')
    .trim();
}

function shorten(text: string): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length - 40)).replace(/[,;]$/, '')} …`;
}
