/**
 * The references as a picture: documents round a circle, a curve for each reference, curves that go the same way
 * bundled. Placing takes time in proportion to what is drawn. Where documents are too many to be told apart, their
 * processes and types stand for them; where even those are too many there is no picture.
 */
import { cluster, hierarchy, type HierarchyPointNode } from 'd3-hierarchy';
import { curveBundle, lineRadial } from 'd3-shape';
import type { DocumentReferences } from './reference-map.ts';
import type { ViewContext } from '../context.ts';

/** So many names can be read round one circle. */
export const mostNames = 150;

export interface PictureCurve {
  readonly path: string;
  /** `named` in the front matter, or `mentioned` in the text. */
  readonly kind: 'named' | 'mentioned';
  /** Of the line, in units of the picture. */
  readonly width: number;
}

export interface PictureName {
  readonly labelText: string;
  /** Said when a pointer rests on it. */
  readonly titleText: string;
  readonly transform: string;
  readonly anchor: 'start' | 'end';
  /** Where it begins, from the circle. */
  readonly offset: number;
  /** What it refers to. */
  readonly curves: readonly PictureCurve[];
}

export interface ReferencePicture {
  readonly viewBox: string;
  /** Documents, or the groups that stand for them. */
  readonly shows: 'documents' | 'groups';
  readonly names: readonly PictureName[];
  readonly curves: number;
}

interface Spot {
  readonly key: string;
  readonly labelText?: string;
  readonly titleText?: string;
  readonly children?: readonly Spot[];
}

interface Way {
  readonly from: string;
  readonly to: string;
  readonly named: boolean;
  count: number;
}

/** Undefined where there is nothing to show, or too much. */
export function drawReferences(
  context: ViewContext,
  documents: readonly DocumentReferences[],
): ReferencePicture | undefined {
  const single = documents.length <= mostNames;
  const groupOf = single
    ? undefined
    : new Map(documents.map(({ facts }) => [facts.document.id, groupKey(facts)]));
  const ways = collectWays(documents, (id) => (groupOf === undefined ? id : groupOf.get(id)));
  const root = single ? documentSpots(context, documents) : groupSpots(context, documents);
  const count = root.children?.reduce((sum, { children }) => sum + (children?.length ?? 0), 0) ?? 0;
  if (count < 2 || count > mostNames || ways.length === 0) return undefined;
  return { ...place(root, ways, count), shows: single ? 'documents' : 'groups' };
}

/** Ways between spots, each once for what is named and once for what is mentioned. */
function collectWays(
  documents: readonly DocumentReferences[],
  spotOf: (id: string) => string | undefined,
): Way[] {
  const ways = new Map<string, Way>();
  for (const { refersTo } of documents)
    for (const { from, to, relation } of refersTo) {
      const [start, end] = [spotOf(from), spotOf(to)];
      if (start === undefined || end === undefined || start === end) continue;
      const named = relation !== 'link';
      const key = `${start}\0${end}\0${String(named)}`;
      const known = ways.get(key);
      if (known === undefined) ways.set(key, { from: start, to: end, named, count: 1 });
      else known.count++;
    }
  // What is named need not be drawn a second time because it is mentioned too.
  return [...ways.values()].filter(({ from, to, named }) => named || !ways.has(`${from}\0${to}\0true`));
}

function documentSpots(context: ViewContext, documents: readonly DocumentReferences[]): Spot {
  const byType = Map.groupBy(documents, ({ facts }) => facts.document.frontMatter.type);
  return {
    key: '',
    children: [...byType].map(([type, members]) => ({
      key: `type ${type}`,
      children: members.map(({ facts: { document } }) => ({
        key: document.id,
        labelText: clip(`${document.id} ${document.frontMatter.title}`),
        titleText: `${document.id} ${document.frontMatter.title} (${context.text.documentTypes[type]})`,
      })),
    })),
  };
}

