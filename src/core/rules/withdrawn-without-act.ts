import { documentFile } from './example-manual.ts';
import { wholeFile } from '../model/place.ts';
import type { Rule } from './rule.ts';

export const withdrawnWithoutAct: Rule = {
  id: 'withdrawn-without-act',
  severity: 'error',
  summary: 'A document is marked withdrawn, or no longer so, but no entry says who did it and why.',
  advice:
    'The status withdrawn is written by the act of withdrawing, and taken away by that of reinstating, each with the role and the reason. An id that was withdrawn is not used for another text.',
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
    {
      name: 'brought back by hand',
      files: {
        'procedures/prc-001.mdx': documentFile({
          history:
            '[{ act: withdrawn, version: "1.0", date: 2026-02-10, by: principal, reason: "No longer done" }, { act: approved, version: "1.0", date: 2026-01-10, by: principal }]',
        }),
      },
      expect: [
        'content/procedures/prc-001.mdx:6:9 Unexpected status `approved` of PRC-001, withdrawn on 2026-02-10, expected `withdrawn`',
      ],
    },
  ],
  find: ({ manual }) =>
    manual.documents.flatMap((document) => {
      const { status, history = [] } = document.frontMatter;
      const place = document.places['status'] ?? wholeFile(document.file);
      if (status === 'withdrawn')
        return history.some((entry) => entry.act === 'withdrawn')
          ? []
          : [
              {
                place,
                message: 'Unexpected status `withdrawn`, expected an entry `withdrawn` in `history`',
                hint: `Set the status back and run eoms withdraw ${document.id} --reason "…".`,
              },
            ];
      const newest = history.find((entry) => inOrOutOfForce.has(entry.act));
      return newest?.act !== 'withdrawn'
        ? []
        : [
            {
              place,
              message: `Unexpected status \`${status}\` of ${document.id}, withdrawn on ${newest.date}, expected \`withdrawn\``,
              hint: `Set it back. To bring the document into force again, run eoms reinstate ${document.id} --reason "…"; another text takes an id of its own.`,
            },
          ];
    }),
};

const inOrOutOfForce: ReadonlySet<string> = new Set(['withdrawn', 'reinstated', 'approved', 'adopted']);
