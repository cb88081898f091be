/** What Astro is told for one site, for building and for serving alike. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroInlineConfig } from 'astro';
import type { Build } from '../../view/site.ts';

/** The folder of the tool itself, where the pages are. */
export const toolRoot = fileURLToPath(new URL('../../../', import.meta.url));

export function astroConfig(
  { base, origin }: Pick<Build, 'base' | 'origin'>,
  cacheDir: string,
  outDir: string,
): AstroInlineConfig {
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