const groupKey = ({ document: { frontMatter } }: DocumentReferences['facts']): string =>
  frontMatter.process === undefined ? `type ${frontMatter.type}` : `process ${frontMatter.process}`;

function groupSpots(context: ViewContext, documents: readonly DocumentReferences[]): Spot {
  const groups = Map.groupBy(documents, ({ facts }) => groupKey(facts));
  const spots = [...groups].map(([key, members]) => {
    const { process, type } = (members[0] as DocumentReferences).facts.document.frontMatter;
    const name =
      process === undefined ? context.text.documentTypesPlural[type] : context.processTitle(process);
    return { key, labelText: clip(`${name} (${members.length})`), titleText: `${name} (${members.length})` };
  });
  const isProcess = ({ key }: Spot): boolean => key.startsWith('process ');
  return {
    key: '',
    children: [
      { key: 'processes', children: spots.filter(isProcess) },
      { key: 'types', children: spots.filter((spot) => !isProcess(spot)) },
    ].filter(({ children }) => children.length > 0),
  };
}

/** In units of the picture. */
const lineHeight = 13;
const labelWidth = 194;
const gap = 5;
const mostLetters = 28;

function place(root: Spot, ways: readonly Way[], count: number): Omit<ReferencePicture, 'shows'> {
  const groups = root.children?.length ?? 0;
  const radius = Math.max(110, ((count + groups) * lineHeight) / (2 * Math.PI));
  const tree = cluster<Spot>()
    .size([360, radius])
    .separation((a, b) => (a.parent === b.parent ? 1 : 2))(hierarchy(root));
  const leaves = new Map(tree.leaves().map((leaf) => [leaf.data.key, leaf]));
  const line = lineRadial<HierarchyPointNode<Spot>>()
    .curve(curveBundle.beta(0.8))
    .radius((node) => node.y)
    .angle((node) => (node.x / 180) * Math.PI);
  const most = Math.max(...ways.map((way) => way.count));
  const bySource = Map.groupBy(ways, ({ from }) => from);
  const curvesFrom = (leaf: HierarchyPointNode<Spot>): PictureCurve[] =>
    (bySource.get(leaf.data.key) ?? []).flatMap(({ to, named, count: times }) => {
      const target = leaves.get(to);
      // A document that was replaced has a page but no place on the circle.
      const path = target === undefined ? null : line(leaf.path(target));
      return path === null
        ? []
        : [
            {
              path: shorten(path),
              kind: named ? 'named' : 'mentioned',
              width: round(1 + (4 * (times - 1)) / Math.max(1, most - 1)),
            },
          ];
    });
  const names = tree.leaves().map((leaf): PictureName => {
    const left = leaf.x >= 180;
    return {
      labelText: leaf.data.labelText ?? '',
      titleText: leaf.data.titleText ?? '',
      transform: `rotate(${round(leaf.x - 90)}) translate(${round(radius)})${left ? ' rotate(180)' : ''}`,
      anchor: left ? 'end' : 'start',
      offset: left ? -gap : gap,
      curves: curvesFrom(leaf),
    };
  });
  const half = Math.ceil(radius + gap + labelWidth);
  return {
    viewBox: `${-half} ${-half} ${2 * half} ${2 * half}`,
    names,
    curves: names.reduce((sum, { curves }) => sum + curves.length, 0),
  };
}

const round = (number: number): number => Math.round(number * 10) / 10;

/** A tenth of a unit cannot be seen. */
const shorten = (path: string): string =>
  path.replaceAll(/-?\d+\.\d+(?:e-?\d+)?/g, (number) => String(round(Number(number))));

/** As many letters as find room; those of some scripts are twice as wide. */
function clip(text: string): string {
  let width = 0;
  let kept = '';
  for (const letter of text) {
    width += (letter.codePointAt(0) ?? 0) > 0x1100 ? 2 : 1;
    if (width > mostLetters) return `${kept.trimEnd()} …`;
    kept += letter;
  }
  return text;
}
