/** Files for the host of the site: response headers, and the ways from retired addresses to those in use. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { escapeAttribute, escapeText } from '../../core/parse/markup.ts';
import { contentSecurityPolicy, securityHeaders } from '../../view/security-policy.ts';
import type { Site } from '../../view/site.ts';
import { createUrls, segment } from '../../view/urls.ts';
import { formatSitemap } from './sitemap.ts';

export interface Redirect {
  /** Earlier id. */
  readonly alias: string;
  readonly id: string;
  readonly titleText: string;
  /** Addresses from the root of the host. */
  readonly from: string;
  readonly to: string;
}

/** From earlier ids to the documents that carry them now, sorted. Only documents that have a page. */
export function listRedirects({ analysis: { manual, facts }, build }: Site): Redirect[] {
  const urls = createUrls(build.base, manual.settings.edition, manual.contentFolder);
  const taken = new Set(manual.documents.map(({ id }) => segment(id).toLowerCase()));
  return facts.documents
    .filter(({ lifecycle }) => build.drafts || !['draft', 'in-review', 'approved'].includes(lifecycle.state))
    .flatMap(({ document }) =>
      (document.frontMatter.aliases ?? []).flatMap((alias) => {
        if (manual.documentByAlias.get(alias)?.id !== document.id) return [];
        const name = segment(alias).toLowerCase();
        if (taken.has(name)) return [];
        taken.add(name);
        const { id, frontMatter } = document;
        return [
          { alias, id, titleText: frontMatter.title, from: urls.document(alias), to: urls.document(id) },
        ];
      }),
    )
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Writes `_headers`, `_redirects`, `sitemap.xml` and a page for each retired address into the folder of a site. */
export function writeHostFiles(folder: string, site: Site): void {
  const redirects = listRedirects(site);
  const { base, drafts } = site.build;
  writeFileSync(join(folder, '_headers'), formatHeaders(base, drafts));
  writeFileSync(join(folder, '_redirects'), redirects.map(({ from, to }) => `${from} ${to} 301\n`).join(''));
  const sitemap = formatSitemap(site);
  if (sitemap !== undefined) writeFileSync(join(folder, 'sitemap.xml'), sitemap);
  for (const redirect of redirects) {
    const file = join(folder, decodeURI(redirect.from.slice(base.length)), 'index.html');
    if (existsSync(file)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, redirectPage(redirect));
  }
}

/** In the form that Netlify, Cloudflare Pages and others read. */
export function formatHeaders(base: string, drafts: boolean): string {
  const all = drafts ? [...securityHeaders, ['X-Robots-Tag', 'noindex'] as const] : securityHeaders;
  return [
    `${base}*`,
    ...all.map(([name, value]) => `  ${name}: ${value}`),
    `${base}_astro/*`,
    '  Cache-Control: public, max-age=31536000, immutable',
    '',
  ].join('\n');
}

function redirectPage({ alias, id, titleText, to }: Redirect): string {
  const href = escapeAttribute(to);
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${escapeAttribute(contentSecurityPolicy)}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeText(alias)} is now ${escapeText(id)}</title><meta name="robots" content="noindex"><link rel="canonical" href="${href}"><meta http-equiv="refresh" content="0; url=${href}"></head><body><main><h1>${escapeText(alias)} is now ${escapeText(id)}</h1><p><a href="${href}">${escapeText(`${id} ${titleText}`)}</a></p></main></body></html>\n`;
}
