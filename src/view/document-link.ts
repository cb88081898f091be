/** How a document is named, and its status said, wherever it appears in a list. */
import type { DocumentFacts, Lifecycle } from '../core/model/facts.ts';
import type { ViewContext } from './context.ts';
import type { Mark } from './part.ts';

export interface DocumentLinkView {
  readonly id: string;
  readonly titleText: string;
  /** Undefined where the document has no page in this build. */
  readonly href: string | undefined;
  readonly typeText: string;
  readonly versionText: string;
  readonly status: StatusView;
  readonly noteText?: string | undefined;
}

export interface StatusView {
  readonly text: string;
  readonly mark: Mark;
}

export function documentLink(
  context: ViewContext,
  facts: DocumentFacts,
  noteText?: string,
): DocumentLinkView {
  const { id, frontMatter } = facts.document;
  return {
    id,
    titleText: frontMatter.title,
    href: context.hasPage(id) ? context.urls.document(id) : undefined,
    typeText: context.text.documentTypes[frontMatter.type],
    versionText: frontMatter.version,
    status: statusView(context, facts.lifecycle),
    noteText,
  };
}

/** The status in a few words, with the mark that goes with them. */
export function statusView(context: ViewContext, lifecycle: Lifecycle): StatusView {
  const words = context.text.lifecycleStates;
  switch (lifecycle.state) {
    case 'effective':
      if (lifecycle.overdue) return { text: 'In force, review overdue', mark: 'late' };
      if (lifecycle.dueSoon) return { text: 'In force, review due soon', mark: 'due-soon' };
      return { text: words.effective, mark: 'in-force' };
    case 'approved':
      return {
        text:
          lifecycle.effective === undefined
            ? words.approved
            : `Approved, in force from ${context.date(lifecycle.effective)}`,
        mark: 'draft',
      };
    case 'draft':
    case 'in-review':
      return { text: words[lifecycle.state], mark: 'draft' };
    case 'superseded':
      return {
        text:
          lifecycle.supersededBy === undefined ? words.superseded : `Superseded by ${lifecycle.supersededBy}`,
        mark: 'stopped',
      };
    case 'withdrawn':
      return { text: words.withdrawn, mark: 'stopped' };
  }
}
