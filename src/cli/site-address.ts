/** Where the site is published: given by flags, else by the address in `manual.yaml`. */
import type { Build } from '../view/site.ts';
import type { SiteOptions } from './options.ts';

export function addressOf(
  institutionUrl: string | undefined,
  options: SiteOptions,
): Pick<Build, 'base' | 'origin'> {
  const address = options.url ?? institutionUrl;
  const published = address === undefined ? undefined : new URL(address);
  return {
    base: options.base ?? `/${published?.pathname ?? ''}/`.replaceAll(/\/{2,}/g, '/'),
    origin: published?.origin,
  };
}
