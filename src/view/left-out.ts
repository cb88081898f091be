/**
 * What a build for an audience is without. How the system itself is doing is for those who run it; what meets which
 * clause is counted over what the audience sees, would mislead, and is shown only when asked for.
 */
import type { Build } from './site.ts';

const audits = /^audit\//;
const clauses = /^(?:coverage|clauses)(?:[/.]|$)|^(?:claims|gaps)\.csv$|^facts\.json$|^oscal\//;

/** @param path of a page or file of the site, below its base, with or without its fragment */
export function isLeftOut({ limitedTo }: Pick<Build, 'limitedTo'>, path: string): boolean {
  if (limitedTo === undefined) return false;
  const page = (path.split(/[?#]/, 1)[0] ?? '').replace(/^\/+/, '');
  return audits.test(page) || (!limitedTo.withCoverage && clauses.test(page));
}

/** Whether an address of the site has a page in this build. */
export const isBuilt = (build: Pick<Build, 'limitedTo' | 'base'>, href: string): boolean =>
  !isLeftOut(build, href.startsWith(build.base) ? href.slice(build.base.length) : href);
