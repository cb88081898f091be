// Starlight as an institution would run it: its own search, the link validator, a sidebar of the five folders.
// The sidebar it makes by default lists every document on every page, which grows with the square of their number.
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import starlightLinksValidator from 'starlight-links-validator';

const folders = ['policies', 'procedures', 'work-instructions', 'forms', 'records'];

export default defineConfig({
  site: 'https://manual.example.org',
  trailingSlash: 'always',
  outDir: process.env.BENCH_OUT,
  integrations: [
    starlight({
      title: 'Manual',
      pagination: false,
      sidebar: folders.map((folder) => ({ label: folder, link: `/${folder}/` })),
      plugins: [starlightLinksValidator()],
    }),
  ],
});
