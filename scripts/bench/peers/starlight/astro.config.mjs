import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import starlightLinksValidator from 'starlight-links-validator';

// A short sidebar: with every document in it the peer's output grows with the square of their number.
export default defineConfig({
  site: 'https://manual.example.edu',
  trailingSlash: 'always',
  integrations: [
    starlight({
      title: 'Manual',
      lastUpdated: false,
      pagination: false,
      sidebar: [{ label: 'Manual', link: '/' }],
      plugins: [starlightLinksValidator()],
    }),
  ],
});
