/** The status strip as pages and printed sheets carry it. */
import type { DocumentFacts } from '../../core/model/facts.ts';
import type { ViewContext } from '../context.ts';
import { statusStrip, type LabelledParts } from '../document-block.ts';
import type { StatusView } from '../document-link.ts';
import { printedCode, type CodeView } from './printed-code.ts';

export interface StripView {
  /** Repeated at the head of each sheet, since the page's own title stands on the first alone. */
  readonly titleText: string;
  readonly items: readonly LabelledParts[];
  /** Leads to the page that tells whether this version still holds. */
  readonly code: CodeView | undefined;
}

/** @param status in other words than those of the document's own lifecycle, for an earlier version */
export function stripView(
  context: ViewContext,
  facts: Pick<DocumentFacts, 'document' | 'lifecycle'>,
  status?: StatusView,
): StripView {
  const { id, frontMatter } = facts.document;
  return {
    titleText: frontMatter.title,
    items: statusStrip(context, facts, status),
    // What nobody approved has nothing to be checked against.
    code: facts.lifecycle.approval === undefined ? undefined : verifyCode(context, id, frontMatter.version),
  };
}

/** Undefined where it is not known at which address the manual is published. */
export function verifyCode(context: ViewContext, id: string, version: string): CodeView | undefined {
  const { origin } = context.site.build;
  return origin === undefined ? undefined : printedCode(origin + context.urls.verify(id, version));
}
