/** A built page as a tree that can be changed and written again. */
import render from 'dom-serializer';
import { DomUtils, parseDocument } from 'htmlparser2';

export type PageTree = ReturnType<typeof parseDocument>;
export type PageElement = ReturnType<typeof DomUtils.getElementsByTagName>[number];

export const parsePage = (html: string): PageTree => parseDocument(html);

/** Elements that satisfy the test, in the order of the page. */
export const findElements = (
  within: PageTree | PageElement,
  test: (element: PageElement) => boolean,
): PageElement[] =>
  DomUtils.filter((node) => 'attribs' in node && test(node), within.children) as PageElement[];

export const hasClass = (element: PageElement, name: string): boolean =>
  (element.attribs['class'] ?? '').split(' ').includes(name);

/** Everything a reader would see of it, on one line. */
export const textOf = (element: PageElement): string =>
  DomUtils.textContent(element).replaceAll(/\s+/g, ' ').trim();

export const innerHtml = (element: PageElement): string =>
  render(element.children, { encodeEntities: 'utf8' });

export const pageHtml = (tree: PageTree): string => render(tree, { encodeEntities: 'utf8' });
