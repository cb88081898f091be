/** The manual built once more, for paper: the same pages in a folder that goes away afterwards. */
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Site } from '../../view/site.ts';
import { prepareSiteBuilder } from '../astro/build-site.ts';
import { copyAssets } from '../astro/copy-assets.ts';
import { copyFiles } from '../fs/list-files.ts';
import type { SiteForPaper } from './print-pdf.ts';

/** Stands for the address of a manual that has none; nothing of it is seen. */
const nowhere = 'https://manual.invalid';

export interface PaperSite extends SiteForPaper {
  /** Markup of a page by its address on the host, with the base. */
  readonly pageAt: (path: string) => string;
  /** The whole address of that page, as the browser writes it. */
  readonly addressOf: (path: string) => string;
  readonly discard: () => Promise<void>;
}

export async function buildPaperSite(
  site: Site,
  contentDir: string,
  publicFiles: { readonly folder: string; readonly paths: readonly string[] },
): Promise<PaperSite> {
  const work = mkdtempSync(join(tmpdir(), 'eoms-pdf-'));
  const folder = join(work, 'site');
  const discard = (): Promise<void> => rm(work, { recursive: true, force: true });
  try {
    const build = { ...site.build, forPaper: true };
    mkdirSync(folder);
    const forPaper = { ...site, build };
    const writePages = await prepareSiteBuilder();
    await writePages(forPaper, folder);
    copyAssets(forPaper, contentDir, folder);
    copyFiles(publicFiles, folder);
  } catch (error) {
    await discard();
    throw error;
  }
  const { base, origin = nowhere } = site.build;
  return {
    folder,
    origin,
    base,
    pageAt: (path) => readFileSync(join(folder, path.slice(base.length), 'index.html'), 'utf8'),
    addressOf: (path) => new URL(path, origin).href,
    discard,
  };
}
