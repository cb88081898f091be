/** The part of the guard that meets `<`: HTML, links in angle brackets, and the tags of components in pairs. */
import { nearest } from '../model/nearest.ts';
import { readTag, type Tag } from './read-tag.ts';

/** Components may stand within one another so many times. */
export const deepestNesting = 32;

export interface GuardReport {
  readonly fault: (rule: string, start: number, end: number, message: string, hint?: string) => void;
  /** Takes this passage out of what the parser reads. */
  readonly blank: (start: number, end: number) => void;
}

export interface TagGuard {
  /** Component tags by offset of their `<`. */
  readonly tags: ReadonlyMap<number, Tag>;
  /** The closing tag of each component that has one, by the offset of its opening tag. */
  readonly partners: ReadonlyMap<number, Tag>;
  /** Judges what begins with the `<` at this offset, and returns where to go on. */
  readonly meet: (start: number) => number;
  /** Reports what was left open at the end of the text. */
  readonly close: () => void;
}

interface Open {
  readonly tag: Tag;
  /** It was reported and taken out already, and so will its closing tag be, in silence. */
  readonly refused: boolean;
}

export function createTagGuard(text: string, { fault, blank }: GuardReport): TagGuard {
  const tags = new Map<number, Tag>();
  const partners = new Map<number, Tag>();
  const open: Open[] = [];
  const openHtml = new Map<string, number>();
  let tooDeep = false;
  let commentEnd = 0;

  const refuse = (tag: Tag, message: string, hint?: string, rule = 'unclosed-component'): void => {
    fault(rule, tag.start, tag.end, message, hint);
    drop(tag);
  };
  const drop = (tag: Tag): void => {
    tags.delete(tag.start);
    blank(tag.start, tag.end);
  };

  return {
    tags,
    partners,
    meet,
    close: () => {
      for (const { tag, refused } of open)
        if (!refused)
          refuse(
            tag,
            `Unexpected \`<${tag.name}>\` without an end, expected \`</${tag.name}>\``,
            `Add \`</${tag.name}>\`, or write \`<${tag.name} … />\` if nothing stands in it.`,
          );
    },
  };

  function meet(start: number): number {
    const next = text[start + 1];
    if (next === ' ' || next === '\t') return start + 1;
    if (next === undefined || next === '\n' || next === '\r' || next === '<') {
      let end = start + 1;
      while (text[end] === '<') end++;
      return refuseCharacter(start, end, 'Unexpected `<`, expected a component or text');
    }
    if (text.startsWith('<!--', start)) return refuseComment(start);
    const link = /^<((?:https?:|mailto:)[^\s<>]+|[^\s<>@]+@[^\s<>]+)>/i.exec(text.slice(start, start + 2000));
    if (link !== null) return refuseLink(start, link[0], link[1] ?? '');
    const tag = readTag(text, start);
    if (tag === undefined) {
      const html = /^[!?/]/.test(next);
      const found = `Unexpected \`<\` before \`${clip(text.slice(start + 1, start + 13))}\``;
      return refuseCharacter(
        start,
        start + 1,
        `${found}, expected a component or text`,
        html ? 'raw-html' : undefined,
      );
    }
    if (!/^[A-Z]/.test(tag.name)) return refuseHtml(tag);
    if (tag.fault !== undefined) {
      fault(tag.fault.rule, tag.fault.start, tag.fault.end, tag.fault.message, tag.fault.hint);
      blank(start, tag.end);
      if (!tag.closing && !tag.selfClosing) open.push({ tag, refused: true });
      return tag.end;
    }
    if (tag.closing) meetClosing(tag);
    else meetOpening(tag);
    return tag.end;
  }

  function meetOpening(tag: Tag): void {
    tags.set(tag.start, tag);
    if (tag.selfClosing) return;
    const refused = open.length >= deepestNesting;
    open.push({ tag, refused });
    if (!refused) return;
    drop(tag);
    if (!tooDeep)
      fault(
        'too-deep',
        tag.start,
        tag.end,
        `Unexpected nesting of more than ${deepestNesting} components, expected fewer`,
        'Close each component before the next one begins.',
      );
    tooDeep = true;
  }

  function meetClosing(tag: Tag): void {
    const index = open.findLastIndex((one) => one.tag.name === tag.name);
    if (index === -1) {
      meetStray(tag);
      return;
    }
    const [partner, ...unclosed] = open.splice(index);
    if (partner?.refused === true) blank(tag.start, tag.end);
    else if (partner !== undefined && beginsListItem(tag)) {
      // The parser ends the process when a component is closed in a list that began inside it.
      drop(partner.tag);
      refuse(
        tag,
        `Unexpected \`</${tag.name}>\` as an item of a list, expected it on a line of its own`,
        'Write it at the beginning of a line, as far in as the opening tag.',
      );
    } else if (partner !== undefined) partners.set(partner.tag.start, tag);
    for (const lost of unclosed)
      if (!lost.refused)
        refuse(
          lost.tag,
          `Unexpected \`<${lost.tag.name}>\` without an end, expected \`</${lost.tag.name}>\` before \`</${tag.name}>\``,
          `Add \`</${lost.tag.name}>\`.`,
        );
  }

  /** Whether nothing but the marks of a list or quotation stand before it, the mark of a list among them. */
  function beginsListItem(tag: Tag): boolean {
    const before = text.slice(
      Math.max(text.lastIndexOf('\n', tag.start - 1) + 1, tag.start - 200),
      tag.start,
    );
    return (
      /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*$/.test(before) &&
      /[-+*]|\d[.)]/.test(before)
    );
  }

  /** A closing tag without its opening one: misspelt, or left over. */
  function meetStray(tag: Tag): void {
    const last = open.at(-1);
    if (last !== undefined && nearest(tag.name, [last.tag.name]) !== undefined) {
      open.pop();
      if (!last.refused) drop(last.tag);
      refuse(
        tag,
        `Unexpected \`</${tag.name}>\`, expected \`</${last.tag.name}>\``,
        'The closing tag has the same name as the opening one.',
      );
      return;
    }
    refuse(
      tag,
      `Unexpected \`</${tag.name}>\`, expected \`<${tag.name}>\` before it`,
      'Remove it, or add the opening tag.',
    );
  }

  function refuseHtml(tag: Tag): number {
    if (tag.fault?.rule === 'unclosed-component') {
      const found = `Unexpected \`<\` before \`${clip(text.slice(tag.start + 1, tag.start + 13))}\``;
      return refuseCharacter(tag.start, tag.start + 1, `${found}, expected a component or text`);
    }
    const name = tag.name.toLowerCase();
    const waiting = openHtml.get(name) ?? 0;
    blank(tag.start, tag.end);
    if (tag.closing && waiting > 0) {
      // The opening tag was reported; its end goes with it.
      openHtml.set(name, waiting - 1);
      return tag.end;
    }
    if (!tag.closing && !tag.selfClosing) openHtml.set(name, waiting + 1);
    fault(
      'raw-html',
      tag.start,
      tag.end,
      `Unexpected HTML \`${clip(text.slice(tag.start, tag.end))}\`, expected Markdown or a component`,
      htmlHint(name),
    );
    return tag.end;
  }

  function refuseCharacter(start: number, end: number, message: string, rule = 'unescaped-angle'): number {
    fault(rule, start, end, message, 'Write `\\<` for the character itself, or use "less than".');
    blank(start, end);
    return end;
  }

  function refuseComment(start: number): number {
    // Looked for once: a thousand comments without an end would otherwise read the text a thousand times.
    if (commentEnd !== -1 && commentEnd < start + 4) commentEnd = text.indexOf('-->', start + 4);
    const end = commentEnd === -1 ? start + 4 : commentEnd + 3;
    fault(
      'raw-html',
      start,
      end,
      'Unexpected HTML comment, expected text',
      'Write a comment as `{/* … */}`.',
    );
    blank(start, end);
    return end;
  }

  function refuseLink(start: number, whole: string, address: string): number {
    const href = address.includes(':') ? address : `mailto:${address}`;
    fault(
      'raw-html',
      start,
      start + whole.length,
      `Unexpected link in angle brackets \`${clip(whole)}\`, expected \`[text](address)\``,
      `Write \`[${address}](${href})\`, or better a text that says where it leads.`,
    );
    blank(start, start + 1);
    blank(start + whole.length - 1, start + whole.length);
    return start + whole.length;
  }
}

const clip = (text: string): string =>
  (text.length > 60 ? `${text.slice(0, 57)}…` : text).replaceAll(/\s+/g, ' ');

const instead: ReadonlyMap<string, string> = new Map([
  ['br', 'End the line with a backslash to break it, or begin a new paragraph.'],
  ['a', 'Write `[text](address)`.'],
  ['img', 'Write `![what it shows](path)` or `<Figure src="…" alt="…" />`.'],
  ['b', 'Write `**bold**`.'],
  ['strong', 'Write `**bold**`.'],
  ['i', 'Write `*emphasis*`.'],
  ['em', 'Write `*emphasis*`.'],
  ['table', 'Write the table with `|`.'],
  ['code', 'Write `` `code` ``.'],
  ['hr', 'Write `---` between two empty lines.'],
  ['details', 'Write a heading and the text under it.'],
  ['script', 'Documents are data: remove it.'],
  ['iframe', 'Link to the page instead.'],
  ['style', 'Remove it: the design is set in manual.yaml.'],
]);

const htmlHint = (name: string): string =>
  instead.get(name) ?? 'HTML is not read here. Use Markdown or one of the components.';
