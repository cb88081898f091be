import { documentFile } from './example-manual.ts';
import type { HistoryEntry } from '../../../schemas/history.ts';
import { wholeFile } from '../model/place.ts';
import type { Rule } from './rule.ts';

const entry = (date: string, more = ''): string =>
  `{ act: approved, version: "1.0", date: ${date}, by: principal, edition: "demo:1", summary: "First issue"${more} }`;

export const approvedTwice: Rule = {
  id: 'approved-twice',
  severity: 'error',
  summary: 'Two approvals of one version: two texts would be in force under one number.',
  advice:
    'A version is approved once. Two approvals come about when two branches approve the same document; decide which text holds, and approve the other one as a new version.',
  examples: [
    {
      name: 'one version, two approvals',
      files: {
        'procedures/prc-001.mdx': documentFile({
          history: `[${entry('2026-01-12')}, ${entry('2026-01-10')}]`,
        }),
      },
      expect: [
        'content/procedures/prc-001.mdx:14:18 Unexpected second approval of version 1.0 of PRC-001, expected each version approved once',
      ],
    },
    { name: 'one approval', files: {}, expect: [] },
  ],
  find: ({ manual }) =>
    manual.documents.flatMap((document) => {
      const history = document.frontMatter.history ?? [];
      const seen = new Map<string, number>();
      const reports = [];
      // From the oldest on, so that the later approval is the one that is named.
      for (let index = history.length - 1; index >= 0; index--) {
        const one = history[index];
        if (one === undefined || !binds(one)) continue;
        const first = seen.get(one.version);
        if (first === undefined) {
          seen.set(one.version, index);
          continue;
        }
        reports.push({
          place: document.places[`history.${index}.act`] ?? wholeFile(document.file),
          message: `Unexpected second approval of version ${one.version} of ${document.id}, expected each version approved once`,
          hint: 'Give the later text a higher version and approve it as that.',
          related: [
            {
              place: document.places[`history.${first}.act`] ?? wholeFile(document.file),
              message: 'approved here first',
            },
          ],
        });
      }
      return reports;
    }),
};

/** An adoption binds a text that was approved before; it is no approval of its own. */
const binds = (entry: HistoryEntry): boolean => entry.act === 'approved';
