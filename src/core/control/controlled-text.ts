/**
 * What an approval is about: the visible text and the front matter of a document in a form that does not
 * change when the source is rewrapped, reformatted or moved, and does when a reader would read something
 * else. What counts is written down in docs/fingerprint.md.
 */
import type { FrontMatter } from '../../../schemas/document.ts';
import { formsFolder } from '../model/form-file.ts';
import { figureFile } from '../build/figure-file.ts';
import type { DigestOf } from '../model/control.ts';
import type { BodySegment, ControlledDocument, LinkTarget } from '../model/document.ts';

/** A paragraph, heading, list item, table row or line of front matter. */
export interface TextBlock {
  /** Where it stands: `front-matter`, `h2`, `ul/li`, `Callout kind=note/p` … */
  readonly kind: string;
  /** Words in reading order; what a link, picture or component points to stands in `⟦ ⟧`. */
  readonly text: string;
}

/** The blocks of a document: first the controlled front matter, then the text. */
export function controlledText(document: ControlledDocument, digestOf: DigestOf): TextBlock[] {
  return [
    ...frontMatterBlocks(document.frontMatter, formDigest(document, digestOf)),
    ...bodyBlocks(document, digestOf),
  ];
}

/** What the acts write, and what the approval is not about. */
const uncontrolled: ReadonlySet<string> = new Set(['history', 'status']);
const setLike: ReadonlySet<string> = new Set([
  'implements',
  'uses',
  'produces',
  'roles',
  'units',
  'supersedes',
  'aliases',
]);

/** Of the file to fill in: the text of a form is on the sheet. */
function formDigest(document: ControlledDocument, digestOf: DigestOf): string | undefined {
  const path = formFilePath(document);
  return path === undefined ? undefined : digestOf(path);
}

/** Where the file of a form lies; that of a frozen copy, within the copy. Undefined where the text is the form. */
export function formFilePath({ file, frontMatter }: ControlledDocument): string | undefined {
  if (frontMatter.type !== 'form' || frontMatter.file === undefined) return undefined;
  const copy = /^[^/]+\/archive\/[^/]+\/[^/]+\//.exec(file)?.[0] ?? '';
  return `${copy}${formsFolder}${frontMatter.file.normalize('NFC')}`;
}

function frontMatterBlocks(frontMatter: FrontMatter, fileDigest: string | undefined): TextBlock[] {
  return Object.entries(frontMatter as Readonly<Record<string, unknown>>)
    .filter(([key, value]) => value !== undefined && !uncontrolled.has(key))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, value]): TextBlock[] => {
      if (key === 'clauses') {
        const claims = frontMatter.clauses.map((claim) => claimText(claim)).sort();
        return claims.map((text) => ({ kind: 'front-matter', text: `clause: ${text}` }));
      }
      const text =
        Array.isArray(value) && setLike.has(key)
          ? [...new Set(value.map(String))].sort().join(', ')
          : plainText(value);
      const bytes = key === 'file' ? ` ⟦file ${fileDigest ?? 'missing'}⟧` : '';
      return text === '' ? [] : [{ kind: 'front-matter', text: `${key}: ${text}${bytes}` }];
    });
}

function claimText(claim: FrontMatter['clauses'][number]): string {
  if (typeof claim === 'string') return claim;
  const { clause, standard, at, extent, note } = claim;
  return [
    clause,
    standard,
    at === undefined ? undefined : [...at].sort().join(' '),
    extent === 'partial' ? 'partial' : undefined,
    note === undefined ? undefined : `(${fold(note)})`,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
}

/** A value as words: lists by commas, mappings by sorted keys. */
export function plainText(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainText).join(', ');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => `${key} ${plainText(one)}`)
      .join('; ');
  return fold(String(value));
}

const fold = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();

/** Slots in the flattened markup. The reader of files keeps these characters out of documents. */
const linkSlot = '\u0001';
const opening = '\u0002';
const closing = '\u0003';
const token = /<(\/?)([a-z][a-z0-9]*)([^>]*)>|\u0002(\d+)\u0002|\u0003(\d+)\u0003|([^<\u0002\u0003]+)/g;

const slots = /[\u0001-\u0003]/g;

/** Tags that only dress the text. */
const dressing: ReadonlySet<string> = new Set(['em', 'strong', 'code', 'span', 'sup', 'sub', 'section']);
const containers: ReadonlySet<string> = new Set(['ul', 'ol', 'blockquote', 'table']);

