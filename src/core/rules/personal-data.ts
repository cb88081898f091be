import { documentFile, settingsFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

const body = 'Write to mary.smith@college.ac.uk, or call +353 1 555 0100.\n\n## Purpose\n';

export const personalData: Rule = {
  id: 'personal-data',
  severity: 'note',
  summary: 'A text holds what looks like data about a person.',
  advice:
    'A manual names roles and offices, not persons: people change, and data about them has no place in a published text. What is meant to stand there is listed under personalData.allow in manual.yaml.',
  examples: [
    {
      name: 'an address and a number',
      files: { 'procedures/prc-001.mdx': documentFile({}, body) },
      expect: [
        'content/procedures/prc-001.mdx:17:10 Unexpected e-mail address of a person `mary.smith@college.ac.uk`, expected no data about persons',
        'content/procedures/prc-001.mdx:17:44 Unexpected telephone number `+353 1 555 0100`, expected no data about persons',
      ],
    },
    {
      name: 'a national id number and a date of birth',
      files: {
        'procedures/prc-001.mdx': documentFile(
          {},
          'Learner 078-05-1120, born 12 March 2004.\n\n## Purpose\n',
        ),
      },
      expect: [
        'content/procedures/prc-001.mdx:17:9 Unexpected national id number `078-05-1120`, expected no data about persons',
        'content/procedures/prc-001.mdx:17:22 Unexpected date of birth `born 12 March 2004`, expected no data about persons',
      ],
    },
    {
      name: 'the same, allowed, and an office',
      files: {
        'manual.yaml': settingsFile(
          'personalData: { allow: ["mary.smith@college.ac.uk", "+353 1 555 0100"] }',
        ),
        'procedures/prc-001.mdx': documentFile({}, `${body}\nThe office is office@college.ac.uk.\n`),
      },
      expect: [],
    },
  ],
  find: ({ manual }) => {
    const allowed = new Set((manual.settings.personalData?.allow ?? []).map((text) => text.toLowerCase()));
    return manual.documents.flatMap((document) =>
      (document.body.personalData ?? []).flatMap(({ kind, text, place }) =>
        allowed.has(text.toLowerCase())
          ? []
          : [
              {
                place,
                message: `Unexpected ${kind} \`${text}\`, expected no data about persons`,
                hint: 'Name the role or the office. If it is meant to stand here, list it under `personalData: { allow: […] }` in manual.yaml.',
              },
            ],
      ),
    );
  },
};
