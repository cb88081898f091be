/** What of a manual can be printed into files, and in which order it stands in the file of the whole. */
import { documentTypes } from '../../../schemas/document.ts';
import type { DocumentFacts } from '../../core/model/facts.ts';
import type { ViewContext } from '../context.ts';
import { segment } from '../urls.ts';

/** One built page that goes on paper. */
export interface PaperPage {
  /** Names it within the file of the whole, e.g. `PRC-007`. */
  readonly key: string;
  /** Name of its own file, without the ending. */
  readonly file: string;
  /** Address on its host, with the base. */
  readonly path: string;
  readonly title: { readonly code?: string; readonly text: string; readonly note?: string };
  /** First of its kind: begins a group in the list of contents. */
  readonly group?: string | undefined;
  /** On a sheet laid across. */
  readonly wide?: boolean;
}

export interface PaperDocument extends PaperPage {
  readonly id: string;
  readonly version: string;
  readonly inForce: boolean;
}

/** Texts in force; in a draft build those under way too, after the one they are to replace. By id. */
export function paperDocuments(context: ViewContext): PaperDocument[] {
  const { drafts } = context.site.build;
  return context.current.flatMap((facts) => {
    const { document, lifecycle, revision } = facts;
    const path = context.urls.document(document.id);
    const inForce = lifecycle.state === 'effective';
    const own = inForce || drafts ? [paperDocument(context, facts, path, inForce)] : [];
    if (!drafts || revision === undefined) return own;
    const draft = context.urls.draft(document.id);
    return [...own, paperDocument(context, { ...facts, ...revision }, draft, false)];
  });
}

function paperDocument(
  context: ViewContext,
  { document: { id, frontMatter }, lifecycle }: DocumentFacts,
  path: string,
  inForce: boolean,
): PaperDocument {
  const version = context.text.versionOf(frontMatter.version);
  const note = inForce ? version : `${version}, ${context.text.lifecycleStates[lifecycle.state]}`;
  return {
    id,
    version: frontMatter.version,
    inForce,
    key: path === context.urls.document(id) ? segment(id) : `${segment(id)}.next`,
    file: `${segment(id)}-${frontMatter.version}${inForce ? '' : `-${lifecycle.state}`}`,
    path,
    title: { code: id, text: frontMatter.title, note },
  };
}

/** The whole manual: its scope, the documents by type, its words, and the register of all of them. */
export function bookPages(context: ViewContext): PaperPage[] {
  const { urls, text } = context;
  const documents = paperDocuments(context);
  const types = new Map(
    context.facts.documents.map(({ document }) => [document.id, document.frontMatter.type]),
  );
  const byType = documentTypes.flatMap((type) =>
    documents
      .filter(({ id }) => types.get(id) === type)
      .map((page, at) => (at === 0 ? { ...page, group: text.documentTypesPlural[type] } : page)),
  );
  return [
    { key: 'scope', file: 'scope', path: urls.scope, title: { text: text.pages.scope.heading } },
    ...byType,
    {
      key: 'glossary',
      file: 'glossary',
      path: urls.glossary(),
      title: { text: text.pages.glossary.title },
      group: text.pages.book.more,
    },
    {
      key: 'register',
      file: 'register',
      path: urls.register,
      title: { text: text.pages.register.title },
      wide: true,
    },
  ];
}

/** The coverage matrix. */
export const matrixPage = ({ urls, text }: ViewContext): PaperPage => ({
  key: 'coverage',
  file: 'coverage-matrix',
  path: urls.coverage,
  title: { text: text.pages.coverage.title },
  wide: true,
});
