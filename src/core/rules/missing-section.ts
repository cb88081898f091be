import { documentFile } from './example-manual.ts';
import { wholeFile } from '../model/place.ts';
import type { Rule } from './rule.ts';

export const missingSection: Rule = {
  id: 'missing-section',
  severity: 'warning',
  summary: 'A document lacks a section that its type must have.',
  advice:
    'requiredSections in manual.yaml lists the second-level headings that every document of a type has, so that readers find the same thing in the same place.',
  examples: [
    {
      name: 'a section too few',
      files: { 'procedures/prc-001.mdx': documentFile({}, '## Method\n') },
      expect: ['content/procedures/prc-001.mdx:4:7 Missing section `Purpose`, expected in every procedure'],
    },
    { name: 'all sections', files: {}, expect: [] },
  ],
  find: ({ manual }) =>
    manual.texts.flatMap((document) => {
      const { type, status } = document.frontMatter;
      if (type === undefined || !document.body.complete || status === 'withdrawn') return [];
      const titles = new Set(
        document.body.headings
          .filter((heading) => heading.depth === 2)
          .map((heading) => heading.titleText.toLowerCase()),
      );
      return (manual.settings.requiredSections?.[type] ?? [])
        .filter((title) => !titles.has(title.toLowerCase()))
        .map((title) => ({
          place: document.places['type'] ?? wholeFile(document.file),
          message: `Missing section \`${title}\`, expected in every ${type}`,
          hint: `Add a heading \`## ${title}\`, or change requiredSections in ${manual.settingsFile}.`,
        }));
    }),
};
