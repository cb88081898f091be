import { settingsFile } from './example-manual.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import { wholeFile } from '../model/place.ts';
import { ruleIds } from './rule-ids.ts';
import type { Rule } from './rule.ts';

export const unknownRule: Rule = {
  id: 'unknown-rule',
  severity: 'error',
  summary: 'manual.yaml sets the severity of a rule that does not exist.',
  advice: 'The names of the rules stand behind every finding in square brackets.',
  examples: [
    {
      name: 'a name that does not exist',
      files: { 'manual.yaml': settingsFile('severities: { broken-lnk: warning }\n') },
      expect: [
        'content/manual.yaml:11:27 Unexpected rule `broken-lnk` in `severities`; did you mean `broken-link`?',
      ],
    },
    {
      name: 'a rule that exists',
      files: { 'manual.yaml': settingsFile('severities: { review-overdue: note }\n') },
      expect: [],
    },
  ],
  find: ({ manual }) =>
    Object.keys(manual.settings.severities ?? {})
      .filter((id) => !ruleIds().has(id))
      .map((id) => ({
        place: manual.settingsPlaces[`severities.${id}`] ?? wholeFile(manual.settingsFile),
        message: `Unexpected rule \`${id}\` in \`severities\`${didYouMean(nearest(id, ruleIds()))}`,
      })),
};
