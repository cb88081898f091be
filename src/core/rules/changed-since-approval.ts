import { describe } from '../control/suggest-change-class.ts';
import { sealedApproval } from '../control/sealed-approval.ts';
import { wholeFile } from '../model/place.ts';
import type { Rule } from './rule.ts';

export const changedSinceApproval: Rule = {
  id: 'changed-since-approval',
  severity: 'error',
  fixed: true,
  summary: 'The text of an approved version is no longer the one that was approved.',
  advice:
    'An approval binds a version to its text. Take the change back, or raise the version and have it approved. Line breaks, comments and emphasis may change; words, numbers, dates, roles, claims, table cells and pictures may not.',
  examples: [],
  shownBy: 'src/testing/cases/control/changed-since-approval',
  find: ({ control }) =>
    [...control.byId.values()].flatMap(({ working, changedSinceApproval: changed, changesSinceApproval }) => {
      const { version, status, history = [] } = working.frontMatter;
      // A draft or a text in review under an approved version is told so by another rule.
      if (!changed || status !== 'approved') return [];
      const approval = sealedApproval(history, version);
      const said = changesSinceApproval.slice(0, 3).map(describe);
      const more = changesSinceApproval.length - said.length;
      return [
        {
          place: working.places['version'] ?? wholeFile(working.file),
          message: `Unexpected change of ${working.id} since version ${version} was approved on ${approval?.date ?? 'an earlier day'}${said.length === 0 ? '' : `: ${said.join(', ')}${more > 0 ? ` and ${more} more` : ''}`}`,
          hint: 'Raise the version, set `status: draft` and have it approved, or take the change back. The approved text stays published until then.',
        },
      ];
    }),
};
