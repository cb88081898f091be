/** The pages of a manual that is loaded already, with its pictures and files. */
import { dirname } from 'node:path';
import type { Site } from '../../view/site.ts';
import { copyAssets } from './copy-assets.ts';
import { startPageBuilder } from './page-builder.ts';

export interface BuildSiteOptions {
  readonly site: Site;
  /** New or empty, in a folder that may be written to as well. */
  readonly outDir: string;
  readonly cacheDir: string;
  /** The content folder, for pictures and files of documents. */
  readonly contentDir: string;
}

/** Rejects when a page cannot be rendered or written; `outDir` is then incomplete. */
export async function buildSite({ site, outDir, cacheDir, contentDir }: BuildSiteOptions): Promise<void> {
  const builder = startPageBuilder({ outDir, workDir: dirname(outDir), cacheDir });
  try {
    await builder.build(site);
  } finally {
    await builder.stop();
  }
  copyAssets(site, contentDir, outDir);
}
