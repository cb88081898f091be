import { settingsFile } from './example-manual.ts';
import { wholeFile } from '../model/place.ts';
import { fixedRuleIds } from './rule-ids.ts';
import type { Rule } from './rule.ts';

export const fixedSeverity: Rule = {
  id: 'fixed-severity',
  severity: 'error',
  fixed: true,
  summary: 'manual.yaml sets a severity for a rule that always stays an error.',
  advice:
    'Some faults make a part of the text fall out of the manual, or could harm its readers: they stop publishing whatever manual.yaml says. Remove the line and mend the fault where it is.',
  examples: [
    {
      name: 'a fault that hides a document',
      files: { 'manual.yaml': settingsFile('severities: { invalid-yaml: off }\n') },
      expect: [
        'content/manual.yaml:11:29 Unexpected severity `off` for `invalid-yaml`, which always stays an error',
      ],
    },
    {
      name: 'a rule whose severity may be set',
      files: { 'manual.yaml': settingsFile('severities: { review-overdue: note }\n') },
      expect: [],
    },
  ],
  find: ({ manual }) =>
    Object.entries(manual.settings.severities ?? {})
      .filter(([id, severity]) => fixedRuleIds().has(id) && severity !== 'error')
      .map(([id, severity]) => ({
        place: manual.settingsPlaces[`severities.${id}`] ?? wholeFile(manual.settingsFile),
        message: `Unexpected severity \`${severity}\` for \`${id}\`, which always stays an error`,
        hint: 'Remove it, and mend what the rule reports.',
      })),
};
