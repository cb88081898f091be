import type { Manual } from '../model/manual.ts';

/** Whether approvals are bound to their texts: some document was approved or adopted by an act. */
export const isControlled = (manual: Manual): boolean =>
  manual.documents.some((document) =>
    (document.frontMatter.history ?? []).some((entry) => entry.fingerprint !== undefined),
  );
