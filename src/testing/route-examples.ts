/** For each kind of page that the site can have, the addresses of some that were built. */
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const pages = fileURLToPath(new URL('../pages/', import.meta.url));

/** Routes as they stand in `src/pages`, such as `documents/[id]/[version]`, the most particular first. */
export function listRoutes(): string[] {
  return (
    globSync('**/*.{astro,mdx}', { cwd: pages })
      .map((path) => path.replace(/\.(?:astro|mdx)$/, '').replace(/(?:^|\/)index$/, ''))
      // Holds many pages of other routes while the site is being written; nothing of its own.
      .filter((route) => route !== '[batch]')
      .sort((a, b) => dynamicParts(a) - dynamicParts(b) || (a < b ? -1 : 1))
  );
}

/** By route, the pages of a built site, as addresses. */
export function pagesByRoute(folder: string): Map<string, string[]> {
  const routes = listRoutes().map((route) => ({
    route,
    pattern: new RegExp(`^${route.replaceAll('.', '\\.').replaceAll(/\[[a-z]+\]/g, '[^/]+')}$`),
  }));
  const found = new Map<string, string[]>();
  for (const file of globSync('**/*.html', { cwd: folder }).sort()) {
    const path = file.replaceAll('\\', '/').replace(/(?:^|\/)index\.html$|\.html$/, '');
    const route = routes.find(({ pattern }) => pattern.test(path))?.route ?? path;
    const address = file.endsWith('index.html') ? `/${path}${path === '' ? '' : '/'}` : `/${path}.html`;
    found.set(route, [...(found.get(route) ?? []), address]);
  }
  return found;
}

const dynamicParts = (route: string): number => route.split('[').length;
