/** "What applies to me": everything that names a role. */
import type { DocumentFacts } from '../core/model/facts.ts';
import type { ViewContext } from './context.ts';
import { documentLink, type DocumentLinkView } from './document-link.ts';
import { linkPart, type Part } from './part.ts';

export interface LinkGroupView {
  readonly titleText: string;
  readonly introText: string;
  readonly documents: readonly DocumentLinkView[];
}

export interface RoleView {
  readonly id: string;
  readonly titleText: string;
  readonly summaryText: string | undefined;
  readonly unit: Part | undefined;
  readonly reportsTo: Part | undefined;
  readonly leads: readonly Part[];
  readonly processes: readonly Part[];
  readonly groups: readonly LinkGroupView[];
}

export interface RoleListGroup {
  readonly titleText: string;
  readonly roles: readonly {
    readonly titleText: string;
    readonly href: string;
    readonly summaryText: string | undefined;
  }[];
}

export function roleView(context: ViewContext, id: string): RoleView {
  const { registers } = context.manual;
  const { urls } = context;
  const row = registers.roles.byId.get(id);
  if (row === undefined) throw new Error(`There is no role ${id}`);
  const index = roleIndex(context);
  const list = (map: ReadonlyMap<string, ReadonlySet<DocumentFacts>>): DocumentLinkView[] =>
    [...(map.get(id) ?? [])].map((facts) => documentLink(context, facts));
  const applies = [...(index.applies.get(id) ?? [])];
  const groups: LinkGroupView[] = [
    {
      titleText: 'Applies to you',
      introText: 'You work by these.',
      documents: applies
        .filter(({ document }) => isWork(document.frontMatter.type))
        .map((facts) => documentLink(context, facts)),
    },
    {
      titleText: 'Forms you use',
      introText: 'Named for your role, or used in what applies to you.',
      documents: followed(context, applies, 'uses', 'form'),
    },
    {
      titleText: 'Records you make or keep',
      introText: 'What your work leaves as evidence.',
      documents: followed(context, applies, 'produces', 'record'),
    },
    {
      titleText: 'You own',
      introText: 'You keep these right and review them in time.',
      documents: list(index.owns),
    },
    {
      titleText: 'You approve',
      introText: 'The version in force was approved in this role.',
      documents: list(index.approves),
    },
    {
      titleText: 'Names your role',
      introText: 'You have a part in these.',
      documents: [...(index.named.get(id) ?? [])]
        .filter((facts) => !index.applies.get(id)?.has(facts) && !index.owns.get(id)?.has(facts))
        .map((facts) => documentLink(context, facts)),
    },
  ];
  return {
    id,
    titleText: row.title,
    summaryText: row.summary,
    unit:
      row.unit === undefined
        ? undefined
        : linkPart(
            context.unitTitle(row.unit),
            registers.units.byId.has(row.unit) ? urls.unit(row.unit) : undefined,
          ),
    reportsTo:
      row.reportsTo === undefined
        ? undefined
        : linkPart(
            context.roleTitle(row.reportsTo),
            registers.roles.byId.has(row.reportsTo) ? urls.role(row.reportsTo) : undefined,
          ),
    leads: registers.units.rows
      .filter(({ head }) => head === id)
      .map((unit) => linkPart(unit.title, urls.unit(unit.id))),
    processes: registers.processes.rows
      .filter(({ owner }) => owner === id)
      .map((process) => linkPart(process.title, urls.process(process.id))),
    groups: groups.filter(({ documents }) => documents.length > 0),
  };
}

/** Roles by unit, in the order of the registers. */
export function roleGroups(context: ViewContext): RoleListGroup[] {
  const { roles, units } = context.manual.registers;
  const groups = units.rows.map((unit) => ({
    titleText: unit.title,
    rows: roles.rows.filter((role) => role.unit === unit.id),
  }));
  const homeless = roles.rows.filter(({ unit }) => unit === undefined || !units.byId.has(unit));
  return [...groups, { titleText: 'Other roles', rows: homeless }]
    .filter(({ rows }) => rows.length > 0)
    .map(({ titleText, rows }) => ({
      titleText,
      roles: rows.map((role) => ({
        titleText: role.title,
        href: context.urls.role(role.id),
        summaryText: role.summary,
      })),
    }));
}

const isWork = (type: string): boolean => type !== 'form' && type !== 'record';

function followed(
  context: ViewContext,
  applies: readonly DocumentFacts[],
  key: 'uses' | 'produces',
  type: 'form' | 'record',
): DocumentLinkView[] {
  const ids = new Set(
    applies.flatMap(({ document }) =>
      document.frontMatter.type === type ? [document.id] : (document.frontMatter[key] ?? []),
    ),
  );
  return [...ids]
    .filter((id) => context.hasPage(id))
    .sort()
    .flatMap((id) => {
      const facts = context.facts.documentById.get(id);
      return facts === undefined || facts.document.frontMatter.type !== type
        ? []
        : [documentLink(context, facts)];
    });
}

interface RoleIndex {
  readonly applies: Map<string, Set<DocumentFacts>>;
  readonly owns: Map<string, Set<DocumentFacts>>;
  readonly approves: Map<string, Set<DocumentFacts>>;
  readonly named: Map<string, Set<DocumentFacts>>;
}

function roleIndex(context: ViewContext): RoleIndex {
  return context.once('roleIndex', () => {
    const index: RoleIndex = { applies: new Map(), owns: new Map(), approves: new Map(), named: new Map() };
    const add = (
      map: Map<string, Set<DocumentFacts>>,
      role: string | undefined,
      facts: DocumentFacts,
    ): void => {
      if (role === undefined) return;
      const set = map.get(role);
      if (set === undefined) map.set(role, new Set([facts]));
      else set.add(facts);
    };
    for (const facts of context.current) {
      const { frontMatter, body } = facts.document;
      frontMatter.roles?.forEach((role) => {
        add(index.applies, role, facts);
      });
      add(index.owns, frontMatter.owner, facts);
      add(index.approves, facts.lifecycle.approval?.by, facts);
      for (const { name, attributes } of body.components)
        if (name === 'Role') add(index.named, attributes['id'], facts);
    }
    return index;
  });
}
