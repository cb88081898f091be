/** The manual that the examples of rules are laid over: small, complete, without a finding. */

export const exampleToday = '2026-03-31';

type Keys = Readonly<Record<string, string | undefined>>;

const approved =
  '[{ act: approved, version: "1.0", date: 2026-01-10, by: principal, edition: "demo:1", summary: "First issue" }]';

/** A document of the example manual, with keys changed (`undefined` takes one away) and, where given, another text. */
export function documentFile(keys: Keys, body = '## Purpose\n\nWhy this is done.\n'): string {
  const type = keys['type'] ?? 'procedure';
  const all: Record<string, string | undefined> = {
    id: 'PRC-001',
    title: 'Admission',
    type,
    version: '"1.0"',
    status: 'approved',
    owner: 'registrar',
    author: 'registrar',
    effective: '2026-01-15',
    clauses: type === 'procedure' ? '["1.1", "1.2"]' : '[]',
    noClauses: type === 'procedure' || 'clauses' in keys ? undefined : 'an example',
    implements: undefined,
    uses: undefined,
    produces: undefined,
    roles: '[registrar]',
    units: '[admissions]',
    process: 'admission',
    ...(type === 'record'
      ? {
          location: 'cabinet',
          format: 'paper',
          retention: '{ period: P5Y, from: end of enrolment, then: destroy }',
          personalData: 'true',
        }
      : {}),
    history: approved,
    ...keys,
  };
  const lines = Object.entries(all).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}`],
  );
  return `---\n${lines.join('\n')}\n---\n\n${body}`;
}

/** `manual.yaml` of the example manual with more lines at its end. */
export function settingsFile(more = ''): string {
  return `institution:
  name: Example College
edition: demo:1
numbering: { pattern: "^(POL|PRC|FRM|REC)-[0-9]{3}$", example: PRC-001 }
approvals:
  procedure: [principal]
  form: [principal]
  record: [principal]
  notApplicable: [principal]
requiredSections: { procedure: [Purpose] }
${more}`;
}

const rows = (...lines: string[]): string => `rows:\n${lines.map((line) => `  - ${line}\n`).join('')}`;

export const exampleFiles: Readonly<Record<string, string>> = {
  'manual.yaml': settingsFile(),
  'registers/roles.yaml': rows(
    '{ id: principal, title: Principal }',
    '{ id: registrar, title: Registrar, unit: admissions }',
  ),
  'registers/units.yaml': rows('{ id: admissions, title: Admissions office, head: registrar }'),
  'registers/processes.yaml': rows('{ id: admission, title: Admission, kind: core, owner: registrar }'),
  'registers/glossary.yaml': rows('{ id: learner, term: Learner, definition: A person who learns here. }'),
  'standards/demo.yaml': `edition: demo:1
name: Demo 1
title: A standard of two clauses
clauses:
  - { clause: "1", title: Everything, heading: true }
  - { clause: "1.1", title: Planning, parent: "1" }
  - { clause: "1.2", title: Doing, parent: "1" }
`,
  'procedures/prc-001.mdx': documentFile({}),
  'forms/frm-001.mdx': documentFile(
    { id: 'FRM-001', title: 'Application', type: 'form' },
    'Name and date.\n',
  ),
  'records/rec-001.mdx': documentFile(
    { id: 'REC-001', title: 'Applications', type: 'record' },
    'Filled-in applications.\n',
  ),
};
