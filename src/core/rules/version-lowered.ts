import { documentFile } from './example-manual.ts';
import { wholeFile } from '../model/place.ts';
import { compareVersions } from '../model/version.ts';
import type { Rule } from './rule.ts';

const approvedTwoZero =
  '[{ act: approved, version: "2.0", date: 2026-01-10, by: principal, edition: "demo:1", summary: "Second issue" }]';

export const versionLowered: Rule = {
  id: 'version-lowered',
  severity: 'error',
  summary: 'A document bears a lower version than one that was approved.',
  advice:
    'Versions only rise, so that the higher number is always the newer text. To go back to an earlier text, approve it as a new version.',
  examples: [
    {
      name: 'back to an earlier number',
      files: { 'procedures/prc-001.mdx': documentFile({ status: 'draft', history: approvedTwoZero }) },
      expect: [
        'content/procedures/prc-001.mdx:5:10 Unexpected version `1.0` below 2.0, which is approved, expected a higher one',
      ],
    },
    { name: 'the approved version', files: {}, expect: [] },
  ],
  find: ({ control }) =>
    [...control.byId.values()].flatMap(({ working, versions }) => {
      const { version } = working.frontMatter;
      const highest = versions.map((one) => one.version).sort((a, b) => compareVersions(b, a))[0];
      if (highest === undefined || compareVersions(version, highest) >= 0) return [];
      return [
        {
          place: working.places['version'] ?? wholeFile(working.file),
          message: `Unexpected version \`${version}\` below ${highest}, which is approved, expected a higher one`,
          hint: 'To go back to an earlier text, give it a new version and have it approved.',
        },
      ];
    }),
};
