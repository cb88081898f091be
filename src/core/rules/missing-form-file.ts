import { didYouMean, nearest } from '../model/nearest.ts';
import { formsFolder } from '../model/form-file.ts';
import { wholeFile } from '../model/place.ts';
import type { Report, Rule } from './rule.ts';

export const missingFormFile: Rule = {
  id: 'missing-form-file',
  severity: 'error',
  summary: 'A form names a file to fill in that does not exist.',
  advice:
    'The page of a form offers its file to everybody. Files lie in public/forms/ beside the content folder; the name counts by letter case.',
  examples: [],
  shownBy: 'src/testing/cases/forms/missing-file',
  find: ({ manual, control }) => [
    ...manual.documents.flatMap((document): Report[] => {
      const { frontMatter, places } = document;
      if (frontMatter.type !== 'form' || frontMatter.file === undefined) return [];
      if (manual.formFiles.has(frontMatter.file.normalize('NFC')) || frontMatter.status === 'withdrawn')
        return [];
      const candidate = nearest(frontMatter.file, manual.formFiles.keys());
      return [
        {
          place: places['file'] ?? wholeFile(document.file),
          message: `Unexpected file \`${frontMatter.file}\`, expected one in ${formsFolder}${didYouMean(candidate)}`,
          hint: `Put the file there, or leave \`file\` out where the text is the form.`,
        },
      ];
    }),
    // While the next version is drafted, the page of the version in force still offers its own file.
    ...[...control.byId.values()].flatMap(({ published, publishedCopy, working }): Report[] => {
      const { frontMatter } = published;
      if (publishedCopy === undefined || frontMatter.type !== 'form' || frontMatter.file === undefined)
        return [];
      if (manual.formFiles.has(frontMatter.file.normalize('NFC'))) return [];
      return [
        {
          place: working.places['file'] ?? working.places['id'] ?? wholeFile(working.file),
          message: `Missing file \`${frontMatter.file}\` of ${published.id} ${publishedCopy.version}, which is in force, expected it in ${formsFolder} until the next version is`,
          hint: `Bring it back; a copy lies in ${publishedCopy.folder}/${formsFolder}.`,
        },
      ];
    }),
  ],
};
