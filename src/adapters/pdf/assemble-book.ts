/**
 * Many built pages as one, to be printed as one file. What stands between the pages' own header and footer is taken
 * as it is; ids get the name of their page in front, and links between the pages become links within the file.
 */
import { escapeAttribute, escapeText } from '../../core/parse/markup.ts';
import { bookStyles, watermarkStyles } from './book-styles.ts';
import {
  findElements,
  hasClass,
  innerHtml,
  parsePage,
  textOf,
  type PageElement,
  type PageTree,
} from './page-tree.ts';
import { dropLinks, prepareTree } from './paper-page.ts';

export interface BookPart {
  /** Names the part within the file, e.g. `PRC-007`. */
  readonly key: string;
  /** Address of the page on its host, by which other pages link to it. */
  readonly path: string;
  readonly html: string;
  /** As the list of contents names it. */
  readonly title: {
    readonly code?: string | undefined;
    readonly text: string;
    readonly note?: string | undefined;
  };
  /** Begins a group of parts in the list and in the outline. */
  readonly group?: string | undefined;
  /** A wide table, on a sheet laid across. */
  readonly wide?: boolean | undefined;
}

export interface Book {
  /** The home page, for what all pages have in common: language, style sheets, the foot of each sheet. */
  readonly home: string;
  readonly titleText: string;
  readonly siteText: string;
  readonly contentsText: string;
  /** Sentences on the first sheet. */
  readonly notes: readonly string[];
  readonly parts: readonly BookPart[];
  /** Whether it is known at which address the manual is published; else links out of the file lead nowhere. */
  readonly published: boolean;
}

/** @param sheets on which sheet each part begins, once that is known */
export function assembleBook(book: Book, sheets?: ReadonlyMap<string, number>): string {
  const home = parsePage(book.home);
  const [root] = findElements(home, ({ name }) => name === 'html');
  const attributes = Object.entries(root?.attribs ?? {})
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
  const sheetsOfStyle = findElements(
    home,
    ({ name, attribs }) => name === 'link' && attribs['rel'] === 'stylesheet',
  ).map(({ attribs }) => `<link rel="stylesheet" href="${escapeAttribute(attribs['href'] ?? '')}">`);
  const logo = findElements(home, ({ name }) => name === 'img').find(
    ({ parent }) => parent !== null && 'attribs' in parent && hasClass(parent, 'site-name'),
  );
  const keys = new Map(book.parts.map(({ path, key }) => [path, key]));
  const watermarks = new Map<string, string>();
  const sections = book.parts.map((part) => sectionHtml(part, keys, watermarks, book.published));
  return [
    `<!doctype html><html${attributes}><head><meta charset="utf-8"><title>${escapeText(`${book.titleText}: ${book.siteText}`)}</title>`,
    ...sheetsOfStyle,
    `<style>${bookStyles}${watermarkStyles(watermarks)}</style></head><body class="book"><main>`,
    coverHtml(book, logo?.attribs['src']),
    contentsHtml(book, sheets),
    ...sections,
    '</main></body></html>',
  ].join('\n');
}

function coverHtml({ titleText, siteText, notes }: Book, logo: string | undefined): string {
  const image = logo === undefined ? '' : `<img src="${escapeAttribute(logo)}" alt="">`;
  return `<section class="book-cover">${image}<p class="book-institution">${escapeText(titleText)}</p><h1>${escapeText(siteText)}</h1>${notes.map((note) => `<p>${escapeText(note)}</p>`).join('')}</section>`;
}

/** Room for the numbers of sheets is kept before they are known, so that knowing them moves nothing. */
function contentsHtml(
  { parts, contentsText }: Book,
  sheets: ReadonlyMap<string, number> | undefined,
): string {
  const lines = parts.map(({ key, title, group }) => {
    const heading = group === undefined ? '' : `</ol><p class="book-group-name">${escapeText(group)}</p><ol>`;
    const code = title.code === undefined ? '' : `<span class="code">${escapeText(title.code)}</span> `;
    const note = title.note === undefined ? '' : ` <span class="note">${escapeText(title.note)}</span>`;
    return `${heading}<li><a href="#${escapeAttribute(key)}">${code}<span>${escapeText(title.text)}${note}</span><span class="book-sheet">${sheets?.get(key) ?? '000'}</span></a></li>`;
  });
  return `<section class="book-contents"><h1>${escapeText(contentsText)}</h1><ol>${lines.join('')}</ol></section>`;
}

