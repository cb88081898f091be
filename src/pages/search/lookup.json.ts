import { currentContext } from '../../adapters/astro/site.ts';
import { buildLookup } from '../../view/search/lookup.ts';

export function GET(): Response {
  return new Response(JSON.stringify(buildLookup(currentContext())), {
    headers: { 'content-type': 'application/json' },
  });
}
