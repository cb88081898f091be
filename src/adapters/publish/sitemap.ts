/** The pages of a site for search engines: what is in force, and the lists that lead to it. */
import { documentTypes } from '../../../schemas/document.ts';
import { escapeText } from '../../core/parse/markup.ts';
import { createContext } from '../../view/context.ts';
import { isBuilt } from '../../view/left-out.ts';
import type { Site } from '../../view/site.ts';

/** Undefined where nobody knows where the site is published, and for draft builds, which ask search engines to keep away. */
export function formatSitemap(site: Site): string | undefined {
  const { origin, drafts } = site.build;
  if (origin === undefined || drafts) return undefined;
  const { urls, current, manual } = createContext(site);
  const lists = [
    urls.home,
    urls.register,
    urls.roles,
    urls.units,
    urls.processes,
    urls.coverage,
    urls.records,
    urls.changes(),
    urls.glossary(),
    urls.scope,
    urls.about,
    ...documentTypes.map((type) => urls.type(type)),
  ].map((href) => ({ href, changed: undefined }));
  const documents = current.map(({ document, lifecycle }) => ({
    href: urls.document(document.id),
    changed: lifecycle.approval?.date,
  }));
  const clauses = (manual.standard?.clauses ?? []).map(({ clause }) => ({
    href: urls.clause(clause),
    changed: undefined,
  }));
  const lines = [...lists, ...documents, ...clauses]
    .filter(({ href }) => isBuilt(site.build, href))
    .map(
      ({ href, changed }) =>
        `<url><loc>${escapeText(`${origin}${href}`)}</loc>${changed === undefined ? '' : `<lastmod>${changed}</lastmod>`}</url>\n`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('')}</urlset>\n`;
}
