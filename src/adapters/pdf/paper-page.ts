/** What differs between a built page and what is printed of it: nothing that is seen. */
import {
  findElements,
  hasClass,
  pageHtml,
  parsePage,
  textOf,
  type PageElement,
  type PageTree,
} from './page-tree.ts';

/** @param published whether it is known at which address the manual is published; else links within it lead nowhere */
export function paperPage(html: string, published: boolean): string {
  const tree = parsePage(html);
  prepareTree(tree);
  if (!published) dropLinks(tree, (href) => href.startsWith('/'));
  return pageHtml(tree);
}

/** The same for a tree that is going to be part of a book. */
export function prepareTree(tree: PageTree): void {
  for (const strip of findElements(tree, (element) => hasClass(element, 'strip'))) readOnce(strip);
  // Nobody scrolls to them.
  for (const image of findElements(tree, ({ name }) => name === 'img')) delete image.attribs['loading'];
}

/** Links that the test accepts become text. */
export function dropLinks(tree: PageTree | PageElement, test: (href: string) => boolean): void {
  for (const link of findElements(tree, ({ name }) => name === 'a'))
    if (test(link.attribs['href'] ?? '')) delete link.attribs['href'];
}

/**
 * The strip stands on every sheet, but is one thing with one text to those who listen, and its links are on each
 * sheet as many times as there are sheets: so it becomes a picture that is described in words.
 */
function readOnce(strip: PageElement): void {
  strip.attribs['role'] = 'img';
  strip.attribs['aria-label'] = findElements(strip, ({ name }) => name === 'div')
    .filter((item) => !hasClass(item, 'sheet-code'))
    .map((item) => {
      const [label, value] = ['dt', 'dd'].map((tag) =>
        findElements(item, ({ name }) => name === tag)
          .map(shownText)
          .join(' '),
      );
      return `${label ?? ''}: ${value ?? ''}.`;
    })
    .join(' ');
  for (const code of findElements(strip, ({ name }) => name === 'svg')) {
    strip.attribs['aria-label'] += ` ${code.attribs['aria-label'] ?? ''}.`;
    delete code.attribs['role'];
    delete code.attribs['aria-label'];
  }
  dropLinks(strip, () => true);
}

/** Without the switch, which is for screens. */
const shownText = (element: PageElement): string => {
  const switches = findElements(element, (one) => hasClass(one, 'switch')).map(textOf);
  return switches.reduce((text, words) => text.replace(words, '').trim(), textOf(element));
};
