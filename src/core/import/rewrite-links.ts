/** Links of the original tree, led to where their targets are now. */
import { relativePath } from '../model/content-path.ts';
import type { Nodes, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { Note } from './import-model.ts';
import { plainText } from './inline-content.ts';
import type { Tree } from './find-target.ts';
import { findTarget } from './find-target.ts';

export interface LinkContext {
  readonly tree: Tree;
  /** Path of the file at hand in the original tree, and of what it became below the content folder. */
  readonly from: { readonly source: string; readonly path: string };
  /** Where a file of the original tree is now; called for files that exist. */
  readonly newPath: (source: string) => string;
  /** The anchor now, '' for the top of the page, undefined where the page never had it. */
  readonly newAnchor: (source: string, anchor: string) => string | undefined;
  readonly note: Note;
}

/** Changes `root` in place. */
export function rewriteLinks(root: Root, context: LinkContext): void {
  visit(root, (node, index, parent) => {
    if (node.type === 'link' || node.type === 'image') {
      const url = rewriteAddress(node.url, node, context);
      if (url !== undefined) {
        node.url = url;
        return undefined;
      }
      // An address that may not or cannot be followed: its text stays.
      if (parent === undefined || index === undefined) return undefined;
      const rest =
        node.type === 'link' ? node.children : node.alt ? [{ type: 'text' as const, value: node.alt }] : [];
      parent.children.splice(index, 1, ...(rest as never[]));
      return [SKIP, index];
    }
    if (node.type === 'mdxJsxFlowElement' && node.name === 'Figure') {
      const src = node.attributes.find(
        (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'src',
      );
      if (src && typeof src.value === 'string')
        src.value = rewriteAddress(src.value, node, context) ?? src.value;
    }
    return undefined;
  });
}

function rewriteAddress(
  href: string,
  node: Nodes,
  { tree, from, newPath, newAnchor, note }: LinkContext,
): string | undefined {
  const line = node.position?.start.line;
  const shown = node.type === 'link' ? `the link \`${plainText(node.children)}\`` : 'the picture';
  const target = findTarget(href, from.source, tree);
  const anchored = (source: string, path: string, anchor: string | undefined): string => {
    if (anchor === undefined || anchor === '') return path;
    const now = newAnchor(source, anchor);
    if (now === undefined)
      note(
        'decide',
        line,
        `${shown} leads to \`#${anchor}\`, which ${source === from.source ? 'this text' : `\`${source}\``} does not have`,
      );
    return now === '' ? path : `${path}#${now ?? anchor}`;
  };
  if ('found' in target && target.found !== undefined)
    note('changed', line, `${shown} to \`${href}\` was taken for \`${target.found}\``);
  switch (target.kind) {
    case 'external':
      return encodeAddress(target.href);
    case 'refused':
      note(
        'decide',
        line,
        `${shown} had an address that may not be followed (\`${href.slice(0, 60)}\`); its text was kept`,
      );
      return undefined;
    case 'empty':
      note('decide', line, `${shown} leads nowhere (\`${href}\`); its text was kept`);
      return undefined;
    case 'self': {
      const address = anchored(from.source, '', target.anchor);
      if (address !== '') return address;
      note('changed', line, `${shown} to the top of its own page became text`);
      return undefined;
    }
    case 'document':
      return anchored(
        target.source,
        encodePath(relativePath(from.path, newPath(target.source))),
        target.anchor,
      );
    case 'asset':
      return encodePath(relativePath(from.path, newPath(target.source)));
    case 'missing':
      note('decide', line, `${shown} leads to \`${href}\`, which is not in the tree`);
      return encodeAddress(href);
  }
}

const encodePath = (path: string): string =>
  encodeAddress(
    path
      .split('/')
      .map((part) => encodeURI(part).replaceAll('?', '%3F').replaceAll('#', '%23'))
      .join('/'),
  );

/** Without characters that would need angle brackets, which a document does not have. */
const encodeAddress = (href: string): string =>
  href
    .trim()
    .replaceAll(
      /[\s<>(){}\\]/g,
      (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    );
