/** One page of the built site as a tagged PDF with an outline, by the browser. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { steadyPdf } from './steady-pdf.ts';

/** The built site that the browser sees under its published address, without any network. */
export interface SiteForPaper {
  readonly folder: string;
  /** Scheme and host. */
  readonly origin: string;
  /** Where the site lies on its host, with a slash at both ends. */
  readonly base: string;
}

/**
 * @param address of the page, below which it finds what it refers to
 * @param html of the page, whatever lies at that address
 * @param day stands in the file instead of the moment, so that the same input gives the same bytes
 */
export async function printPdf(
  browser: Browser,
  site: SiteForPaper,
  { address, html, day }: { readonly address: string; readonly html: string; readonly day: string },
): Promise<Uint8Array> {
  // Scripts are for those who click.
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: 'light' });
  try {
    const page = await context.newPage();
    await context.route('**/*', async (route) => {
      const url = new URL(route.request().url());
      if (url.href === address) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
      const file = url.origin === site.origin ? fileAt(site, url.pathname) : undefined;
      return file === undefined ? route.abort() : route.fulfill({ path: file });
    });
    await page.goto(address, { waitUntil: 'load' });
    const pdf = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    });
    return steadyPdf(pdf, day);
  } finally {
    await context.close();
  }
}

function fileAt({ folder, base }: SiteForPaper, pathname: string): string | undefined {
  if (!pathname.startsWith(base)) return undefined;
  const path = decodeURIComponent(pathname.slice(base.length));
  if (path.includes('\0') || path.split(/[\\/]/).includes('..')) return undefined;
  const file = join(folder, path);
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}
