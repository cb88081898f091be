/** Which addresses of other sites a manual leads to, and from where. */
import type { ControlAnalysis } from '../analyse/analyse-control.ts';
import type { ResolvedLink } from '../model/document.ts';
import { type Place, wholeFile } from '../model/place.ts';
import { isPlaceholder } from '../rules/placeholder-link.ts';

/** Places by address, without its fragment, which no server is asked for. */
export type ExternalLinks = ReadonlyMap<string, readonly Place[]>;

/** Of the working files, and of the texts that are in force from the archive. */
export function listExternalLinks({ working, byId }: ControlAnalysis): ExternalLinks {
  const found = new Map<string, Place[]>();
  const add = (written: string, place: Place): void => {
    const address = addressToAsk(written);
    if (address === undefined) return;
    const places = found.get(address);
    if (places === undefined) found.set(address, [place]);
    else places.push(place);
  };
  const addLinks = (links: readonly ResolvedLink[]): void => {
    for (const { target, place } of links) if (target.kind === 'external') add(target.href, place);
  };
  for (const { file, links, frontMatter, places } of working.texts) {
    addLinks(links);
    // Where an external document is found is an address or words.
    if ('source' in frontMatter && frontMatter.source !== undefined)
      add(frontMatter.source, places['source'] ?? wholeFile(file));
  }
  for (const { published, publishedCopy } of byId.values())
    if (publishedCopy !== undefined) addLinks(published.links);
  return found;
}

/** Undefined for what is no address of the web, only holds a place, or stands under a name kept for examples. */
function addressToAsk(written: string): string | undefined {
  const href = written.trim().startsWith('//') ? `https:${written.trim()}` : written.trim();
  const host = /^https?:\/\/([^/?#]+)/i.exec(href)?.[1]?.toLowerCase().replace(/:\d*$/, '');
  if (host === undefined || isPlaceholder(href)) return undefined;
  if (/(?:^|\.)(?:example|test|invalid|localhost)\.?$/.test(host)) return undefined;
  return href.replace(/#.*$/s, '');
}
