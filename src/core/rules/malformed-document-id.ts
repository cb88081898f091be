import { documentFile } from './example-manual.ts';
import { wholeFile } from '../model/place.ts';
import { readPattern } from './read-pattern.ts';
import type { Rule } from './rule.ts';

export const malformedDocumentId: Rule = {
  id: 'malformed-document-id',
  severity: 'error',
  fixed: true,
  summary: 'An id does not have the form that manual.yaml sets.',
  advice:
    'The institution decides the form of its ids in numbering.pattern of manual.yaml. Nothing is read out of an id; the form only keeps it recognizable.',
  examples: [
    {
      name: 'a digit too few',
      files: { 'forms/frm-002.mdx': documentFile({ id: 'FRM-02', type: 'form' }) },
      expect: [
        'content/forms/frm-002.mdx:2:5 Unexpected id `FRM-02`, expected one that matches `^(POL|PRC|FRM|REC)-[0-9]{3}$`, for example `PRC-001`',
      ],
    },
    {
      name: 'the form that is set',
      files: { 'forms/frm-002.mdx': documentFile({ id: 'FRM-002', type: 'form' }) },
      expect: [],
    },
  ],
  find: ({ manual }) => {
    const numbering = manual.settings.numbering;
    const read = readPattern(numbering?.pattern);
    if (read.problem !== undefined)
      return [
        {
          place: manual.settingsPlaces['numbering.pattern'] ?? wholeFile(manual.settingsFile),
          message: `Unexpected pattern \`${numbering?.pattern ?? ''}\`, expected a regular expression (${read.problem})`,
        },
      ];
    const example = numbering?.example === undefined ? '' : `, for example \`${numbering.example}\``;
    return manual.texts
      .filter((document) => document.id !== undefined && !read.pattern.test(document.id))
      .map((document) => ({
        place: document.places['id'] ?? wholeFile(document.file),
        message: `Unexpected id \`${document.id ?? ''}\`, expected one that ${numbering === undefined ? 'begins with a letter or digit and holds letters, digits, dots, hyphens or underscores' : `matches \`${numbering.pattern}\`${example}`}`,
      }));
  },
};
