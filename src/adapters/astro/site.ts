/**
 * The one hand-over between the process that loaded the manual and Astro's pages.
 *
 * Astro bundles the pages with their own copy of this module, though in the same process: only a global is
 * seen by both.
 */
import { createContext, type ViewContext } from '../../view/context.ts';
import type { Site } from '../../view/site.ts';

export type { Build, Site } from '../../view/site.ts';

const key = Symbol.for('eoms-manual.site');
const holder = globalThis as { [key]?: Site };
const contexts = new WeakMap<Site, ViewContext>();

/** Makes `site` the one that pages show from now on. */
export function provideSite(site: Site): void {
  holder[key] = site;
}

/** @throws Error when no site was provided: Astro was started without `eoms build` or `eoms dev` */
export function currentSite(): Site {
  const site = holder[key];
  if (site === undefined)
    throw new Error('No manual was loaded. Build with `eoms build` or serve with `eoms dev`.');
  return site;
}

/** The current site as the pages see it, indexed once for each site. */
export function currentContext(): ViewContext {
  const site = currentSite();
  let context = contexts.get(site);
  if (context === undefined) contexts.set(site, (context = createContext(site)));
  return context;
}
