import { documentFile } from './example-manual.ts';
import { wholeFile } from '../model/place.ts';
import type { Rule } from './rule.ts';

export const withdrawnWithoutAct: Rule = {
  id: 'withdrawn-without-act',
  severity: 'error',
  summary: 'A document is marked withdrawn, but no entry says who withdrew it and why.',
  advice: 'The status withdrawn is written by the act of withdrawing, with the role and the reason.',
  examples: [
    {
      name: 'typed by hand',
      files: { 'procedures/prc-001.mdx': documentFile({ status: 'withdrawn' }) },
      expect: [
        'content/procedures/prc-001.mdx:6:9 Unexpected status `withdrawn`, expected an entry `withdrawn` in `history`',
      ],
    },
    {
      name: 'withdrawn by the act',
      files: {
        'procedures/prc-001.mdx': documentFile({
          status: 'withdrawn',
          history:
            '[{ act: withdrawn, version: "1.0", date: 2026-02-10, by: principal, reason: "No longer done" }, { act: approved, version: "1.0", date: 2026-01-10, by: principal }]',
        }),
      },
      expect: [],
    },
  ],
  find: ({ manual }) =>
    manual.documents
      .filter(
        ({ frontMatter }) =>
          frontMatter.status === 'withdrawn' &&
          (frontMatter.history ?? []).every((entry) => entry.act !== 'withdrawn'),
      )
      .map((document) => ({
        place: document.places['status'] ?? wholeFile(document.file),
        message: 'Unexpected status `withdrawn`, expected an entry `withdrawn` in `history`',
        hint: `Set the status back and run eoms withdraw ${document.id} --reason "…".`,
      })),
};
