import { sealedApproval } from '../control/sealed-approval.ts';
import { wholeFile } from '../model/place.ts';
import type { Rule } from './rule.ts';

export const archiveAltered: Rule = {
  id: 'archive-altered',
  severity: 'error',
  fixed: true,
  summary: 'A frozen copy is not what it was when its version was approved.',
  advice:
    'The archive keeps every approved text as it was approved, with its pictures. It is written by the acts and never edited. Where Git changes line ends, as it may on Windows, `content/archive/** -text` in `.gitattributes` keeps it from doing so here.',
  examples: [],
  shownBy: 'src/testing/cases/control/archive-altered',
  find: ({ control }) =>
    [...control.byId.values()].flatMap(({ id, working }) =>
      (control.archive.get(id) ?? []).flatMap((copy) => {
        const entry = sealedApproval(working.frontMatter.history ?? [], copy.version);
        if (entry?.copy === undefined || copy.hash === undefined || entry.copy === copy.hash) return [];
        const [file] = copy.files;
        return [
          {
            place: wholeFile(copy.document?.path ?? file?.path ?? copy.folder),
            message: `Unexpected change of the frozen copy of ${id} ${copy.version}, expected it as it was approved on ${entry.date}`,
            hint: `Bring ${copy.folder} back as it stands in Git.`,
          },
        ];
      }),
    ),
};
