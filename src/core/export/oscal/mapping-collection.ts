/** From edition to edition, and from ISO 21001 to ISO 9001, as an OSCAL mapping collection. */
import type { Clause, ClauseLabel, Standard } from '../../model/standard.ts';
import { catalogFile, controlId, listed, metadata, type OscalContext } from './oscal.ts';

interface Pair {
  readonly source: ClauseLabel;
  readonly target: ClauseLabel;
  readonly relationship: 'equivalent-to' | 'intersects-with';
  readonly remarks?: string | undefined;
}

/** Undefined where the editions shown have nothing to map. */
export function buildMappingCollection(context: OscalContext) {
  const shown = context.facts.coverages.map(({ standard }) => standard);
  const byEdition = new Map(shown.map((standard) => [standard.edition, standard]));
  const iso9001 = byEdition.get('iso-9001:2015');
  const mappings = shown.flatMap((standard) => {
    const previous = standard.previous === undefined ? undefined : byEdition.get(standard.previous);
    return [
      ...(previous ? [mapping(context, previous, standard, editionPairs(standard))] : []),
      ...(iso9001 && iso9001 !== standard
        ? [mapping(context, standard, iso9001, counterpartPairs(standard))]
        : []),
    ].filter((made) => made !== undefined);
  });
  if (mappings.length === 0) return undefined;
  return {
    'mapping-collection': {
      uuid: context.uuid('mapping-collection'),
      metadata: metadata(context, 'Clauses of one edition in another'),
      provenance: {
        method: 'human',
        'matching-rationale': 'semantic',
        status: 'draft',
        'mapping-description':
          'Made from numbers, titles and publicly reported changes; not verified against the texts of the standards.',
      },
      mappings,
    },
  };
}

function mapping(context: OscalContext, source: Standard, target: Standard, pairs: readonly Pair[]) {
  if (pairs.length === 0) return undefined;
  const name = [source.edition, target.edition];
  const mapped = {
    source: new Set(pairs.map((pair) => pair.source)),
    target: new Set(pairs.map((pair) => pair.target)),
  };
  return {
    uuid: context.uuid('mapping', ...name),
    'source-resource': { type: 'catalog', href: catalogFile(source.edition) },
    'target-resource': { type: 'catalog', href: catalogFile(target.edition) },
    maps: pairs.map((pair) => ({
      uuid: context.uuid('map', ...name, pair.source, pair.target),
      relationship: pair.relationship,
      sources: [{ type: 'control', 'id-ref': controlId(source.edition, pair.source) }],
      targets: [{ type: 'control', 'id-ref': controlId(target.edition, pair.target) }],
      ...(pair.remarks === undefined ? {} : { remarks: pair.remarks }),
    })),
    ...gaps(context, 'source-gap-summary', source, mapped.source, name),
    ...gaps(context, 'target-gap-summary', target, mapped.target, name),
  };
}

/** The leaves that no pair names. */
function gaps(
  context: OscalContext,
  key: 'source-gap-summary' | 'target-gap-summary',
  standard: Standard,
  mapped: ReadonlySet<ClauseLabel>,
  name: readonly string[],
) {
  const ids = standard.clauses
    .filter(({ leaf, clause }) => leaf && !mapped.has(clause))
    .map(({ clause }) => controlId(standard.edition, clause));
  return ids.length === 0
    ? {}
    : { [key]: { uuid: context.uuid(key, ...name), ...listed('unmapped-controls', [{ 'with-ids': ids }]) } };
}

/** Chapters are groups in a catalog, so only clauses below them can be mapped; a leaf chapter is a control. */
const isControl = ({ leaf, parent }: Clause): boolean => leaf || parent !== undefined;

function editionPairs({ clauses }: Standard): Pair[] {
  return clauses.filter(isControl).flatMap(({ clause, from, change, note }) =>
    from === undefined
      ? []
      : [
          {
            source: from,
            target: clause,
            relationship: change === 'same' || change === 'renumbered' ? 'equivalent-to' : 'intersects-with',
            remarks: note,
          },
        ],
  );
}

function counterpartPairs({ clauses }: Standard): Pair[] {
  return clauses
    .filter(({ leaf }) => leaf)
    .flatMap(({ clause, counterparts = [] }) =>
      counterparts.map((target): Pair => ({ source: clause, target, relationship: 'intersects-with' })),
    );
}
