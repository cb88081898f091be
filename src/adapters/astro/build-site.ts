/** Builds the pages with Astro. The caller stages: `outDir` is a new folder beside the one that is replaced. */
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'astro';
import type { AstroInlineConfig } from 'astro';
import { figureFile } from '../../core/build/figure-file.ts';
import { belowContent } from '../../view/urls.ts';
import { provideSite, type Site } from './site.ts';

export interface BuildSiteOptions {
  readonly site: Site;
  /** New or empty. Astro renames files into it, so it must lie on the file system of the working directory. */
  readonly outDir: string;
  /** One for each pair of content and output. */
  readonly cacheDir: string;
  /** The content folder, for pictures and files of documents. Nothing is copied without it. */
  readonly contentDir?: string | undefined;
  /** More files of the site by path below `outDir`, e.g. exports. */
  readonly extraFiles?: readonly string[] | undefined;
  /** Where those files lie now, on the same file system. They are moved into the site. */
  readonly extraFilesDir?: string | undefined;
  /** `error` unless told otherwise: the build says what is wrong and nothing else. */
  readonly logLevel?: 'debug' | 'info' | 'warn' | 'error' | 'silent' | undefined;
}

/** The folder of the tool itself, where the pages are. */
export const toolRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** What Astro is told for one site, for building and for serving alike. */
export function astroConfig(site: Site, cacheDir: string, outDir: string): AstroInlineConfig {
  const { base, origin } = site.build;
  return {
    root: toolRoot,
    configFile: 'astro.config.mjs',
    base,
    ...(origin === undefined ? {} : { site: origin }),
    outDir,
    cacheDir,
    vite: { cacheDir: join(cacheDir, 'vite') },
  };
}

/** @throws Error when a page cannot be rendered or written; `outDir` is then incomplete */
export async function buildSite({
  site,
  outDir,
  cacheDir,
  contentDir,
  extraFiles = [],
  extraFilesDir,
  logLevel = 'error',
}: BuildSiteOptions): Promise<void> {
  provideSite({ ...site, extraFiles: new Set(extraFiles) });
  mkdirSync(outDir, { recursive: true });
  // Absolute for Astro, whose root is not the working directory.
  const config = astroConfig(site, resolve(cacheDir), resolve(outDir));
  // The rendering code lies in the output folder, from where the tool's packages may not be found: bundle them.
  const environments = { prerender: { resolve: { noExternal: true as const } } };
  await build({ ...config, vite: { ...config.vite, environments }, logLevel });
  if (contentDir !== undefined) copyAssets(site, contentDir, outDir);
  if (extraFilesDir !== undefined) moveFiles(extraFiles, extraFilesDir, outDir);
}

/** Files that documents lead to, and the logo; nothing else below the content folder is published. */
function copyAssets(site: Site, contentDir: string, outDir: string): void {
  const { manual } = site.analysis;
  for (const path of referencedAssets(site)) {
    const below = belowContent(path, manual.contentFolder);
    const from = resolve(contentDir, below);
    if (!from.startsWith(resolve(contentDir) + sep) || !existsSync(from)) continue;
    const to = join(outDir, 'files', below);
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to);
  }
}

function referencedAssets({ analysis: { manual, facts }, build: { drafts } }: Site): Set<string> {
  const paths = new Set<string>();
  for (const { document, lifecycle, control } of facts.documents) {
    // Pictures of earlier versions, which keep their pages.
    for (const { copy, state } of control.versions)
      if (state === 'superseded' || state === 'withdrawn')
        for (const file of copy?.files ?? []) if (file.text === undefined) paths.add(file.path);
    if (
      !drafts &&
      (lifecycle.state === 'draft' || lifecycle.state === 'in-review' || lifecycle.state === 'approved')
    )
      continue;
    for (const { target } of document.links) if (target.kind === 'file') paths.add(target.path);
    for (const { name, attributes } of document.body.components) {
      const file = name === 'Figure' ? figureFile(document.file, attributes['src'] ?? '') : undefined;
      if (file !== undefined && manual.assets.has(file)) paths.add(file);
    }
  }
  const { logo } = manual.settings.institution;
  if (logo !== undefined) paths.add(`${manual.contentFolder}/${logo}`);
  return paths;
}

function moveFiles(paths: readonly string[], from: string, to: string): void {
  for (const path of paths) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    renameSync(join(from, path), join(to, path));
  }
}
