import { wholeFile } from '../model/place.ts';
import { documentFile, settingsFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

export const coverageBelowTarget: Rule = {
  id: 'coverage-below-target',
  severity: 'error',
  summary: 'Coverage is below the target of manual.yaml.',
  advice:
    'coverage.target in manual.yaml is the percentage of applicable clauses that must be covered. Close the gaps that uncovered-clause names, or lower the target, which is a decision of the institution.',
  examples: [
    {
      name: 'half of what is asked for',
      files: {
        'manual.yaml': settingsFile('coverage: { target: 95 }\n'),
        'procedures/prc-001.mdx': documentFile({ clauses: '["1.1"]' }),
      },
      expect: [
        'content/manual.yaml:11:21 Unexpected coverage of 50 % of Demo 1 (1 of 2 applicable clauses), expected at least 95 %',
      ],
    },
    { name: 'all of it', files: { 'manual.yaml': settingsFile('coverage: { target: 95 }\n') }, expect: [] },
  ],
  find: ({ manual, facts }) => {
    const target = manual.settings.coverage?.target;
    const { coverage } = facts;
    if (target === undefined || coverage?.percent === undefined || coverage.percent >= target) return [];
    const applicable = coverage.leaves - coverage.counts.notApplicable;
    return [
      {
        place: manual.settingsPlaces['coverage.target'] ?? wholeFile(manual.settingsFile),
        message: `Unexpected coverage of ${coverage.percent} % of ${coverage.standard.name} (${coverage.counts.covered} of ${applicable} applicable clauses), expected at least ${target} %`,
        hint: 'The clauses that are not covered are named by `uncovered-clause`, each with what closes it.',
      },
    ];
  },
};
