/** The pages of a manual that is loaded already. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Site } from '../../view/site.ts';
import { findCompiledPages } from './compiled-pages.ts';
import { compiledParts } from './compiled-parts.ts';
import type * as PageRenderer from './page-renderer.ts';

/** @param outDir exists and is empty */
export type SiteBuilder = (site: Site, outDir: string) => Promise<void>;

/**
 * Makes what writes pages, with their styles and scripts. It rejects when a page cannot be rendered or written; the
 * folder is then incomplete. Other work goes on in between.
 */
export async function prepareSiteBuilder(): Promise<SiteBuilder> {
  const pages = await findCompiledPages();
  const entry = pathToFileURL(join(pages, compiledParts.entry)).href;
  const { renderPages } = (await import(entry)) as typeof PageRenderer;
  return async (site, outDir) => {
    cpSync(join(pages, compiledParts.files), outDir, { recursive: true });
    await renderPages(site, outDir);
  };
}
