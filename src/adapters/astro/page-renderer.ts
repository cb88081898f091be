/**
 * Renders the pages of a manual. Compiled together with them (compile-pages.ts); it runs only like that.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { App } from 'astro/app';
import { createApp } from 'astro/app/entrypoint';
import { StaticPaths } from 'astro:static-paths';
import type { Site } from '../../view/site.ts';
import { isLeftOut } from '../../view/left-out.ts';
import { batchRoute, splitBatch } from './page-batch.ts';
import { provideSite } from './site.ts';

class PageApp extends App {
  /** A page that cannot be rendered ends the build: nothing half is published. */
  protected override createErrorHandler(): ReturnType<App['createErrorHandler']> {
    return {
      renderError: (request, { status, error }) =>
        Promise.reject(
          error instanceof Error
            ? error
            : new Error(`${request.url} was answered with status ${String(status)}.`),
        ),
    };
  }
}

/** Renders all pages and writes them to `outDir`. Rejects when one cannot be rendered or written. */
export async function renderPages(site: Site, outDir: string): Promise<void> {
  provideSite(site);
  const { base, origin } = site.build;
  const app = new PageApp(
    { ...createApp().manifest, base, ...(origin !== undefined && { site: origin }) },
    false,
  );
  const write = createWriter(outDir);
  const paths = await new StaticPaths(app).getAll();
  const batchesFirst = paths.toSorted((a, b) => Number(isBatch(b.route)) - Number(isBatch(a.route)));
  for (const { pathname, route } of batchesFirst) {
    const path = decodeURI(pathname).replaceAll(/^\/|\/$/g, '');
    const isPage = route.type === 'page';
    // Hosts look for the page of what is not found under this very name.
    const file = !isPage ? path : path === '404' ? '404.html' : join(path, 'index.html');
    if (write.has(file) || isLeftOut(site.build, path)) continue;
    const address = `${base}${encodeURI(path)}${isPage && path !== '' ? '/' : ''}`;
    const request = new Request(new URL(address, origin ?? 'http://localhost:4321'));
    // Rendering waits for nothing: without this, nobody else would get a turn before the last page.
    await setImmediate();
    const response = await app.render(request, { routeData: route });
    if (isBatch(route)) {
      for (const [at, html] of splitBatch(await response.text()))
        write.file(join(decodeURI(at.slice(base.length)), 'index.html'), html);
    } else write.file(file, Buffer.from(await response.arrayBuffer()));
  }
}

const isBatch = (route: { readonly component: string }): boolean => route.component === batchRoute;

/** Writes each file once: a page that came with a batch is not asked for again. */
function createWriter(outDir: string): {
  readonly has: (file: string) => boolean;
  readonly file: (file: string, content: string | Uint8Array) => void;
} {
  const folders = new Set<string>();
  const written = new Set<string>();
  // From the top, each once: asking for a folder below one that is missing costs three calls.
  const makeFolder = (folder: string): void => {
    if (folders.has(folder)) return;
    if (folder !== '.') makeFolder(dirname(folder));
    mkdirSync(join(outDir, folder), { recursive: true });
    folders.add(folder);
  };
  return {
    has: (file) => written.has(file),
    file: (file, content) => {
      const folder = dirname(file);
      makeFolder(folder);
      writeFileSync(join(outDir, file), content);
      written.add(file);
    },
  };
}
