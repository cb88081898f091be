/** The addresses of the site in files that are no pages: feeds, sitemaps, tables, style sheets. */
import { Parser } from 'htmlparser2';

export interface FoundAddress {
  readonly value: string;
  readonly from: string;
}

/** @param file from the folder of the site */
export function readAddresses(
  file: string,
  text: string,
  site: { readonly base: string; readonly origin?: string | undefined },
): FoundAddress[] {
  const ending = file.slice(file.lastIndexOf('.') + 1);
  if (ending === 'xml') return readXml(text);
  if (ending === 'json' || ending === 'webmanifest') return readJson(text, site);
  if (ending === 'csv') return readCsv(text, site);
  if (ending === 'css') return readCss(text);
  if (file === '_redirects') return readRedirects(text);
  if (file === 'robots.txt')
    return [...text.matchAll(/^sitemap:\s*(\S+)/gim)].map((match) => ({
      value: match[1] ?? '',
      from: 'Sitemap',
    }));
  return [];
}

/** Atom, RSS and sitemaps. */
function readXml(text: string): FoundAddress[] {
  const found: FoundAddress[] = [];
  let inside: string | undefined;
  let content = '';
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const href = attributes['href'];
        if (href !== undefined) found.push({ value: href, from: `<${name}>` });
        inside = /^(?:loc|link|image:loc)$/.test(name) && href === undefined ? name : undefined;
        content = '';
      },
      ontext(data) {
        if (inside !== undefined) content += data;
      },
      onclosetag(name) {
        if (inside === name && content.trim() !== '')
          found.push({ value: content.trim(), from: `<${name}>` });
        inside = undefined;
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return found;
}

const addressKeys = /^(?:url|href|link|address|page|src|icon|start_url|scope)$/i;

function readJson(
  text: string,
  { base, origin }: { base: string; origin?: string | undefined },
): FoundAddress[] {
  const found: FoundAddress[] = [];
  const waiting: [string, unknown][] = [['', JSON.parse(text)]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [key, value] = next;
    if (typeof value === 'string') {
      const own = origin !== undefined && value.startsWith(`${origin}/`);
      if (own || (addressKeys.test(key) && value.startsWith(base))) found.push({ value, from: `\`${key}\`` });
    } else if (Array.isArray(value)) for (const item of value) waiting.push([key, item]);
    else if (typeof value === 'object' && value !== null) waiting.push(...Object.entries(value));
  }
  return found;
}

function readCsv(text: string, { origin }: { origin?: string | undefined }): FoundAddress[] {
  if (origin === undefined) return [];
  return text
    .split(/[",;\r\n\t]/)
    .filter((cell) => cell.startsWith(`${origin}/`))
    .map((value) => ({ value, from: 'a cell' }));
}

function readCss(text: string): FoundAddress[] {
  return [...text.matchAll(/url\(\s*["']?([^"')]+)/g), ...text.matchAll(/@import\s+["']([^"']+)/g)]
    .map((match) => (match[1] ?? '').trim())
    .filter((value) => !value.startsWith('#'))
    .map((value) => ({ value, from: 'a style sheet' }));
}

/** `from to status` a line. */
function readRedirects(text: string): FoundAddress[] {
  return text.split('\n').flatMap((line) => {
    const [, to] = line.trim().split(/\s+/);
    return to === undefined || line.startsWith('#') ? [] : [{ value: to, from: `\`${line.trim()}\`` }];
  });
}
