import { documentFile } from './example-manual.ts';
import { type Place, wholeFile } from '../model/place.ts';
import type { Manual } from '../model/manual.ts';
import type { Report, Rule } from './rule.ts';

export const circularReference: Rule = {
  id: 'circular-reference',
  severity: 'error',
  summary:
    'Documents put each other into practice or replace each other, or rows of a register stand above each other.',
  advice:
    'Each of these relations has a direction: a procedure puts a policy into practice, a document replaces an earlier one, a role reports to another. Followed round a circle it says nothing. Take out the reference that points the wrong way.',
  examples: [
    {
      name: 'two procedures that put each other into practice',
      files: {
        'procedures/prc-001.mdx': documentFile({ implements: '[PRC-002]' }),
        'procedures/prc-002.mdx': documentFile({
          id: 'PRC-002',
          clauses: '[]',
          noClauses: 'an example',
          implements: '[PRC-001]',
        }),
      },
      expect: [
        'content/procedures/prc-001.mdx:11:14 Unexpected circle in `implements`: PRC-001 → PRC-002 → PRC-001',
      ],
    },
    {
      name: 'one puts the other into practice',
      files: {
        'procedures/prc-002.mdx': documentFile({
          id: 'PRC-002',
          clauses: '[]',
          noClauses: 'an example',
          implements: '[PRC-001]',
        }),
      },
      expect: [],
    },
  ],
  find: ({ manual }) => [
    ...documentRelations(manual).flatMap(({ key, edges }) => report(key, edges)),
    ...registerRelations(manual).flatMap(({ key, edges }) => report(key, edges)),
  ],
};

interface Edge {
  readonly to: string;
  readonly place: Place;
}
type Edges = ReadonlyMap<string, readonly Edge[]>;

function documentRelations(manual: Manual): { key: string; edges: Edges }[] {
  return (['implements', 'supersedes'] as const).map((key) => ({
    key,
    edges: new Map(
      manual.documents.map((document) => [
        document.id,
        (document.frontMatter[key] ?? []).map((id, index) => ({
          to: manual.documentByAlias.get(id)?.id ?? id,
          place: document.places[`${key}.${index}`] ?? wholeFile(document.file),
        })),
      ]),
    ),
  }));
}

function registerRelations(manual: Manual): { key: string; edges: Edges }[] {
  const { roles, units } = manual.registers;
  const edgesOf = (
    register: { readonly file: string; readonly places: Readonly<Record<string, Place>> },
    rows: readonly { readonly id: string; readonly above: string | undefined }[],
    key: string,
  ): Edges =>
    new Map(
      rows.map(({ id, above }, index) => [
        id,
        above === undefined
          ? []
          : [{ to: above, place: register.places[`rows.${index}.${key}`] ?? wholeFile(register.file) }],
      ]),
    );
  return [
    {
      key: 'reportsTo',
      edges: edgesOf(
        roles,
        roles.rows.map((row) => ({ id: row.id, above: row.reportsTo })),
        'reportsTo',
      ),
    },
    {
      key: 'parent',
      edges: edgesOf(
        units,
        units.rows.map((row) => ({ id: row.id, above: row.parent })),
        'parent',
      ),
    },
  ];
}

/** Each circle once, at the reference of its first member by name. Walks without recursion. */
function report(key: string, edges: Edges): Report[] {
  const reports: Report[] = [];
  const done = new Set<string>();
  for (const start of [...edges.keys()].sort()) {
    const path: { id: string; next: number }[] = done.has(start) ? [] : [{ id: start, next: 0 }];
    const onPath = new Set(path.map(({ id }) => id));
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const edge = edges.get(at.id)?.[at.next++];
      if (edge === undefined) {
        done.add(at.id);
        onPath.delete(at.id);
        path.pop();
      } else if (onPath.has(edge.to)) {
        const circle = path.slice(path.findIndex(({ id }) => id === edge.to)).map(({ id }) => id);
        reports.push(describe(key, circle, edges, edge.place));
      } else if (!done.has(edge.to) && edges.has(edge.to)) {
        path.push({ id: edge.to, next: 0 });
        onPath.add(edge.to);
      }
    }
  }
  return reports;
}

function describe(key: string, circle: readonly string[], edges: Edges, fallback: Place): Report {
  const first = circle.indexOf([...circle].sort()[0] ?? '');
  const turned = [...circle.slice(first), ...circle.slice(0, first)];
  const next = turned[1] ?? turned[0];
  return {
    place: edges.get(turned[0] ?? '')?.find((edge) => edge.to === next)?.place ?? fallback,
    message: `Unexpected circle in \`${key}\`: ${[...turned, turned[0] ?? ''].join(' → ')}`,
    hint: 'Take out the reference that points the wrong way.',
  };
}
