import { documentFile } from './example-manual.ts';
import { componentReferences, referencesIn, reportUnknown } from './references.ts';
import { wholeFile } from '../model/place.ts';
import type { Manual } from '../model/manual.ts';
import type { WrittenReference } from './references.ts';
import type { Rule } from './rule.ts';

export const unknownRole: Rule = {
  id: 'unknown-role',
  severity: 'error',
  summary: 'A role is named that the register does not hold.',
  advice:
    'Documents name a role by its id in registers/roles.yaml, so that its page can show everything that concerns it. Write an id that is there, or add a row to the register.',
  examples: [
    {
      name: 'an id that the register does not hold',
      files: { 'procedures/prc-001.mdx': documentFile({ owner: 'registar' }) },
      expect: [
        'content/procedures/prc-001.mdx:7:8 Unexpected role `registar` in `owner`, expected an id in content/registers/roles.yaml; did you mean `registrar`?',
      ],
    },
    {
      name: 'an id of the register',
      files: { 'procedures/prc-001.mdx': documentFile({ owner: 'registrar' }) },
      expect: [],
    },
  ],
  find: ({ manual, people, unreadableRegisters }) => {
    if (unreadableRegisters.has('roles')) return [];
    const documents = manual.texts.flatMap((document) => [
      ...referencesIn(document, ['owner', 'author', 'roles']),
      ...componentReferences(document, ['Role']),
    ]);
    const history = manual.texts.flatMap((document) =>
      (document.frontMatter.history ?? []).map((entry, index) => ({
        id: entry.by,
        place: document.places[`history.${index}.by`] ?? wholeFile(document.file),
        where: '`history`',
      })),
    );
    const settings = settingsReferences(manual);
    const rows = registerReferences(manual);
    const held = people.rows.map(({ role }, index) => ({
      id: role,
      place: people.places[`rows.${index}.role`] ?? wholeFile(people.file),
      where: '`role`',
    }));

    return reportUnknown(
      [...documents, ...history, ...settings, ...rows, ...held],
      manual.registers['roles'].byId,
      'role',
      manual.registers['roles'].file,
    );
  },
};

function settingsReferences(manual: Manual): WrittenReference[] {
  const at = (path: string): WrittenReference['place'] =>
    manual.settingsPlaces[path] ?? wholeFile(manual.settingsFile);
  const approvals = Object.entries(manual.settings.approvals ?? {}).flatMap(([type, roles]) =>
    roles.map((id, index) => ({ id, place: at(`approvals.${type}.${index}`), where: '`approvals`' })),
  );
  const decided = (manual.settings.notApplicable ?? []).flatMap((entry, index) =>
    entry.approvedBy === undefined
      ? []
      : [{ id: entry.approvedBy, place: at(`notApplicable.${index}.approvedBy`), where: '`notApplicable`' }],
  );
  return [...approvals, ...decided];
}

/** Roles that other registers name: head of a unit, owner of a process, an objective or a risk, and whom a role reports to. */
function registerReferences(manual: Manual): WrittenReference[] {
  const { roles, units, processes, objectives, risks } = manual.registers;
  const keyed = (
    register: {
      file: string;
      places: Readonly<Record<string, WrittenReference['place']>>;
      rows: readonly object[];
    },
    key: string,
  ): WrittenReference[] =>
    register.rows.flatMap((row, index) => {
      const id = (row as Record<string, unknown>)[key];
      return typeof id === 'string'
        ? [
            {
              id,
              place: register.places[`rows.${index}.${key}`] ?? wholeFile(register.file),
              where: `\`${key}\``,
            },
          ]
        : [];
    });
  return [
    ...keyed(roles, 'reportsTo'),
    ...keyed(units, 'head'),
    ...keyed(processes, 'owner'),
    ...keyed(objectives, 'owner'),
    ...keyed(risks, 'owner'),
  ];
}
