/** What one built page refers to and what it offers to be referred to. One pass, nothing kept but strings. */
import { Parser } from 'htmlparser2';

export interface PageReference {
  /** `link` where a reader may go; `part` what the page loads; `id` a reference inside the page. */
  readonly kind: 'link' | 'part' | 'id';
  readonly value: string;
  /** Element and attribute, for the message: `a href`. */
  readonly from: string;
}

export interface ReadPage {
  readonly ids: ReadonlySet<string>;
  readonly duplicateIds: readonly string[];
  readonly references: readonly PageReference[];
  /** Code and styles that the content security policy would refuse. */
  readonly inline: readonly string[];
  readonly policy: string | undefined;
  /** Where a redirect page leads. */
  readonly redirect: string | undefined;
}

const links: ReadonlySet<string> = new Set(['a', 'area', 'form', 'blockquote', 'q', 'ins', 'del']);
const idReferences: ReadonlySet<string> = new Set([
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
  'aria-owns',
  'aria-details',
  'aria-errormessage',
  'aria-activedescendant',
  'aria-flowto',
  'for',
  'headers',
  'list',
  'form',
  'popovertarget',
  'anchor',
]);
const addresses: ReadonlySet<string> = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'data',
  'poster',
  'cite',
  'xlink:href',
]);

export function readPage(html: string): ReadPage {
  const ids = new Set<string>();
  const duplicateIds: string[] = [];
  const references: PageReference[] = [];
  const inline: string[] = [];
  let policy: string | undefined;
  let redirect: string | undefined;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        for (const attribute in attributes) {
          const value = attributes[attribute] ?? '';
          const from = `${name} ${attribute}`;
          if (attribute === 'id') {
            if (ids.has(value)) duplicateIds.push(value);
            ids.add(value);
          } else if (idReferences.has(attribute)) {
            for (const id of value.split(/\s+/))
              if (id !== '') references.push({ kind: 'id', value: id, from });
          } else if (addresses.has(attribute)) {
            // `rel` tells whether a link is followed or loaded; both must lead somewhere.
            references.push({ kind: links.has(name) ? 'link' : 'part', value, from });
          } else if (attribute === 'srcset' || attribute === 'imagesrcset') {
            for (const candidate of value.split(',')) {
              const address = candidate.trim().split(/\s+/)[0] ?? '';
              if (address !== '') references.push({ kind: 'part', value: address, from });
            }
          } else if (attribute === 'style' || attribute.startsWith('on')) inline.push(from);
        }
        if (name === 'meta') {
          const equivalent = attributes['http-equiv']?.toLowerCase();
          if (equivalent === 'content-security-policy') policy = attributes['content'];
          if (equivalent === 'refresh') {
            redirect = /url=(.*)$/i.exec(attributes['content'] ?? '')?.[1]?.trim();
            if (redirect !== undefined)
              references.push({ kind: 'link', value: redirect, from: 'meta refresh' });
          }
        } else if (
          name === 'style' ||
          (name === 'script' && attributes['src'] === undefined && !isData(attributes['type']))
        )
          inline.push(`<${name}>`);
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  return { ids, duplicateIds, references, inline, policy, redirect };
}

const isData = (type: string | undefined): boolean => type !== undefined && /json/i.test(type);
