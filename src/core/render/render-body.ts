/** A document's stream of markup with its slots filled: addresses resolved, components given what they show. */
import type { ComponentName } from '../../../schemas/components.ts';
import { figureFile } from '../build/figure-file.ts';
import type { BodySegment, ComponentUse, ControlledDocument, LinkTarget } from '../model/document.ts';
import type { Manual } from '../model/manual.ts';
import { escapeAttribute, escapeText } from '../parse/markup.ts';

export type RenderedSegment = string | RenderedComponent;

export interface RenderedComponent {
  readonly name: ComponentName;
  readonly attributes: Readonly<Record<string, string>>;
  /** What was looked up for it, as text: `href`, `title`, `id`, `term`, `definition`, `src` … */
  readonly data: Readonly<Record<string, string>>;
  readonly body: readonly RenderedSegment[];
  readonly inline: boolean;
}

export type AddressTarget =
  | LinkTarget
  | { readonly kind: 'role' | 'term'; readonly id: string }
  | { readonly kind: 'clause'; readonly id: string; readonly edition: string };
/** The address of a target, as text; the empty string where it has none. */
export type HrefOf = (target: AddressTarget) => string;

export function renderBody(document: ControlledDocument, manual: Manual, hrefOf: HrefOf): RenderedSegment[] {
  return renderSegments(document.body.segments, document, manual, hrefOf);
}

/** The same as one string, components in plain markup: what the search index and plain exports read. */
export function renderSearchableHtml(document: ControlledDocument, manual: Manual, hrefOf: HrefOf): string {
  return flatten(renderBody(document, manual, hrefOf));
}

function renderSegments(
  segments: readonly BodySegment[],
  document: ControlledDocument,
  manual: Manual,
  hrefOf: HrefOf,
): RenderedSegment[] {
  const out: RenderedSegment[] = [];
  const write = (text: string): void => {
    const last = out.length - 1;
    if (typeof out[last] === 'string') out[last] = out[last] + text;
    else out.push(text);
  };
  for (const segment of segments) {
    if (typeof segment === 'string') write(segment);
    else if ('link' in segment) {
      const target = document.links[segment.link]?.target;
      write(target === undefined ? '' : escapeAttribute(hrefOf(target)));
    } else {
      const use = document.body.components[segment.component];
      if (use === undefined) continue;
      out.push({
        name: use.name,
        attributes: use.attributes,
        data: lookUp(use, document, manual, hrefOf),
        body: renderSegments(segment.body, document, manual, hrefOf),
        inline: segment.inline,
      });
    }
  }
  return out;
}

function lookUp(
  use: ComponentUse,
  document: ControlledDocument,
  manual: Manual,
  hrefOf: HrefOf,
): Record<string, string> {
  const id = use.attributes['id'] ?? '';
  switch (use.name) {
    case 'Role': {
      const role = manual.registers.roles.byId.get(id);
      return { href: role === undefined ? '' : hrefOf({ kind: 'role', id }), title: role?.title ?? id };
    }
    case 'FormLink':
    case 'RecordLink': {
      const target = manual.documentById.get(id) ?? manual.documentByAlias.get(id);
      return {
        href: target === undefined ? '' : hrefOf({ kind: 'document', id: target.id }),
        id: target?.id ?? id,
        title: target?.frontMatter.title ?? '',
        version: target?.frontMatter.version ?? '',
      };
    }
    case 'Term': {
      const term = manual.registers.glossary.byId.get(id);
      return {
        href: term === undefined ? '' : hrefOf({ kind: 'term', id }),
        term: term?.term ?? id,
        definition: term?.definition ?? '',
      };
    }
    case 'Clause': {
      const claim = document.claims.find((one) => one.place === use.attributePlaces['id']);
      const edition = claim?.edition ?? use.attributes['standard'] ?? manual.settings.edition;
      const clause = manual.standards.get(edition)?.byLabel.get(id);
      return {
        href: clause === undefined ? '' : hrefOf({ kind: 'clause', id, edition }),
        label: id,
        title: clause?.title ?? '',
        standard: manual.standards.get(edition)?.name ?? edition,
      };
    }
    case 'Figure': {
      const path = figureFile(document.file, use.attributes['src'] ?? '');
      return { src: path !== undefined && manual.assets.has(path) ? hrefOf({ kind: 'file', path }) : '' };
    }
    case 'Callout':
    case 'Steps':
    case 'Diagram':
    case 'DefinitionTable':
      return {};
  }
}

function flatten(segments: readonly RenderedSegment[]): string {
  return segments
    .map((segment) => (typeof segment === 'string' ? segment : flattenComponent(segment)))
    .join('');
}

function flattenComponent(component: RenderedComponent): string {
  const { attributes, data } = component;
  const body = flatten(component.body);
  switch (component.name) {
    case 'Role':
      return escapeText(data['title'] ?? '');
    case 'FormLink':
    case 'RecordLink':
      return escapeText(`${data['id'] ?? ''} ${data['title'] ?? ''}`.trim());
    case 'Term':
      return body === '' ? escapeText(data['term'] ?? '') : body;
    case 'Clause':
      return '';
    case 'Figure':
      return `<p>${escapeText(`${attributes['alt'] ?? ''} ${attributes['caption'] ?? ''}`.trim())}</p>`;
    case 'Callout':
    case 'Diagram':
      return `<div>${attributes['title'] === undefined ? '' : `<p>${escapeText(attributes['title'])}</p>`}${body}</div>`;
    case 'DefinitionTable':
      return `<div>${attributes['caption'] === undefined ? '' : `<p>${escapeText(attributes['caption'])}</p>`}${body}</div>`;
    case 'Steps':
      return body;
  }
}
