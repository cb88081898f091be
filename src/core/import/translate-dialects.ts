/**
 * Block syntax of other generators (MkDocs, Docusaurus, GitBook, Hugo, Jekyll), written as the HTML or Markdown
 * that the rest of the import understands. Works on lines, outside fenced code, and keeps where each came from.
 */

export interface SourceLine {
  readonly text: string;
  /** Line in the file, from 1. */
  readonly line: number;
}

type NoteLine = (line: number, message: string) => void;

/** Callout kinds by the words that other generators use. */
const kinds: Record<string, string> = {
  ...words('important', 'important success tip hint check done example abstract summary'),
  ...words('caution', 'caution warning danger attention failure fail error bug alert critical'),
};
function words(kind: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, kind]));
}

export const calloutKind = (name: string): string => kinds[name.toLowerCase()] ?? 'note';

/** Shortcodes whose own tags say nothing: what stands between them is kept. */
const wrappers =
  /^(?:tabs|code|raw|columns?|column|stepper|step|updates?|content-ref|details|expand|highlight|capture)$/;
const callouts = /^(?:hint|callout|note|tip|info|warning|danger|caution|alert|notice|admonition|important)$/;

export function translateDialects(lines: readonly SourceLine[], note: NoteLine): SourceLine[] {
  const out: SourceLine[] = [];
  let fence: string | undefined;
  for (let at = 0; at < lines.length; at++) {
    const { text, line } = lines[at] as SourceLine;
    const put = (...texts: string[]): void => {
      for (const one of texts) out.push({ text: one, line });
    };
    const mark = /^\s*(?:>\s*)*(?:[-*+]\s+|\d+[.)]\s+)*(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence === undefined ? mark !== undefined : mark?.startsWith(fence) === true) {
      fence = fence === undefined ? mark : undefined;
      put(text);
      continue;
    }
    if (fence !== undefined) {
      put(text);
      continue;
    }
    const admonition = /^(\s*)(?:!!!|\?\?\?\+?)\s+([\w-]+)[\w\s-]*?(?:\s+"([^"]*)")?\s*$/.exec(text);
    const tab = /^(\s*)===\s+"([^"]+)"\s*$/.exec(text);
    if (admonition ?? tab) {
      const base = (admonition ?? tab)?.[1] ?? '';
      const block = indentedBlock(lines, at + 1, base.length + 4);
      const inner = translateDialects(block.lines, note).map((one) => ({ ...one, text: base + one.text }));
      if (admonition) put('', base + openAside(admonition[2] ?? 'note', admonition[3]), '');
      else put('', `${base}**${tab?.[2] ?? ''}**`, '');
      out.push(...inner);
      if (admonition) put('', `${base}</aside>`, '');
      note(line, admonition ? 'an admonition became a callout' : 'a tab became a passage of its own');
      at = block.next - 1;
      continue;
    }
    const directive = /^(\s*):{3,}\s*([a-z][\w-]*)(?:\[([^\]]*)\]|\s+([^{]*?))?\s*(?:\{[^}]*\})?\s*$/.exec(
      text,
    );
    if (directive) {
      put('', (directive[1] ?? '') + openAside(directive[2] ?? 'note', directive[3] ?? directive[4]), '');
      note(line, 'a directive became a callout');
      continue;
    }
    if (/^\s*:{3,}\s*$/.test(text)) {
      put('', `${/^\s*/.exec(text)?.[0] ?? ''}</aside>`, '');
      continue;
    }
    const code = /^(\s*)(?:\{%-?|\{\{[<%])\s*(\/?)\s*([\w-]+)\s*(.*?)\s*\/?\s*(?:-?%\}|[>%]\}\})\s*$/.exec(
      text,
    );
    const translated = code && translateShortcode(code[3] ?? '', code[2] === '/', code[4] ?? '');
    if (translated) {
      put(...translated.map((one) => (one === '' ? '' : (code[1] ?? '') + one)));
      note(line, `the tag \`${code[3] ?? ''}\` of another generator was translated`);
      continue;
    }
    put(translateLinks(text));
  }
  return out;
}

/** The lines after `from` that are blank or indented by `width`, without that indentation. */
function indentedBlock(
  lines: readonly SourceLine[],
  from: number,
  width: number,
): { lines: SourceLine[]; next: number } {
  const block: SourceLine[] = [];
  let next = from;
  for (; next < lines.length; next++) {
    const { text, line } = lines[next] as SourceLine;
    const blank = text.trim() === '';
    if (!blank && (/^[ ]*/.exec(text.replaceAll('\t', '    '))?.[0].length ?? 0) < width) break;
    block.push({ text: blank ? '' : text.replaceAll('\t', '    ').slice(width), line });
  }
  while (block.at(-1)?.text === '') {
    block.pop();
    next--;
  }
  return { lines: block, next };
}

function openAside(name: string, title: string | undefined): string {
  const shown = title?.trim() ?? '';
  return `<aside data-callout="${calloutKind(name)}"${shown === '' ? '' : ` title="${escapeAttribute(shown)}"`}>`;
}

const escapeAttribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** The lines that a shortcode alone on its line stands for; undefined where nobody can know. */
function translateShortcode(name: string, closing: boolean, rest: string): string[] | undefined {
  const opened = name.replace(/^end-?/, '');
  const closes = closing || opened !== name;
  const attribute = (key: string): string | undefined =>
    new RegExp(`\\b${key}\\s*=\\s*"([^"]*)"`).exec(rest)?.[1];
  const first = /^"?([^"\s=]+)"?(?:\s|$)/.exec(rest)?.[1];
  if (callouts.test(opened)) {
    const kind = attribute('style') ?? attribute('type') ?? first ?? opened;
    return closes ? ['', '</aside>', ''] : ['', openAside(kind, attribute('title')), ''];
  }
  if (opened === 'tab')
    return closes ? [''] : ['', `**${attribute('title') ?? attribute('name') ?? first ?? 'Tab'}**`, ''];
  if (wrappers.test(opened)) return [''];
  const address = attribute('url') ?? attribute('src') ?? attribute('href');
  if (opened === 'embed' || opened === 'file')
    return closes ? [''] : address === undefined ? undefined : ['', `[${address}](${address})`, ''];
  if (opened === 'youtube') {
    const id = attribute('id') ?? first;
    return id === undefined ? undefined : ['', `[Video](https://www.youtube.com/watch?v=${id})`, ''];
  }
  if (opened === 'figure' || opened === 'img') {
    if (address === undefined) return closes ? [''] : undefined;
    const caption = attribute('caption') ?? attribute('title');
    const picture = `<img src="${escapeAttribute(address)}" alt="${escapeAttribute(attribute('alt') ?? '')}">`;
    return [
      '',
      `<figure>${picture}${caption === undefined ? '' : `<figcaption>${escapeAttribute(caption)}</figcaption>`}</figure>`,
      '',
    ];
  }
  return undefined;
}

/** Template syntax inside a link's address, which would keep the link from being read as one. */
function translateLinks(text: string): string {
  return text
    .replaceAll(/\]\(\{\{[<%]\s*(?:rel)?ref\s+"?([^"\s>%]+)"?\s*[>%]\}\}/g, ']($1')
    .replaceAll(/\]\(\{%\s*(?:link|post_url)\s+(\S+)\s*%\}/g, '](/$1')
    .replaceAll(/\]\(\{\{\s*["']([^"'}]+)["']\s*\|\s*(?:relative_url|absolute_url)\s*\}\}/g, ']($1')
    .replaceAll(/\]\(\{\{\s*site\.(?:baseurl|url)\s*\}\}/g, '](');
}
