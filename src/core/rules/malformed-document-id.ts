import { documentFile } from './example-manual.ts';
import type { Manual } from '../model/manual.ts';
import { wholeFile } from '../model/place.ts';
import { reservedName } from '../model/portable-name.ts';
import { readPattern } from './read-pattern.ts';
import type { Report, Rule } from './rule.ts';

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
      name: 'an earlier id that climbs out of its folder',
      files: { 'forms/frm-002.mdx': documentFile({ id: 'FRM-002', type: 'form', aliases: '["../../x"]' }) },
      expect: [
        'content/forms/frm-002.mdx:16:11 Unexpected earlier id `../../x`, expected one that can stand in an address and name a folder',
      ],
    },
    {
      name: 'an earlier id of another form',
      files: { 'forms/frm-002.mdx': documentFile({ id: 'FRM-002', type: 'form', aliases: '["QP 7.1/02"]' }) },
      expect: [],
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
          hint: 'For example `^[A-Z]{3}-[0-9]{3}$`: three capital letters, a hyphen, three digits.',
        },
      ];
    const example = numbering?.example === undefined ? '' : `, for example \`${numbering.example}\``;
    const ids = manual.texts.flatMap((document): Report[] => {
      const judgement = document.id === undefined ? 'sound' : read.judge(document.id);
      if (judgement === 'sound') return [];
      const isUnsafe = judgement === 'unsafe';
      return [
        {
          place: document.places['id'] ?? wholeFile(document.file),
          message: `Unexpected id \`${document.id ?? ''}\`, expected one that ${isUnsafe ? 'can stand in an address and name a folder' : `matches \`${numbering?.pattern ?? ''}\`${example}`}`,
          hint: isUnsafe
            ? 'Use up to 60 letters from A to Z, digits, dots, hyphens and underscores, beginning with a letter or digit. Names that Windows keeps for devices, such as CON, cannot be used.'
            : undefined,
        },
      ];
    });
    return [...ids, ...findUnsafeAliases(manual)];
  },
};

/** Earlier ids have whatever form was in use; they become folders of the site all the same. */
const findUnsafeAliases = ({ documents }: Manual): Report[] =>
  documents.flatMap(({ file, frontMatter, places }) =>
    (frontMatter.aliases ?? []).flatMap((alias, index): Report[] => {
      const parts = alias.split(/[/\\]/);
      if (!parts.some((part) => /^\.*$/.test(part.trim()) || reservedName.test(part))) return [];
      return [
        {
          place: places[`aliases.${index}`] ?? wholeFile(file),
          message: `Unexpected earlier id \`${alias}\`, expected one that can stand in an address and name a folder`,
          hint: 'Leave the entry out, or write the earlier id as its readers know it. Dots alone, a slash at the beginning or end, and names that Windows keeps for devices cannot be used.',
        },
      ];
    }),
  );
