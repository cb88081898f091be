import { documentFile } from './example-manual.ts';
import { wholeFile } from '../model/place.ts';
import type { Facts } from '../model/facts.ts';
import type { Manual } from '../model/manual.ts';
import type { Clause } from '../model/standard.ts';
import type { Rule } from './rule.ts';

export const uncoveredClause: Rule = {
  id: 'uncovered-clause',
  severity: 'warning',
  summary: 'A clause of the edition in force is not covered.',
  advice:
    'The state and its reason come from the documents in force on the day of the build: who claims the clause, with which type, whether approved, effective and reviewed. The finding says which file to edit and which line to add.',
  examples: [
    {
      name: 'a clause that nobody claims',
      files: { 'procedures/prc-001.mdx': documentFile({ clauses: '["1.1"]' }) },
      expect: ['content/manual.yaml:3:10 Clause `1.2` (Doing) of Demo 1 is a gap: No document claims it'],
    },
    { name: 'every clause covered', files: {}, expect: [] },
  ],
  find: ({ manual, facts }) => {
    const place = manual.settingsPlaces['edition'] ?? wholeFile(manual.settingsFile);
    // Without a single document there is nothing to say but that; see `empty-manual`.
    if (manual.texts.length === 0) return [];
    return (facts.coverage?.clauses ?? []).flatMap((clause) => {
      if (!clause.clause.leaf || clause.state === 'covered' || clause.state === 'not-applicable') return [];
      if (isNamed(clause.clause, manual, facts)) return [];
      const state = clause.state === 'gap' ? 'a gap' : clause.state;
      const where = clause.remedy?.file === undefined ? '' : `In ${clause.remedy.file}: `;
      const line = clause.remedy?.line === undefined ? '' : ` The line: ${clause.remedy.line}`;
      return [
        {
          place,
          message: `Clause \`${clause.clause.clause}\` (${clause.clause.title}) of ${facts.coverage?.standard.name ?? ''} is ${state}: ${clause.reason.replace(/\.$/, '')}`,
          hint: clause.remedy === undefined ? undefined : `${where}${clause.remedy.text}${line}`,
        },
      ];
    });
  },
};

/** Whether a document that cannot be used may claim the clause or a heading above it. Its own fault is said already. */
function isNamed(clause: Clause, manual: Manual, facts: Facts): boolean {
  for (
    let at: Clause | undefined = clause;
    at !== undefined;
    at = at.parent === undefined ? undefined : facts.coverage?.standard.byLabel.get(at.parent)
  )
    if (manual.unreadClaims.has(at.clause)) return true;
  return false;
}
