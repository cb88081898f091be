/** Escaping and the few attributes that Markdown can bring forth. Everything else is dropped here. */

export const escapeText = (text: string): string =>
  /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text;
export const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', '&quot;');

const voidElements: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input']);
export const isVoid = (tag: string): boolean => voidElements.has(tag);

const plain: Readonly<Record<string, string>> = {
  id: 'id',
  alt: 'alt',
  title: 'title',
  start: 'start',
  loading: 'loading',
  decoding: 'decoding',
  tabIndex: 'tabindex',
  ariaLabel: 'aria-label',
  dataFootnoteRef: 'data-footnote-ref',
  dataFootnoteBackref: 'data-footnote-backref',
  dataFootnotes: 'data-footnotes',
  href: 'href',
};

/** ` name="value"` for each attribute that may appear; alignment becomes a class, because styles are refused by the policy of the pages. */
export function attributesHtml(properties: Readonly<Record<string, unknown>>): string {
  const classes: string[] = [];
  let html = '';
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === 'className' && Array.isArray(value)) classes.push(...value.map(String));
    else if (key === 'style' && typeof value === 'string') {
      const align = /text-align: *(left|right|center)/.exec(value)?.[1];
      if (align !== undefined) classes.push(`align-${align}`);
    } else if (key === 'ariaDescribedBy' && Array.isArray(value))
      html += ` aria-describedby="${escapeAttribute(value.join(' '))}"`;
    else if (Object.hasOwn(plain, key) && typeof value !== 'object')
      html += ` ${plain[key] ?? key}="${value === true ? '' : escapeAttribute(String(value))}"`;
  }
  return classes.length === 0 ? html : ` class="${escapeAttribute(classes.join(' '))}"${html}`;
}
