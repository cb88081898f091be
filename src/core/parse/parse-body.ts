/**
 * The text of a document: tree → headings, links, components, and a stream of markup with slots.
 *
 * The tree is let go at once: five thousand of them would not fit into memory, their markup does.
 */
import GithubSlugger from 'github-slugger';
import { components, type ComponentDefinition, type ComponentName } from '../../../schemas/components.ts';
import type {
  BodySegment,
  ComponentUse,
  DocumentBody,
  Heading,
  RawLink,
  Section,
} from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { type LineIndex, type Place, wholeFile } from '../model/place.ts';
import { guardText } from './guard-text.ts';
import { type HastNode, textOf } from './hast.ts';
import { checkComponent } from './check-component.ts';
import { findPersonalData } from './find-personal-data.ts';
import { findLostReferences } from './find-lost-references.ts';
import { findTextTraps } from './find-text-traps.ts';
import { findUnreadLinks } from './find-unread-links.ts';
import { parseTree } from './parse-tree.ts';
import { attributesHtml, escapeText, isVoid } from './markup.ts';

const excerptLength = 280;
const headingTag = /^h[1-6]$/;

export interface ParsedBody extends DocumentBody {
  readonly findings: Finding[];
}

/** @param bodyOffset where the text begins in the file */
export function parseBody(text: string, file: string, lines: LineIndex, bodyOffset: number): ParsedBody {
  const guarded = guardText(text, file, lines, bodyOffset);
  // What holds too much is not parsed at all, rather than in part: nobody would see what is missing.
  const { tree, findings: faults } = guarded.complete
    ? parseTree(guarded, file, lines)
    : { tree: undefined, findings: [] };
  const findings = [
    ...guarded.findings,
    ...faults,
    ...(guarded.complete ? findLostReferences(guarded.text, file, lines) : []),
    ...findTextTraps(text, bodyOffset, text.length, isHeading(text), file, lines),
  ];
  if (tree === undefined) {
    return {
      headings: [],
      sections: [],
      links: [],
      components: [],
      segments: [],
      words: 0,
      leadText: '',
      complete: false,
      findings,
    };
  }

  const headings: Heading[] = [];
  const links: RawLink[] = [];
  const uses: ComponentUse[] = [];
  const excerpts: string[] = [''];
  let words = 0;
  let tables = 0;
  const ids = assignHeadingIds(tree, file, lines, findings);
  const placeOf = (node: HastNode): Place =>
    node.position ? lines.span(file, node.position.start.offset, node.position.end.offset) : wholeFile(file);
  const currentSection = (): string | undefined => headings.at(-1)?.id;

  const addText = (value: string): void => {
    const found = value.match(/\S+/g);
    if (found !== null) words += found.length;
    const last = excerpts.length - 1;
    const so = excerpts[last] ?? '';
    if (so.length < excerptLength + 40) excerpts[last] = so + value;
  };

  const walk = (nodes: readonly HastNode[], out: BodySegment[], parent: HastNode | undefined): void => {
    for (const node of nodes) visit(node, out, parent);
  };
  const write = (out: BodySegment[], markup: string): void => {
    const last = out.length - 1;
    if (typeof out[last] === 'string') out[last] = out[last] + markup;
    else out.push(markup);
  };

  const visit = (node: HastNode, out: BodySegment[], parent: HastNode | undefined): void => {
    if (node.type === 'text') {
      const value = node.value ?? '';
      if (value.includes(']') && parent?.tagName !== 'code' && node.position)
        findings.push(
          ...findUnreadLinks(guarded.text, node.position.start.offset, node.position.end.offset, file, lines),
        );
      addText(value);
      write(out, escapeText(value));
    } else if (node.type === 'element') visitElement(node, out);
    else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
      visitComponent(node, out, parent);
    else if (
      node.type === 'mdxjsEsm' ||
      node.type === 'mdxFlowExpression' ||
      node.type === 'mdxTextExpression'
    ) {
      if (/^\/\*[\s\S]*\*\/$/.test(node.value ?? '')) return;
      findings.push({
        rule: 'code-in-document',
        severity: 'error',
        place: placeOf(node),
        message: `Unexpected code \`${(node.value ?? '').slice(0, 40).replaceAll(/\s+/g, ' ')}\`, expected text`,
        hint: 'Documents are data: write the value itself.',
      });
    } else if (node.children) walk(node.children, out, parent);
  };

  const visitElement = (node: HastNode, out: BodySegment[]): void => {
    const tag = node.tagName ?? 'span';
    const properties = { ...node.properties };
    let name = tag;
    // An id that no heading of the text can get.
    if (isFootnoteHeading(node)) properties['id'] = 'page_footnotes';
    else if ('dataFootnoteRef' in properties) properties['ariaDescribedBy'] = ['page_footnotes'];
    else if (headingTag.test(tag)) {
      const known = ids.get(node);
      const depth = Math.max(2, Number(tag[1]));
      name = `h${depth}`;
      properties['id'] = known?.id ?? '';
      headings.push({
        id: known?.id ?? '',
        explicit: known?.explicit ?? false,
        depth,
        titleText: textOf(node).trim(),
        place: placeOf(node),
      });
      excerpts.push('');
      write(out, `<${name}${attributesHtml(properties)}>`);
      const kept = excerpts.length - 1;
      walk(node.children ?? [], out, node);
      excerpts[kept] = '';
      write(out, `</${name}>`);
      return;
    }
    if (
      tag === 'a' &&
      typeof properties['href'] === 'string' &&
      !('dataFootnoteRef' in properties) &&
      !('dataFootnoteBackref' in properties)
    ) {
      links.push({
        kind: 'link',
        href: properties['href'],
        text: textOf(node).trim(),
        place: placeOf(node),
        section: currentSection(),
      });
      delete properties['href'];
      write(out, '<a href="');
      out.push({ link: links.length - 1 });
      write(out, `"${attributesHtml(properties)}>`);
      walk(node.children ?? [], out, node);
      write(out, '</a>');
      return;
    }
    if (tag === 'img') {
      const source = typeof properties['src'] === 'string' ? properties['src'] : '';
      const alt = typeof properties['alt'] === 'string' ? properties['alt'] : '';
      addText(alt);
      links.push({ kind: 'image', href: source, text: alt, place: placeOf(node), section: currentSection() });
      write(out, '<img src="');
      out.push({ link: links.length - 1 });
      write(
        out,
        `"${attributesHtml({ alt, title: properties['title'], loading: 'lazy', decoding: 'async' })}>`,
      );
      return;
    }
    if (tag === 'input') {
      write(out, `<span class="task-mark">${properties['checked'] === true ? '☑' : '☐'}</span>`);
      return;
    }
    if (tag === 'table') {
      tables++;
      const label = headings.at(-1)?.titleText;
      write(
        out,
        `<section class="table-scroll" tabindex="0" aria-label="${escapeText(`Table ${tables}${label === undefined ? '' : `, ${label}`}`).replaceAll('"', '&quot;')}">`,
      );
    }
    if (tag === 'pre') properties['tabIndex'] = 0;
    write(
      out,
      `<${name}${tag === 'th' && !('scope' in properties) ? ' scope="col"' : ''}${attributesHtml(properties)}>`,
    );
    if (isVoid(tag)) return;
    walk(node.children ?? [], out, node);
    write(out, `</${name}>`);
    if (tag === 'table') write(out, '</section>');
    if (tag === 'p' || tag === 'li' || tag === 'td' || tag === 'th') addText(' ');
  };

  const visitComponent = (node: HastNode, out: BodySegment[], parent: HastNode | undefined): void => {
    const tag = guarded.tags.get(node.position?.start.offset ?? -1);
    const name = node.name ?? '';
    const children = node.children ?? [];
    const definition: ComponentDefinition | undefined = Object.hasOwn(components, name)
      ? components[name as ComponentName]
      : undefined;
    const checked = checkComponent(
      name,
      definition,
      tag,
      placeOf(node),
      children.some((child) => child.type !== 'text' || (child.value ?? '').trim() !== ''),
      file,
      lines,
    );
    findings.push(...checked.findings);
    if (checked.attributes === undefined) {
      walk(children, out, parent);
      return;
    }
    const index = uses.length;
    uses.push({
      name: name as ComponentName,
      attributes: checked.attributes,
      place: placeOf(node),
      attributePlaces: checked.places,
      section: currentSection(),
    });
    const inline = node.type === 'mdxJsxTextElement';
    const isBlock = blockComponents.has(name);
    if (inline && isBlock) {
      findings.push({
        rule: 'component-placement',
        severity: 'error',
        place: placeOf(node),
        message: `Unexpected \`<${name}>\` inside a paragraph, expected it on lines of its own`,
        hint: 'Leave an empty line before and after it.',
      });
      walk(children, out, parent);
      return;
    }
    if (name === 'Term' && children.length === 0)
      addText(checked.attributes['id']?.replaceAll('-', ' ') ?? '');
    const body: BodySegment[] = [];
    walk(children, body, node);
    // A word-like component alone on its line stands outside any paragraph; give it one, so that it reads as text.
    const wrap =
      !inline &&
      !isBlock &&
      name !== 'Clause' &&
      (parent === undefined || parent.tagName === 'blockquote' || parent.name !== undefined);
    if (wrap) write(out, '<p>');
    out.push({ component: index, body, inline: inline || !isBlock });
    if (wrap) write(out, '</p>');
  };

  const segments: BodySegment[] = [];
  walk(tree.children ?? [], segments, undefined);
  const sections: Section[] = headings.map((heading, index) => ({
    id: heading.id,
    titleText: heading.titleText,
    depth: heading.depth,
    excerptText: excerpt(excerpts[index + 1] ?? ''),
  }));
  // In the guarded text, so that no comment is meant, and in front matter too; most documents hold none.
  const personalData = findPersonalData(guarded.text, file, lines);
  return {
    headings,
    sections,
    links,
    ...(personalData.length === 0 ? {} : { personalData }),
    components: uses,
    segments,
    words,
    leadText: excerpt(excerpts[0] ?? ''),
    complete: true,
    findings,
  };
}

