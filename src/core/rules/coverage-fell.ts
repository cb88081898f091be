import { findWorse, parseBaseline } from '../analyse/coverage-baseline.ts';
import { wholeFile } from '../model/place.ts';
import { documentFile, settingsFile } from './example-manual.ts';
import type { Rule } from './rule.ts';

const settings = settingsFile('coverage: { mayNotFallBelow: baseline.json }\n');
const baseline =
  '{ "edition": "demo:1", "date": "2026-01-31", "clauses": { "1.1": "covered", "1.2": "covered" } }\n';

export const coverageFell: Rule = {
  id: 'coverage-fell',
  severity: 'error',
  summary: 'A clause is in a worse state than the baseline allows.',
  advice:
    'coverage.mayNotFallBelow in manual.yaml names a baseline, a file beside manual.yaml that `eoms coverage --write-baseline` writes. Every clause must stay at least as good as it was then. When a clause is given up on purpose, write the baseline anew and say why in the commit.',
  examples: [
    {
      name: 'a clause that was covered',
      files: {
        'manual.yaml': settings,
        'baseline.json': baseline,
        'procedures/prc-001.mdx': documentFile({ clauses: '["1.1"]' }),
      },
      expect: [
        'content/manual.yaml:11:30 Coverage fell below the baseline of 2026-01-31 in 1 clause: 1.2 (covered → gap)',
      ],
    },
    {
      name: 'no baseline',
      files: { 'manual.yaml': settings },
      expect: [
        'content/manual.yaml:11:30 Unexpected baseline `baseline.json`, expected a file beside manual.yaml',
      ],
    },
    {
      name: 'as good as before',
      files: { 'manual.yaml': settings, 'baseline.json': baseline },
      expect: [],
    },
  ],
  find: ({ manual, facts }) => {
    const name = manual.settings.coverage?.mayNotFallBelow;
    if (name === undefined || facts.coverage === undefined) return [];
    const place = manual.settingsPlaces['coverage.mayNotFallBelow'] ?? wholeFile(manual.settingsFile);
    const rewrite = 'Write it with `eoms coverage --write-baseline`.';
    const text = manual.data.get(`${manual.contentFolder}/${name}`)?.text;
    if (text === undefined) {
      return [
        {
          place,
          message: `Unexpected baseline \`${name}\`, expected a file beside manual.yaml`,
          hint: rewrite,
        },
      ];
    }
    const parsed = parseBaseline(text);
    if (parsed === undefined) {
      return [
        { place, message: `Unexpected content of \`${name}\`, expected a coverage baseline`, hint: rewrite },
      ];
    }
    if (parsed.edition !== facts.coverage.standard.edition) {
      const message = `Unexpected baseline of \`${parsed.edition}\`, expected one of \`${facts.coverage.standard.edition}\``;
      return [{ place, message, hint: rewrite }];
    }
    const worse = findWorse(parsed, facts.coverage);
    if (worse.length === 0) return [];
    const listed = worse.map((one) => `${one.clause} (${one.before} → ${one.now})`).join(', ');
    return [
      {
        place,
        message: `Coverage fell below the baseline of ${parsed.date} in ${worse.length} ${worse.length === 1 ? 'clause' : 'clauses'}: ${listed}`,
        hint: '`eoms explain` with the number of a clause says what closes it.',
      },
    ];
  },
};
