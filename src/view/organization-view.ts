/** Units and processes, and what belongs to each. */
import type { ViewContext } from './context.ts';
import { rolePart } from './named-parts.ts';
import { linkPart, type Part } from './part.ts';
import { shortTable } from './register-view.ts';
import type { TableView } from './table-view.ts';

export interface UnitView {
  readonly titleText: string;
  readonly summaryText: string | undefined;
  readonly head: Part | undefined;
  readonly parent: Part | undefined;
  readonly below: readonly Part[];
  readonly roles: readonly Part[];
  readonly documents: TableView;
}

export interface ProcessView {
  readonly titleText: string;
  readonly kindText: string;
  readonly owner: Part;
  readonly purposeText: string | undefined;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly measures: readonly string[];
  readonly objectives: readonly {
    readonly titleText: string;
    readonly measureText: string;
    readonly targetText: string;
    readonly dueText: string;
  }[];
  readonly documents: TableView;
}

export interface ProcessMapBand {
  readonly kind: 'management' | 'core' | 'support';
  readonly titleText: string;
  readonly processes: readonly {
    readonly titleText: string;
    readonly href: string;
    readonly owner: Part;
    readonly purposeText: string | undefined;
  }[];
}

export interface UnitNode {
  readonly titleText: string;
  readonly href: string;
  readonly summaryText: string | undefined;
  readonly below: readonly UnitNode[];
}

export function unitView(context: ViewContext, id: string): UnitView {
  const { units, roles } = context.manual.registers;
  const row = units.byId.get(id);
  if (row === undefined) throw new Error(`There is no unit ${id}`);
  const documents = context.current.filter(({ document }) => document.frontMatter.units?.includes(id));
  return {
    titleText: row.title,
    summaryText: row.summary,
    head: row.head === undefined ? undefined : rolePart(context, row.head),
    parent:
      row.parent === undefined || !units.byId.has(row.parent)
        ? undefined
        : linkPart(context.unitTitle(row.parent), context.urls.unit(row.parent)),
    below: units.rows
      .filter(({ parent }) => parent === id)
      .map((unit) => linkPart(unit.title, context.urls.unit(unit.id))),
    roles: roles.rows.filter(({ unit }) => unit === id).map((role) => rolePart(context, role.id)),
    documents: shortTable(context, 'documents', `Documents that apply to ${row.title}`, documents, true),
  };
}

/** Units as a tree. A unit whose parent is unknown, or its own descendant, stands at the top. */
export function unitTree(context: ViewContext): UnitNode[] {
  const { units } = context.manual.registers;
  const placed = new Set<string>();
  const node = (unit: (typeof units.rows)[number]): UnitNode => {
    placed.add(unit.id);
    return {
      titleText: unit.title,
      href: context.urls.unit(unit.id),
      summaryText: unit.summary,
      below: units.rows.filter(({ parent, id }) => parent === unit.id && !placed.has(id)).map(node),
    };
  };
  const top = units.rows.filter(({ parent }) => parent === undefined || !units.byId.has(parent)).map(node);
  return [...top, ...units.rows.filter(({ id }) => !placed.has(id)).map(node)];
}

export function processView(context: ViewContext, id: string): ProcessView {
  const { processes, objectives } = context.manual.registers;
  const row = processes.byId.get(id);
  if (row === undefined) throw new Error(`There is no process ${id}`);
  return {
    titleText: row.title,
    kindText: `${context.text.processKinds[row.kind]} process`,
    owner: rolePart(context, row.owner),
    purposeText: row.purpose,
    inputs: row.inputs ?? [],
    outputs: row.outputs ?? [],
    measures: row.measures ?? [],
    objectives: objectives.rows
      .filter(({ process }) => process === id)
      .map(({ title, measure, target, due }) => ({
        titleText: title,
        measureText: measure,
        targetText: target,
        dueText: context.date(due),
      })),
    documents: shortTable(
      context,
      'documents',
      `Documents of ${row.title}`,
      context.current.filter(({ document }) => document.frontMatter.process === id),
      true,
    ),
  };
}

export function processMap(context: ViewContext): ProcessMapBand[] {
  const { rows } = context.manual.registers.processes;
  return (['management', 'core', 'support'] as const)
    .map((kind) => ({
      kind,
      titleText: `${context.text.processKinds[kind]} processes`,
      processes: rows
        .filter((row) => row.kind === kind)
        .map((row) => ({
          titleText: row.title,
          href: context.urls.process(row.id),
          owner: rolePart(context, row.owner),
          purposeText: row.purpose,
        })),
    }))
    .filter(({ processes }) => processes.length > 0);
}
