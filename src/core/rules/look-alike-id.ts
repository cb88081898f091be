import { documentFile } from './example-manual.ts';
import { lookOf, mixedScripts } from '../build/look-alike.ts';
import { wholeFile, type Place } from '../model/place.ts';
import type { Report, Rule } from './rule.ts';

export const lookAlikeId: Rule = {
  id: 'look-alike-id',
  severity: 'error',
  summary: 'Two ids look the same to a reader, or one id mixes letters of several scripts.',
  advice:
    'People read ids aloud, type them and compare them by eye: PRC-001 and PRC-O01 are one to them, and a Cyrillic letter among Latin ones cannot be typed at all. Choose another id.',
  examples: [
    {
      name: 'a letter for a digit',
      files: {
        'manual.yaml': lookAlikeSettings(),
        'forms/frm-002.mdx': documentFile({ id: 'FRM-O01', title: 'Other', type: 'form' }, 'Name.\n'),
      },
      expect: [
        'content/forms/frm-002.mdx:2:5 Unexpected id `FRM-O01`, which looks like `FRM-001`, expected one that nobody mistakes for another',
      ],
    },
    {
      name: 'a Cyrillic letter',
      files: {
        'forms/frm-002.mdx': documentFile({ id: 'FR\u041c-002', title: 'Other', type: 'form' }, 'Name.\n'),
      },
      expect: [
        'content/forms/frm-002.mdx:2:5 Unexpected id `FR\u041c-002` with letters of the Latin and Cyrillic scripts, expected one script',
      ],
    },
    {
      name: 'ids that differ',
      files: {
        'forms/frm-002.mdx': documentFile({ id: 'FRM-002', title: 'Other', type: 'form' }, 'Name.\n'),
      },
      expect: [],
    },
  ],
  find: ({ manual }) => {
    const reports: Report[] = [];
    const first = new Map<string, { id: string; place: Place }>();
    const look = (id: string, place: Place): void => {
      const scripts = mixedScripts(id);
      if (scripts !== undefined)
        reports.push({
          place,
          message: `Unexpected id \`${id}\` with letters of the ${scripts} scripts, expected one script`,
          hint: 'Type the id again on one keyboard; it was probably copied.',
        });
      const known = first.get(lookOf(id));
      if (known === undefined) first.set(lookOf(id), { id, place });
      else if (known.id !== id && known.id.toLowerCase() !== id.toLowerCase())
        reports.push({
          place,
          message: `Unexpected id \`${id}\`, which looks like \`${known.id}\`, expected one that nobody mistakes for another`,
          related: [{ place: known.place, message: 'the other stands here' }],
        });
    };
    for (const { id, places, file } of manual.documents) look(id, places['id'] ?? wholeFile(file));
    for (const { frontMatter, places, file } of manual.documents)
      (frontMatter.aliases ?? []).forEach((alias, index) => {
        look(alias, places[`aliases.${index}`] ?? wholeFile(file));
      });
    return reports;
  },
};

function lookAlikeSettings(): string {
  return 'institution: { name: Example College }\nedition: demo:1\n';
}