function sectionHtml(
  part: BookPart,
  keys: ReadonlyMap<string, string>,
  watermarks: Map<string, string>,
  published: boolean,
): string {
  const tree = parsePage(part.html);
  prepareTree(tree);
  const body = bodyOf(tree);
  nameIds(body, part.key);
  leadLinks(body, part.key, keys);
  if (!published) dropLinks(body, (href) => href.startsWith('/'));
  lowerHeadings(body, part);
  const mark = watermarkOf(body, watermarks);
  const classes = [
    'book-part',
    ...(part.wide === true ? ['full-width'] : []),
    ...(mark === undefined ? [] : [mark]),
  ];
  const group = part.group === undefined ? '' : `<h1 class="book-group">${escapeText(part.group)}</h1>`;
  return `<section class="${classes.join(' ')}" id="${escapeAttribute(part.key)}">${group}${innerHtml(body)}</section>`;
}

/** What stands in the page's frame. */
function bodyOf(tree: PageTree): PageElement {
  const [main] = findElements(tree, ({ name }) => name === 'main');
  const wrap = main?.children.find(
    (child): child is PageElement => 'attribs' in child && hasClass(child, 'wrap'),
  );
  const body = wrap ?? main;
  if (body === undefined) throw new Error('A built page has no main part');
  return body;
}

const idLists = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'headers', 'for'];

function nameIds(body: PageElement, key: string): void {
  for (const { attribs } of findElements(body, () => true)) {
    if (attribs['id'] !== undefined) attribs['id'] = `${key}.${attribs['id']}`;
    for (const name of idLists)
      if (attribs[name] !== undefined)
        attribs[name] = attribs[name].replaceAll(/\S+/g, (id) => `${key}.${id}`);
    // Markers, clips and the like of a drawing.
    for (const [name, value] of Object.entries(attribs))
      if (value.startsWith('url(#')) attribs[name] = value.replace('url(#', `url(#${key}.`);
  }
}

function leadLinks(body: PageElement, key: string, keys: ReadonlyMap<string, string>): void {
  for (const { attribs } of findElements(body, ({ attribs }) => attribs['href'] !== undefined)) {
    const [path = '', anchor] = (attribs['href'] ?? '').split('#', 2);
    const target = path === '' ? key : keys.get(path);
    if (target !== undefined)
      attribs['href'] = `#${target}${anchor === undefined || anchor === '' ? '' : `.${anchor}`}`;
  }
}

/** Groups stand on top of the outline, then documents, then their sections. The title says which document it is. */
function lowerHeadings(body: PageElement, { title }: BookPart): void {
  for (const heading of findElements(body, ({ name }) => /^h[1-5]$/.test(name))) {
    heading.attribs['aria-level'] = String(Number(heading.name.slice(1)) + 1);
    if (heading.name !== 'h1' || title.code === undefined || textOf(heading).startsWith(title.code)) continue;
    heading.children.unshift(...parsePage(`<span class="code">${escapeText(title.code)}</span> `).children);
  }
}

/** A watermark is on every sheet of its part: kept by its words, since each needs a kind of sheet of its own. */
function watermarkOf(body: PageElement, watermarks: Map<string, string>): string | undefined {
  const [marked] = findElements(body, ({ attribs }) => attribs['data-watermark'] !== undefined);
  const words = marked?.attribs['data-watermark'];
  if (words === undefined) return undefined;
  const name = watermarks.get(words) ?? `book-mark-${watermarks.size + 1}`;
  watermarks.set(words, name);
  return name;
}
