/** What Git says about a document, below its history: support for the controlled dates, never in their place. */
import type { ViewContext } from './context.ts';
import { datePart, rolePart } from './named-parts.ts';
import { codePart, linkPart, part, type Part } from './part.ts';
import { sourceLinks, type SourceLinks } from './source-links.ts';

export interface SourceView {
  /** Edit, revisions and lines on the Git host, as far as the settings tell its address. */
  readonly links: readonly Part[];
  /** When it was last changed, or why that is not known; empty where nothing was asked of Git. */
  readonly change: readonly Part[];
  /** Roles, and how many others. */
  readonly authors: readonly Part[];
}

/** @param file the working file, e.g. `content/procedures/prc-007.mdx` */
export function sourceView(context: ViewContext, file: string): SourceView {
  const { text, site } = context;
  const words = text.source;
  const hosted = linksOf(context);
  const links = [
    linkPart(text.document.edit, hosted.edit(file)),
    linkPart(text.document.sourceHistory, hosted.history(file)),
    linkPart(words.blame, hosted.blame(file)),
  ].filter(({ href }) => href !== undefined);
  const { history } = site;
  if (history === undefined) return { links, change: [], authors: [] };
  if (history.trouble !== undefined)
    return { links, change: [part(words.unavailable(words.troubles[history.trouble]))], authors: [] };
  const source = history.files.get(file);
  if (source?.lastChange === undefined) return { links, change: [part(words.uncommitted)], authors: [] };
  const { commit, date } = source.lastChange;
  const others = text.plural(source.others, 'author', 'authors');
  return {
    links,
    change: [
      part(words.lastChange),
      datePart(context, date),
      part(words.inCommit),
      codePart(commit, hosted.commit(commit)),
      ...(source.uncommitted ? [part(words.changedSince)] : []),
    ],
    authors: [
      ...source.roles.map((role) => rolePart(context, role)),
      ...(source.others === 0
        ? []
        : [part(source.roles.length === 0 ? others : words.others(source.others))]),
    ],
  };
}

/** How far the history reaches, for the page about the manual; undefined where nothing was asked of Git. */
export function sourceSummary(context: ViewContext): Part | undefined {
  const { history } = context.site;
  const words = context.text.source;
  if (history === undefined) return undefined;
  if (history.trouble !== undefined) return part(words.unavailable(words.troubles[history.trouble]));
  const files = [...history.files.values()];
  const open = files.filter(({ uncommitted }) => uncommitted).length;
  const committed = context.text.plural(
    files.filter(({ lastChange }) => lastChange !== undefined).length,
    'document',
    'documents',
  );
  return part(open === 0 ? words.known(committed) : `${words.known(committed)} ${words.open(open)}`);
}

const linksOf = (context: ViewContext): SourceLinks =>
  context.once('source-links', () =>
    sourceLinks(context.manual.settings.repository, context.site.history?.prefix ?? ''),
  );
