/** Astro's development server over a manual that changes: pages follow each save, findings lie over the page. */
import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dev, type AstroIntegration } from 'astro';
import sirv from 'sirv';
import type { ViteDevServer } from 'vite';
import { astroConfig } from '../astro/astro-config.ts';
import { planExports } from '../export-files.ts';
import { provideSite } from '../astro/site.ts';
import { writeSearchIndex } from '../pagefind/write-search-index.ts';
import { formatSummary } from '../../core/report/format-text.ts';
import { formatPlace, type Report } from '../../core/report/report.ts';
import type { Finding } from '../../core/model/finding.ts';
import { themeCss } from '../../view/theme-css.ts';
import { createUrls } from '../../view/urls.ts';
import type { Site } from '../../view/site.ts';
import { helloEvent, stateEvent, type DevFinding, type DevState } from './dev-messages.ts';

export interface DevServerOptions {
  readonly site: Site;
  readonly report: Report;
  /** The content folder, absolute: pictures are served from it. */
  readonly contentDir: string;
  /** `public/` beside it, absolute: its files are served under their own names. It need not exist. */
  readonly publicDir: string;
  readonly cacheDir: string;
  readonly host: string;
  readonly port: number;
}

export interface DevServer {
  /** Address of the home page. */
  readonly address: string;
  /** Shows another state of the manual on all open pages. */
  readonly show: (site: Site, report: Report) => void;
  readonly stop: () => Promise<void>;
}

const pageScript = fileURLToPath(new URL('./page-panel.ts', import.meta.url));

export async function startDevServer(options: DevServerOptions): Promise<DevServer> {
  const { cacheDir, host, port, contentDir, publicDir } = options;
  let site = atRevision(options.site, 1);
  let state = describe(site, options.report, 1);
  let vite: ViteDevServer | undefined;
  const searchDir = join(cacheDir, 'search');
  const integration: AstroIntegration = {
    name: 'eoms-dev',
    hooks: {
      'astro:config:setup': ({ injectScript }) => {
        injectScript('page', `import ${JSON.stringify(pageScript)};`);
      },
      'astro:server:setup': ({ server }) => {
        vite = server;
        server.environments.client.hot.on(helloEvent, (_data: unknown, client) => {
          client.send(stateEvent, state);
        });
        const files = sirv(contentDir, { dev: true });
        const search = sirv(searchDir, { dev: true });
        const published = sirv(publicDir, { dev: true });
        const base = site.build.base;
        server.middlewares.use((request, response, next) => {
          const path = request.url ?? '';
          const asset = below(path, `${base}files/`);
          if (asset !== undefined && isAsset(asset, site)) {
            serve(files, asset, request, response, next);
            return;
          }
          const part = below(path, `${base}pagefind/`);
          if (part !== undefined && existsSync(searchDir)) {
            serve(search, part, request, response, next);
            return;
          }
          const own = below(path, base)?.split('?')[0] ?? '';
          const content = exportEnding.test(own) ? madeExport(own, site) : undefined;
          if (content !== undefined) sendExport(own, content, response);
          // Only names with an ending: pages are Astro's.
          else if (/\.\w+$/.test(own)) serve(published, own, request, response, next);
          else next();
        });
      },
    },
  };
  provideSite(site);
  const server = await dev({
    ...astroConfig(site.build, resolve(cacheDir), join(cacheDir, 'out')),
    integrations: [integration],
    server: { host, port },
    logLevel: 'error',
  });
  const indexSearch = debounce(async () => {
    await writeSearchIndex(site, searchDir);
  }, 2000);
  indexSearch();
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${server.address.port}${site.build.base}`,
    show: (nextSite, report) => {
      site = atRevision(nextSite, state.revision + 1);
      state = describe(site, report, state.revision + 1);
      provideSite(site);
      // Astro keeps the list of pages of a route until it hears this event, which its own content layer sends.
      for (const environment of Object.values(vite?.environments ?? {})) {
        if (environment.name !== 'client') environment.hot.send('astro:content-changed', {});
      }
      vite?.environments.client.hot.send(stateEvent, state);
      indexSearch();
    },
    stop: () => server.stop(),
  };
}

/** A page tells which state of the manual it was rendered from: a save may fall between the two. */
const atRevision = (site: Site, revision: number): Site => ({ ...site, build: { ...site.build, revision } });

type Middleware = ReturnType<typeof sirv>;

function serve(
  handler: Middleware,
  path: string,
  ...[request, response, next]: Parameters<Middleware>
): void {
  const original = request.url;
  request.url = `/${path}`;
  handler(request, response, () => {
    request.url = original;
    void next?.();
  });
}

const exportEnding = /\.(?:csv|json|xlsx|ics|xml|atom)$/;
const exportTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ics: 'text/calendar; charset=utf-8',
  xml: 'application/atom+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
};

const madeExports = new WeakMap<Site, ReturnType<typeof planExports>>();

/** The machine-readable twins are made when one is first asked for. */
function madeExport(path: string, site: Site): string | Uint8Array | undefined {
  const exports = madeExports.get(site) ?? planExports(site.analysis, site.build);
  madeExports.set(site, exports);
  return Object.hasOwn(exports, path) ? exports[path]?.() : undefined;
}

function sendExport(path: string, content: string | Uint8Array, response: ServerResponse): void {
  response.setHeader('Content-Type', exportTypes[path.split('.').at(-1) ?? ''] ?? '').end(content);
}

const below = (path: string, folder: string): string | undefined =>
  path.startsWith(folder) ? path.slice(folder.length) : undefined;

/** Only what the manual knows as a picture or file is served, not the sources. */
function isAsset(path: string, site: Site): boolean {
  const { assets, contentFolder } = site.analysis.manual;
  try {
    return assets.has(`${contentFolder}/${decodeURI(path.split('?')[0] ?? '')}`);
  } catch {
    return false;
  }
}

function describe(site: Site, report: Report, revision: number): DevState {
  const { manual, facts } = site.analysis;
  const urls = createUrls(site.build.base, manual.settings.edition, manual.contentFolder);
  const hrefOf = ({ place }: Finding): string | undefined => {
    const id = place.kind === 'manual' ? undefined : manual.documentByFile.get(place.file)?.id;
    if (id === undefined) return undefined;
    // Where another version is in force, the text being written has a page of its own.
    return facts.documentById.get(id)?.revision === undefined ? urls.document(id) : urls.draft(id);
  };
  const findings = report.findings.map((finding): DevFinding => ({
    rule: finding.rule,
    severity: finding.severity,
    placeText: formatPlace(finding.place),
    messageText: finding.message,
    hintText: finding.hint,
    href: hrefOf(finding),
  }));
  return {
    revision,
    themeText: themeCss(manual.settings.theme ?? {}),
    summaryText: formatSummary(report),
    findings,
  };
}

/** Calls `work` once things have been quiet for `quiet` milliseconds; one run at a time. */
function debounce(work: () => Promise<void>, quiet: number): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // Search that is a little stale is no reason to end the work of an author.
      running = running.then(work).catch(() => undefined);
    }, quiet);
    timer.unref();
  };
}
