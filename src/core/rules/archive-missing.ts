import { wholeFile } from '../model/place.ts';
import type { Rule } from './rule.ts';

export const archiveMissing: Rule = {
  id: 'archive-missing',
  severity: 'error',
  summary: 'The frozen copy of an approved version is missing.',
  advice:
    'Approving keeps a copy of the text with its pictures. Without it nobody can show what was approved, and the version cannot stay published while the next one is drafted.',
  examples: [],
  shownBy: 'src/testing/cases/control/archive-missing',
  find: ({ control }) =>
    [...control.byId.values()].flatMap(({ id, working }) => {
      const copies = new Set((control.archive.get(id) ?? []).map((copy) => copy.version));
      return (working.frontMatter.history ?? []).flatMap((entry, index) =>
        entry.copy === undefined || copies.has(entry.version)
          ? []
          : [
              {
                place: working.places[`history.${index}.copy`] ?? wholeFile(working.file),
                message: `Missing frozen copy of ${id} ${entry.version}, expected it in ${control.published.contentFolder}/archive/${id}/${entry.version}`,
                hint: 'Bring it back as it stands in Git.',
              },
            ],
      );
    }),
};
