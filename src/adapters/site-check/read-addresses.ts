/** The addresses of the site in files that are no pages: feeds, sitemaps, calendars, tables, workbooks, style sheets, the index of the search. */
import { gunzipSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';

export interface FoundAddress {
  readonly value: string;
  readonly from: string;
}

/** Whether a file may hold addresses that this module can read. */
export const holdsAddresses = (file: string): boolean =>
  file.startsWith('pagefind/')
    ? file.endsWith('.pf_fragment')
    : /\.(?:xml|json|csv|css|webmanifest|txt|ics|xlsx)$|^_redirects$/.test(file);

/** @param file from the folder of the site */
export function readAddresses(
  file: string,
  bytes: Buffer,
  site: { readonly base: string; readonly origin?: string | undefined },
): FoundAddress[] {
  const ending = file.slice(file.lastIndexOf('.') + 1);
  if (ending === 'pf_fragment') return readFragment(gunzipSync(bytes).toString('utf8'));
  if (ending === 'xlsx') return readWorkbook(bytes);
  const text = bytes.toString('utf8');
  if (ending === 'ics') return readCalendar(text);
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

/** One page in the index of the search: its address, and the headings that results lead to. */
function readFragment(text: string): FoundAddress[] {
  const { url, anchors = [] } = JSON.parse(text.slice(text.indexOf('{'))) as {
    url: string;
    anchors?: readonly { id: string }[];
  };
  return [
    { value: url, from: 'the search index' },
    ...anchors.map(({ id }) => ({ value: `${url}#${encodeURIComponent(id)}`, from: 'the search index' })),
  ];
}

/** Lines are folded after 75 bytes. */
const readCalendar = (text: string): FoundAddress[] =>
  [...text.replaceAll(/\r?\n[ \t]/g, '').matchAll(/^URL(?:;[^:\r\n]*)?:([^\r\n]+)/gm)].map((match) => ({
    value: (match[1] ?? '').trim(),
    from: '`URL`',
  }));

/** Links of cells stand in the lists of what a sheet refers to. */
const readWorkbook = (bytes: Uint8Array): FoundAddress[] =>
  Object.values(unzipSync(bytes, { filter: ({ name }) => name.endsWith('.rels') })).flatMap((part) =>
    readXmlTargets(strFromU8(part)),
  );

function readXmlTargets(text: string): FoundAddress[] {
  const found: FoundAddress[] = [];
  const parser = new Parser(
    {
      onopentag(_, { Target, TargetMode }) {
        if (TargetMode === 'External' && Target !== undefined) found.push({ value: Target, from: 'a cell' });
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return found;
}

/** `from to status` a line. */
function readRedirects(text: string): FoundAddress[] {
  return text.split('\n').flatMap((line) => {
    const [, to] = line.trim().split(/\s+/);
    return to === undefined || line.startsWith('#') ? [] : [{ value: to, from: `\`${line.trim()}\`` }];
  });
}
