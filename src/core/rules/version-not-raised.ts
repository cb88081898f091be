import { documentFile } from './example-manual.ts';
import { wholeFile } from '../model/place.ts';
import { compareVersions } from '../model/version.ts';
import type { Rule } from './rule.ts';

const approvedTwoZero =
  '[{ act: approved, version: "2.0", date: 2026-01-10, by: principal, edition: "demo:1", summary: "Second issue" }]';

export const versionNotRaised: Rule = {
  id: 'version-not-raised',
  severity: 'error',
  summary: 'A draft bears a version that is approved already.',
  advice:
    'A version number names one text for ever. Raise the first number for a change of substance, the second for an editorial one, before you edit.',
  examples: [
    {
      name: 'a draft under an approved version',
      files: { 'procedures/prc-001.mdx': documentFile({ status: 'draft' }) },
      expect: [
        'content/procedures/prc-001.mdx:5:10 Unexpected version `1.0` of a draft, expected one above 1.0, which is approved',
      ],
    },
    {
      name: 'a draft of the next version',
      files: {
        'procedures/prc-001.mdx': documentFile({
          status: 'draft',
          version: '"2.1"',
          history: approvedTwoZero,
        }),
      },
      expect: [],
    },
  ],
  find: ({ control }) =>
    [...control.byId.values()].flatMap(({ working, versions }) => {
      const { status, version } = working.frontMatter;
      const highest = versions.map((one) => one.version).sort((a, b) => compareVersions(b, a))[0];
      if (highest === undefined || (status !== 'draft' && status !== 'in-review') || highest !== version)
        return [];
      return [
        {
          place: working.places['version'] ?? wholeFile(working.file),
          message: `Unexpected version \`${version}\` of a draft, expected one above ${highest}, which is approved`,
          hint: 'Raise it: the first number for a change of substance, the second for an editorial one.',
        },
      ];
    }),
};
