/**
 * Compiles the pages of the tool with Astro: a program that renders any manual, with the styles and scripts it
 * refers to. Writes to the working folder, which is new and empty. Started by compiled-pages.ts only.
 */
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build, type AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { astroConfig, toolRoot } from './astro-config.ts';
import { compiledParts } from './compiled-parts.ts';

const entry = fileURLToPath(new URL('./page-renderer.ts', import.meta.url));
const folder = process.cwd();
const files = join(folder, compiledParts.files);
const renderer = join(folder, compiledParts.renderer);

/** Instead of rendering pages, what renders them is kept. */
const keepRenderer: AstroIntegration = {
  name: 'eoms-manual',
  hooks: {
    'astro:config:done': ({ setAdapter }) => {
      setAdapter({
        name: 'eoms-manual',
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- the other value is; this one is what replaces it
        entrypointResolution: 'auto',
        adapterFeatures: { buildOutput: 'static' },
        supportedAstroFeatures: { staticOutput: 'stable', sharpImageService: 'stable' },
      });
    },
    'astro:build:start': ({ setPrerenderer }) => {
      setPrerenderer({
        name: 'eoms-manual',
        getStaticPaths: () => {
          // Astro would remove it after the last page.
          renameSync(join(files, '.prerender'), renderer);
          const made = readdirSync(renderer).filter((file) => file.startsWith('prerender-entry.'));
          if (made.length !== 1) throw new Error(`Astro wrote ${String(made.length)} entries, expected one.`);
          renameSync(join(renderer, made[0] ?? ''), join(folder, compiledParts.entry));
          return Promise.resolve([]);
        },
        render: () => Promise.reject(new Error('No page is rendered while pages are compiled.')),
      });
    },
  },
};

/** What the compiled module exports. */
const ownEntry: Plugin = {
  name: 'eoms-own-entry',
  configEnvironment: (name) =>
    name === 'prerender' ? { build: { rolldownOptions: { input: entry } } } : undefined,
};

/**
 * Before a build, Astro starts a development server to look for content collections. It would bundle packages for
 * a browser that never comes.
 */
const withoutDevelopmentBundles: Plugin = {
  name: 'eoms-without-development-bundles',
  configResolved: ({ command, environments }) => {
    if (command !== 'serve') return;
    for (const { optimizeDeps } of Object.values(environments))
      Object.assign(optimizeDeps, { noDiscovery: true, include: [] });
  },
};

const cacheDir = join(folder, 'cache');
// Wherever it is published: addresses are given when pages are rendered.
const config = astroConfig({ base: '/' }, cacheDir, files);
await build({
  ...config,
  vite: {
    ...config.vite,
    // The compiled pages are to run wherever they lie, without packages beside them.
    environments: { prerender: { resolve: { noExternal: true } } },
    plugins: [withoutDevelopmentBundles, ownEntry],
  },
  integrations: [keepRenderer],
  logLevel: 'error',
});
rmSync(cacheDir, { recursive: true, force: true });
// Astro notes in the code where it was compiled. That is nobody's business, and the pages run without it.
for (const name of readdirSync(renderer, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.mjs')) continue;
  const path = join(renderer, name);
  const code = readFileSync(path, 'utf8');
  writeFileSync(path, code.replaceAll(folder, '').replaceAll(toolRoot, '/'));
}
