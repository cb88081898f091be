/**
 * The process that renders the pages: Astro's build, held between bundling and rendering until the manual is there.
 * Started by page-builder.ts only.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { deserialize } from 'node:v8';
import { build, type AstroIntegration, type AstroPrerenderer } from 'astro';
import type { Plugin } from 'vite';
import type { FrozenCopy } from '../../core/model/control.ts';
import type { ControlledDocument } from '../../core/model/document.ts';
import type { Site } from '../../view/site.ts';
import { isLeftOut } from '../../view/left-out.ts';
import { batchRoute, splitBatch } from './page-batch.ts';
import { astroConfig } from './astro-config.ts';
import { currentSite, provideSite } from './site.ts';

export interface BuildPagesOptions {
  /** Where the site lies on its host. */
  readonly base: string;
  readonly origin?: string | undefined;
  /** New or empty. */
  readonly outDir: string;
  /** One for each pair of content and output. */
  readonly cacheDir: string;
  /** `error` unless told otherwise: the build says what is wrong and nothing else. */
  readonly logLevel?: 'debug' | 'info' | 'warn' | 'error' | 'silent' | undefined;
}

/** What the file holds that is handed over. */
export interface Handover {
  readonly site: Site;
  /** Frozen copies that have pages, as they were read. */
  readonly copies: ReadonlyMap<FrozenCopy, ControlledDocument | undefined>;
  /** Of pictures and other files, by path: a comparison sees that a picture was replaced. */
  readonly digests: ReadonlyMap<string, string | undefined>;
}

export type PageBuilderMessage =
  | { readonly done: true }
  | {
      readonly done: false;
      readonly message: string;
      /** The rest of the error: `code` and `path` of the system's, and where it came from. */
      readonly properties: Readonly<Record<string, string | undefined>>;
    };

/** Listened for from the beginning; what came while Astro was being loaded, Node has kept. */
const handedOver = new Promise<string>((resolve) => {
  process.once('message', ({ handover }: { readonly handover: string }) => {
    resolve(handover);
  });
});
// The process that started this one is gone: nobody waits for the pages.
process.once('disconnect', () => process.exit());

/**
 * Waits for the manual when all is bundled, then renders and writes the pages one by one. Astro's own loop asks the
 * disk without waiting for it, which for thousands of small files takes several times as long.
 */
const ownPrerenderer = (outDir: string): AstroIntegration => ({
  name: 'eoms-prerenderer',
  hooks: {
    'astro:build:start': ({ setPrerenderer }) => {
      setPrerenderer((usual) => ({
        ...usual,
        setup: async () => {
          flushCompileCache();
          await usual.setup?.();
          provideSite(readHandover(await handedOver));
        },
        getStaticPaths: async () => {
          await renderPages(usual, outDir);
          return [];
        },
      }));
    },
  },
});

function readHandover(path: string): Site {
  const { site, copies, digests } = deserialize(readFileSync(path)) as Handover;
  const control: Site['analysis']['control'] = {
    readCopy: (copy) => copies.get(copy),
    digestOf: (file) => digests.get(file),
  };
  return { ...site, analysis: { ...site.analysis, control } };
}

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

async function renderPages(prerenderer: AstroPrerenderer, outDir: string): Promise<void> {
  const { base, origin } = currentSite().build;
  const write = createWriter(outDir);
  const paths = await prerenderer.getStaticPaths();
  const batchesFirst = paths.toSorted((a, b) => Number(isBatch(b.route)) - Number(isBatch(a.route)));
  for (const { pathname, route } of batchesFirst) {
    const path = decodeURI(pathname).replaceAll(/^\/|\/$/g, '');
    const isPage = route.type === 'page';
    // Hosts look for the page of what is not found under this very name.
    const file = !isPage ? path : path === '404' ? '404.html' : join(path, 'index.html');
    if (write.has(file) || isLeftOut(currentSite().build, path)) continue;
    const address = `${base}${encodeURI(path)}${isPage && path !== '' ? '/' : ''}`;
    const request = new Request(new URL(address, origin ?? 'http://localhost:4321'));
    const rendered = await prerenderer.render(request, { routeData: route });
    const response = rendered instanceof Response ? rendered : rendered.response;
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
  return {
    has: (file) => written.has(file),
    file: (file, content) => {
      const folder = dirname(file);
      if (!folders.has(folder)) {
        mkdirSync(join(outDir, folder), { recursive: true });
        folders.add(folder);
      }
      writeFileSync(join(outDir, file), content);
      written.add(file);
    },
  };
}

async function buildPages(options: BuildPagesOptions): Promise<void> {
  const config = astroConfig(options, options.cacheDir, options.outDir);
  // The rendering code lies in the output folder, from where the tool's packages may not be found: bundle them.
  const environments = { prerender: { resolve: { noExternal: true as const } } };
  await build({
    ...config,
    vite: { ...config.vite, environments, plugins: [withoutDevelopmentBundles] },
    integrations: [ownPrerenderer(options.outDir)],
    logLevel: options.logLevel ?? 'error',
  });
}

/**
 * Says how it went, and is ended from outside: at an end of its own Node would keep the compiled code of this one
 * site's pages for ever. What is worth keeping was kept before they were rendered.
 */
const send = (message: PageBuilderMessage): void => {
  process.send?.(message);
};

try {
  await buildPages(JSON.parse(process.argv[2] ?? '{}') as BuildPagesOptions);
  send({ done: true });
} catch (cause) {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  send({ done: false, message: error.message, properties: { code, path, syscall, stack: error.stack } });
}
