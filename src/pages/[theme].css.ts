import { currentContext } from '../adapters/astro/site.ts';
import { themeCss } from '../view/theme-css.ts';

/** Only a manual with a theme of its own has it. */
export function getStaticPaths() {
  return currentContext().manual.settings.theme === undefined ? [] : [{ params: { theme: 'theme' } }];
}

export function GET(): Response {
  const { theme } = currentContext().manual.settings;
  return new Response(themeCss(theme ?? {}), { headers: { 'content-type': 'text/css; charset=utf-8' } });
}
