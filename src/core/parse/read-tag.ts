/** Reads one tag `<Name attribute="value" />` with the place of every attribute. Bounded and linear. */

export interface TagAttribute {
  readonly name: string;
  /** Undefined for an attribute without a value. */
  readonly value: string | undefined;
  readonly start: number;
  readonly end: number;
}

export interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  readonly attributes: readonly TagAttribute[];
  readonly start: number;
  readonly end: number;
  readonly fault?: {
    readonly rule: string;
    readonly start: number;
    readonly end: number;
    readonly message: string;
    readonly hint: string;
  };
}

const longest = 4000;

/** The tag that begins at `start` (its `<`), or undefined when no tag begins there. */
export function readTag(text: string, start: number): Tag | undefined {
  const slice = text.slice(start, start + longest);
  const head = /^<(\/?)[ \t]*([A-Za-z][\w.:-]*)/.exec(slice);
  if (head === null) return undefined;
  const name = head[2] ?? '';
  const attributes: TagAttribute[] = [];
  let at = head[0].length;
  let fault: Tag['fault'];
  const stop = (end: number, selfClosing: boolean): Tag => ({
    name,
    closing: head[1] === '/',
    selfClosing,
    attributes,
    start,
    end: start + end,
    ...(fault === undefined ? {} : { fault }),
  });
  const refuse = (from: number, to: number, rule: string, message: string, hint: string): void => {
    fault ??= { rule, start: start + from, end: start + to, message, hint };
  };
  const unclosed = (): Tag => {
    refuse(
      0,
      Math.min(at, 60),
      'unclosed-component',
      `Unexpected end of \`<${name}\`, expected \`>\` or \`/>\``,
      'Close the tag.',
    );
    return stop(at, true);
  };
  for (;;) {
    const gap = /^\s*/.exec(slice.slice(at))?.[0] ?? '';
    // No tag goes on in another paragraph.
    if (/\n[ \t]*\r?\n/.test(gap)) return unclosed();
    at += gap.length;
    if (slice.startsWith('/>', at)) return stop(at + 2, true);
    if (slice[at] === '>') return stop(at + 1, false);
    const rest = slice.slice(at);
    if (rest === '' || rest.startsWith('<')) {
      return unclosed();
    }
    const attribute = /^([A-Za-z_][\w.:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/.exec(rest);
    if (rest.startsWith('{') || (attribute !== null && /^\s*=\s*\{/.test(rest.slice(attribute[0].length)))) {
      const brace = rest.indexOf('{');
      const close = rest.indexOf('}', brace);
      const end = close === -1 ? rest.length : close + 1;
      const attributeName = attribute?.[1] ?? '';
      refuse(
        at,
        at + Math.min(end, 60),
        'code-in-document',
        `Unexpected expression \`${rest.slice(0, Math.min(end, 50)).replaceAll(/\s+/g, ' ')}\` in \`<${name}>\`, expected text in quotation marks`,
        attributeName === '' ? 'Write each attribute as `name="value"`.' : `Write \`${attributeName}="…"\`.`,
      );
      at += end;
      continue;
    }
    if (
      attribute === null ||
      (attribute[0] === attribute[1] && /^\s*=/.test(rest.slice(attribute[0].length)))
    ) {
      const bad = /^[^\s/>]*/.exec(rest)?.[0] ?? '';
      const length = Math.max(1, bad.length);
      refuse(
        at,
        at + length,
        'wrong-attribute',
        `Unexpected \`${rest.slice(0, Math.min(length, 40))}\` in \`<${name}>\`, expected \`name="value"\``,
        unquoted(bad),
      );
      at += length;
      continue;
    }
    attributes.push({
      name: attribute[1] ?? '',
      value: attribute[2] ?? attribute[3],
      start: start + at,
      end: start + at + attribute[0].length,
    });
    at += attribute[0].length;
  }
}

/** `id=registrar` → `Write id="registrar".` */
function unquoted(written: string): string {
  const [, name, value] = /^([A-Za-z_][\w-]*)=([^"'{}]{1,60})$/.exec(written) ?? [];
  return name === undefined || value === undefined
    ? 'Put the value in quotation marks.'
    : `Write \`${name}="${value}"\`.`;
}