/** Whether a line is a heading: `## …`. */
const isHeading =
  (text: string) =>
  (start: number, end: number): boolean =>
    /^[ \t>]*#{1,6}[ \t]/.test(text.slice(start, Math.min(end, start + 200)));

const blockComponents: ReadonlySet<string> = new Set([
  'Callout',
  'Steps',
  'Figure',
  'Diagram',
  'DefinitionTable',
]);

function excerpt(text: string): string {
  const folded = text.replaceAll(/\s+/g, ' ').trim();
  if (folded.length <= excerptLength) return folded;
  const cut = folded.slice(0, excerptLength);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), excerptLength - 40))} …`;
}

/** Ids of the page round a text, and of its notes. */
const idOfPage = /^(?:page_|user-content-)/i;

/** The heading over the notes, which the parser adds. Authors cannot write a class. */
function isFootnoteHeading({ tagName, properties }: HastNode): boolean {
  const classes = properties?.['className'];
  return tagName === 'h2' && Array.isArray(classes) && classes.includes('sr-only');
}

/** Explicit ids first, so that no generated one takes theirs; then slugs in the order of the text. */
function assignHeadingIds(
  tree: HastNode,
  file: string,
  lines: LineIndex,
  findings: Finding[],
): Map<HastNode, { id: string; explicit: boolean }> {
  const all: HastNode[] = [];
  const collect = (node: HastNode): void => {
    if (node.type === 'element' && headingTag.test(node.tagName ?? '') && !isFootnoteHeading(node))
      all.push(node);
    else for (const child of node.children ?? []) collect(child);
  };
  collect(tree);
  const slugger = new GithubSlugger();
  const result = new Map<HastNode, { id: string; explicit: boolean }>();
  const firstPlaces = new Map<string, Place>();
  for (const node of all) {
    const written = node.properties?.['id'];
    if (typeof written !== 'string' || written === '') continue;
    const id = written.normalize('NFC');
    const place = node.position
      ? lines.span(file, node.position.start.offset, node.position.end.offset)
      : wholeFile(file);
    if (idOfPage.test(id)) {
      findings.push({
        rule: 'duplicate-heading-id',
        severity: 'error',
        place,
        message: `Unexpected heading id \`${id}\`, expected one that the page does not use itself`,
        hint: 'Ids that begin with `page_` or `user-content-` belong to the page round the text. Choose another.',
      });
      continue;
    }
    const first = firstPlaces.get(id);
    if (first !== undefined) {
      findings.push({
        rule: 'duplicate-heading-id',
        severity: 'error',
        place,
        message: `Unexpected second heading with id \`${id}\`, expected each id once in a document`,
        hint: 'Give one of them another id: links could not tell them apart.',
        related: [{ place: first, message: 'first used here' }],
      });
      continue;
    }
    firstPlaces.set(id, place);
    slugger.occurrences[id] = 0;
    result.set(node, { id, explicit: true });
  }
  for (const node of all) {
    if (result.has(node)) continue;
    const text = textOf(node).normalize('NFC').trim();
    const id = slugger.slug(idOfPage.test(text) ? `section ${text}` : text) || slugger.slug('section');
    result.set(node, { id, explicit: false });
  }
  return result;
}
