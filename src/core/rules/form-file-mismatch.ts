import { findStatedVersions, namesId, namesVersion } from '../forms/find-stated-versions.ts';
import type { FormFile, FormStatement } from '../model/form-file.ts';
import { wholeFile } from '../model/place.ts';
import type { Report, Rule } from './rule.ts';

export const formFileMismatch: Rule = {
  id: 'form-file-mismatch',
  severity: 'error',
  summary: 'A file to fill in does not carry the id and the version of its form.',
  advice:
    'A sheet that lies on a desk must tell by itself which form it is and whether it is still in force. The id and the version stand in the name of the file, and in DOCX, XLSX and PDF in its properties or its text, where they are best put into the header or footer.',
  examples: [],
  shownBy: 'src/testing/cases/forms/file-of-another-version',
  find: ({ manual }) =>
    manual.documents.flatMap((document): Report[] => {
      const { frontMatter, id, places } = document;
      if (frontMatter.type !== 'form' || frontMatter.file === undefined) return [];
      const file = manual.formFiles.get(frontMatter.file.normalize('NFC'));
      // That it is missing is said by another rule; a withdrawn form offers none.
      if (file === undefined || frontMatter.status === 'withdrawn') return [];
      const place = places['file'] ?? wholeFile(document.file);
      return findMismatches(file, id, frontMatter.version).map((report) => ({ place, ...report }));
    }),
};

function findMismatches(file: FormFile, id: string, version: string): Omit<Report, 'place'>[] {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const reports: Omit<Report, 'place'>[] = [];
  if (!namesId(name, id) || !namesVersion(name, version)) {
    const ending = /\.[a-z0-9]+$/i.exec(name)?.[0] ?? '';
    reports.push({
      message: `Unexpected name \`${name}\` of the file of ${id} ${version}, expected one that holds the id and the version`,
      hint: `Call it \`${id}-${version}${ending}\`, and write that here.`,
    });
  }
  if (file.unreadable !== undefined)
    reports.push({
      message: `Unexpected content of \`${name}\`: ${file.unreadable}, expected a file that says ${id} and ${version}`,
      hint: 'Open it in the program it was made with and save it anew.',
    });
  else if (file.says !== undefined) reports.push(...compareStatements(file.says, name, id, version));
  return reports;
}

function compareStatements(
  says: readonly FormStatement[],
  name: string,
  id: string,
  version: string,
): Omit<Report, 'place'>[] {
  const hint = `Write \`${id}, version ${version}\` into its header or footer, or into its properties.`;
  let isRight = false;
  for (const { where, text } of says) {
    if (!namesId(text, id)) continue;
    // Properties are few, and their order means nothing.
    const stated = where === 'properties' ? versionsIn(text) : findStatedVersions(text, id);
    if (stated.includes(version)) isRight = true;
    else if (stated.length > 0)
      return [
        {
          message: `Unexpected version \`${stated.join('`, `')}\` in the ${where} of \`${name}\`, expected ${version}`,
          hint,
        },
      ];
  }
  if (isRight) return [];
  return [
    {
      message: `Unexpected content of \`${name}\`, expected the id ${id} and the version ${version} in its properties or text`,
      hint,
    },
  ];
}

const versionsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/(?<![\d.])\d{1,4}\.\d{1,4}(?!\d|\.\d)/g)].map(([version]) => version)),
];
