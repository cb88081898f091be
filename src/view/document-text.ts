/** The text of a document as this build shows it. */
import type { ControlledDocument } from '../core/model/document.ts';
import { escapeAttribute, escapeText } from '../core/parse/markup.ts';
import { type RenderedSegment, renderBody } from '../core/render/render-body.ts';
import { inStandardOrder } from './claims.ts';
import type { ViewContext } from './context.ts';

/** The text of a document, or of an earlier version of it, as this build shows it. */
export const textSegments = (context: ViewContext, document: ControlledDocument): RenderedSegment[] =>
  withoutEmptyAddresses(renderBody(document, context.manual, hrefOf(context)));

/** Links to documents without a page in this build lead nowhere: their text stays, their address does not. */
function hrefOf(context: ViewContext): ViewContext['urls']['hrefOf'] {
  return context.once(
    'hrefOf',
    () => (target) =>
      target.kind === 'document' && !context.hasPage(target.id) ? '' : context.urls.hrefOf(target),
  );
}

/** A link or picture that leads nowhere in this build keeps its words and loses its address. */
function withoutEmptyAddresses(segments: readonly RenderedSegment[]): RenderedSegment[] {
  return segments.map((segment) =>
    typeof segment === 'string'
      ? segment.includes('=""')
        ? segment
            .replaceAll('<a href=""', '<a')
            .replaceAll(/<img src="" alt="([^"]*)"[^>]*>/g, '<span class="note">[$1]</span>')
        : segment
      : segment.body.length === 0
        ? segment
        : { ...segment, body: withoutEmptyAddresses(segment.body) },
  );
}

/** Beside each heading the clauses that are claimed there from the front matter; claims in the text bring their own. */
export function withChips(
  context: ViewContext,
  document: ControlledDocument,
  segments: readonly RenderedSegment[],
): RenderedSegment[] {
  const chips = new Map<string, string>();
  for (const claim of inStandardOrder(context, document.claims)) {
    if (claim.origin !== 'front-matter') continue;
    const foreign =
      claim.edition === context.manual.settings.edition
        ? ''
        : `${context.manual.standards.get(claim.edition)?.name ?? claim.edition} `;
    const chip = `<a class="chip" href="${escapeAttribute(context.urls.clause(claim.clause, claim.edition))}">Clause ${escapeText(foreign + claim.clause)}</a>`;
    for (const section of claim.sections) chips.set(section, `${chips.get(section) ?? ''} ${chip}`);
  }
  return chips.size === 0 ? [...segments] : segments.map((segment) => placeChips(segment, chips));
}

function placeChips(segment: RenderedSegment, chips: ReadonlyMap<string, string>): RenderedSegment {
  if (typeof segment !== 'string')
    return segment.body.length === 0
      ? segment
      : { ...segment, body: segment.body.map((inner) => placeChips(inner, chips)) };
  return segment.replaceAll(
    /(<h([2-6])[^>]* id="([^"]*)"[^>]*>)([\s\S]*?)(<\/h\2>)/g,
    (all: string, start: string, _depth: string, id: string, inner: string, end: string) =>
      chips.has(id) ? `${start}${inner}${end}<p class="chips">${chips.get(id) ?? ''}</p>` : all,
  );
}