function bodyBlocks(document: ControlledDocument, digestOf: DigestOf): TextBlock[] {
  const uses = document.body.components;
  const blocks: TextBlock[] = [];
  const stack: string[] = [];
  const links: number[] = [];
  let kind = '';
  let text = '';
  let preformatted = false;
  let cells = 0;
  const finish = (): void => {
    const words = preformatted ? text.normalize('NFC').replace(/\n$/, '') : fold(text);
    if (words !== '' || kind.endsWith('hr')) blocks.push({ kind: kind === '' ? 'p' : kind, text: words });
    kind = stack.join('/');
    text = '';
  };
  const begin = (name: string): void => {
    finish();
    kind = [...stack, name].join('/');
  };

  const openTag = (tag: string, attributes: string): void => {
    if (dressing.has(tag)) return;
    if (containers.has(tag)) {
      finish();
      const start = /\bstart="(\d+)"/.exec(attributes)?.[1];
      stack.push(start === undefined || start === '1' ? tag : `${tag} from ${start}`);
      kind = stack.join('/');
      return;
    }
    switch (tag) {
      case 'a':
        links.push(Number(/href="\u0001(\d+)"/.exec(attributes)?.[1] ?? -1));
        return;
      case 'img': {
        const alt = unescape(/\balt="([^"]*)"/.exec(attributes)?.[1] ?? '');
        const link = document.links[Number(/src="\u0001(\d+)"/.exec(attributes)?.[1] ?? -1)];
        text += ` ${alt} ⟦picture ${targetText(link?.target, link?.href ?? '', digestOf)}⟧ `;
        return;
      }
      case 'br':
        text += ' ';
        return;
      case 'hr':
        begin('hr');
        finish();
        return;
      case 'del':
        text += '⟦struck⟧';
        return;
      case 'li':
        begin('li');
        stack.push('li');
        return;
      case 'p':
        // A list with empty lines between its items reads like one without.
        if (stack.at(-1) === 'li' && kind === stack.join('/') && text.trim() === '') return;
        begin('p');
        return;
      case 'tr':
        begin('row');
        cells = 0;
        return;
      case 'th':
      case 'td':
        text += cells++ === 0 ? '' : ' | ';
        if (tag === 'th') kind = kind.replace(/row$/, 'head');
        return;
      case 'pre':
        begin('pre');
        preformatted = true;
        return;
      default:
        if (!/^h[1-6]$/.test(tag)) return;
        begin(`${tag} #${unescape(/\bid="([^"]*)"/.exec(attributes)?.[1] ?? '')}`);
    }
  };
  const closeTag = (tag: string): void => {
    if (containers.has(tag) || tag === 'li') {
      finish();
      stack.pop();
      kind = stack.join('/');
    } else if (tag === 'a') {
      const link = document.links[links.pop() ?? -1];
      if (link !== undefined) text += `⟦${targetText(link.target, link.href, digestOf)}⟧`;
    } else if (tag === 'del') text += '⟦/struck⟧';
    else if (tag === 'p' || tag === 'tr' || tag === 'pre' || /^h[1-6]$/.test(tag)) {
      finish();
      preformatted = false;
    }
  };

  for (const [, slash, tag, attributes, opened, closed, words] of flatten(
    document.body.segments,
    uses,
  ).matchAll(token)) {
    if (words !== undefined) text += escapeMarks(unescape(words));
    else if (tag !== undefined) {
      if (slash === '') openTag(tag, attributes ?? '');
      else closeTag(tag);
    } else if (opened !== undefined) {
      const use = uses[Number(opened)];
      if (use === undefined) continue;
      const described = `${use.name}${attributesText(use.attributes)}`;
      if (blockComponents.has(use.name)) {
        finish();
        if (use.name === 'Figure') {
          const path = figureFile(document.file, use.attributes['src'] ?? '');
          const digest = path === undefined ? undefined : digestOf(path);
          blocks.push({
            kind: [...stack, 'Figure'].join('/'),
            text: fold(
              `${use.attributes['alt'] ?? ''} ${use.attributes['caption'] ?? ''} ⟦picture ${digest ?? `missing ${use.attributes['src'] ?? ''}`}⟧`,
            ),
          });
          continue;
        }
        stack.push(described);
        kind = stack.join('/');
        // A component without text still says something by its attributes.
        if (Object.keys(use.attributes).length > 0)
          blocks.push({ kind, text: fold(Object.values(use.attributes).join(' ')) });
      } else text += `⟦${described}⟧`;
    } else if (closed !== undefined && blockComponents.has(uses[Number(closed)]?.name ?? '')) {
      if (uses[Number(closed)]?.name === 'Figure') continue;
      finish();
      stack.pop();
      kind = stack.join('/');
    }
  }
  finish();
  return blocks;
}

const blockComponents: ReadonlySet<string> = new Set([
  'Callout',
  'Steps',
  'Figure',
  'Diagram',
  'DefinitionTable',
]);

function flatten(segments: readonly BodySegment[], uses: ControlledDocument['body']['components']): string {
  return segments
    .map((segment) => {
      // `&#1;` in a text becomes such a character; it shows nothing, so it counts for nothing.
      if (typeof segment === 'string') return segment.replaceAll(slots, '');
      if ('link' in segment) return `${linkSlot}${segment.link}`;
      const index = segment.component;
      return `${opening}${index}${opening}${flatten(segment.body, uses)}${closing}${index}${closing}`;
    })
    .join('');
}

const attributesText = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .filter(([name, value]) => !(name === 'extent' && value === 'full'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}=${escapeMarks(fold(value))}`)
    .join('');

function targetText(target: LinkTarget | undefined, href: string, digestOf: DigestOf): string {
  switch (target?.kind) {
    case 'document':
      return `${target.id}${target.anchor === undefined || target.anchor === '' ? '' : `#${target.anchor}`}`;
    case 'file':
      return digestOf(target.path) ?? `missing ${href}`;
    case 'page':
      return `page ${target.path}`;
    case 'external':
      return target.href;
    case 'broken':
    case undefined:
      return `broken ${href}`;
  }
}

const unescape = (markup: string): string =>
  markup.includes('&')
    ? markup
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&')
    : markup;

/** So that no words of a text can pass for what a link points to. */
const escapeMarks = (text: string): string =>
  /[⟦⟧]/.test(text) ? text.replaceAll('⟦', '⟦⟦').replaceAll('⟧', '⟧⟧') : text;
