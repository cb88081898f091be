// The fixed part of the configuration. `src/adapters/astro/astro-config.ts` adds what is not: base, output, cache.
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

export default defineConfig({
  integrations: [mdx()],
  // The icon alone: what an institution publishes lies beside its content folder.
  publicDir: 'src/site-files',
  trailingSlash: 'always',
  // The default joins words across lines, which is wrong for prose.
  compressHTML: true,
  devToolbar: { enabled: false },
  // Nothing inline: the pages are to run under a strict content security policy.
  build: { inlineStylesheets: 'never' },
  markdown: { syntaxHighlight: false },
  vite: { build: { assetsInlineLimit: 0 } },
});
