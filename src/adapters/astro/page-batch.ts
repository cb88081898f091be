/** Many pages in one answer of Astro's: how they are put together, and how they are taken apart again. */
import type { ViewContext } from '../../view/context.ts';
import { versionsToVerify } from '../../view/control/verify-view.ts';

export type BatchedPage = { readonly id: string; readonly path: string } & (
  { readonly kind: 'document' } | { readonly kind: 'verify'; readonly version: string }
);

/** The route of the batches, as Astro names it. */
export const batchRoute = 'src/pages/[batch].astro';

/** Few enough that an answer stays small, enough that its own cost does not count. */
const pagesInBatch = 50;

/** Pages of the two kinds of which there is one for every document. */
export function batches(context: ViewContext): BatchedPage[][] {
  const pages: BatchedPage[] = [
    ...context.documents.map(({ document: { id } }) => ({
      kind: 'document' as const,
      id,
      path: context.urls.document(id),
    })),
    ...versionsToVerify(context).map(({ id, version }) => ({
      kind: 'verify' as const,
      id,
      version,
      path: context.urls.verify(id, version),
    })),
  ];
  return Array.from({ length: Math.ceil(pages.length / pagesInBatch) }, (_, index) =>
    pages.slice(index * pagesInBatch, (index + 1) * pagesInBatch),
  );
}

/** Stands before each page. No page holds such a comment: what documents say is escaped. */
export const beginPage = ({ path }: BatchedPage): string => `<!--eoms-page ${path}-->`;

/** Each page by its path on the host. What Astro writes once in an answer, every page gets. */
export function splitBatch(answer: string): Map<string, string> {
  const [, ...parts] = answer.split(/<!--eoms-page ([^>]+)-->/);
  const pages = new Map<string, string>();
  let once = { styles: '', scripts: '' };
  for (let at = 0; at + 1 < parts.length; at += 2) {
    let html = (parts[at + 1] ?? '').trim();
    if (at === 0) once = { styles: all(html, stylesheet), scripts: all(html, script) };
    else {
      // As replacement, `$` would have a meaning.
      html = html.replace('</head>', () => `${once.styles}</head>`);
      html = html.replace(/<\/body>(?![^]*<\/body>)/, () => `${once.scripts}</body>`);
    }
    // Astro writes it once, at the beginning of its answer.
    pages.set(parts[at] ?? '', `<!DOCTYPE html>${html}`);
  }
  return pages;
}

const stylesheet = /<link rel="stylesheet" href="[^"]*\/_astro\/[^"]+">/g;
const script = /<script type="module" src="[^"]*\/_astro\/[^"]+"><\/script>/g;
const all = (html: string, tag: RegExp): string => (html.match(tag) ?? []).join('');
