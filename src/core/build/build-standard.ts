/** A standard's data file to its clause tree. */
import { documentTypes, type DocumentType } from '../../../schemas/document.ts';
import {
  standard as standardSchema,
  type ClauseData,
  type RequiredItemData,
  type StandardData,
} from '../../../schemas/standard.ts';
import type { Finding } from '../model/finding.ts';
import { firstFindings } from '../model/first-findings.ts';
import { LineIndex, type Place, type SourceFile, wholeFile } from '../model/place.ts';
import type { Clause, RequiredItem, Standard } from '../model/standard.ts';
import { checkShape } from '../parse/check-shape.ts';
import { parseYaml } from '../parse/parse-yaml.ts';

/** ISO standards of management systems have some two hundred clauses on five levels. */
const mostClauses = 2000;
const deepestClause = 12;

export interface BuiltStandard {
  readonly standard?: Standard;
  /** The edition as written, even where the rest is at fault. */
  readonly edition?: string | undefined;
  /** Where the edition is named. */
  readonly place: Place;
  readonly findings: Finding[];
}

/**
 * What was built from a source before. Reading the standards that come with the tool takes longer than a whole
 * small manual, and the same are handed in again whenever a manual is looked at twice.
 */
const builtBefore = new WeakMap<SourceFile, Map<boolean, BuiltStandard>>();

/** @param scope what the institution's scope brings in; a clause with `appliesWhen` is left out without it */
export function buildStandard(
  source: SourceFile,
  scope: { readonly earlyChildhoodEducation: boolean },
): BuiltStandard {
  const known = builtBefore.get(source) ?? new Map<boolean, BuiltStandard>();
  builtBefore.set(source, known);
  const before = known.get(scope.earlyChildhoodEducation);
  if (before !== undefined) return before;
  const fresh = build(source, scope);
  const built = { ...fresh, findings: firstFindings(fresh.findings, source.path) };
  known.set(scope.earlyChildhoodEducation, built);
  return built;
}

function build(source: SourceFile, scope: { readonly earlyChildhoodEducation: boolean }): BuiltStandard {
  const yaml = parseYaml(source.text, source.path, new LineIndex(source.text));
  const findings = [...yaml.findings];
  const edition = editionOf(yaml.value) ?? /^edition:[ \t]*["']?([^\s"'#]+)/m.exec(source.text)?.[1];
  const place = yaml.places['edition'] ?? wholeFile(source.path);
  if (findings.length > 0) return { edition, place, findings };
  const checked = checkShape(standardSchema, yaml, {
    file: source.path,
    subject: source.path.slice(source.path.lastIndexOf('/') + 1),
  });
  findings.push(...checked.findings);
  if (checked.value === undefined) return { edition, place, findings };
  const data: StandardData = checked.value;
  if (data.clauses.length > mostClauses)
    findings.push({
      rule: 'file-too-large',
      severity: 'error',
      place: yaml.places[`clauses.${mostClauses}`] ?? wholeFile(source.path),
      message: `Unexpected number of ${data.clauses.length} clauses, expected at most ${mostClauses} in one standard`,
      hint: 'Divide it into several standards, each with an edition of its own.',
    });
  const seen = new Map<string, number>();
  const depths = new Map<string, number>();
  data.clauses.forEach((clause, index) => {
    const first = seen.get(clause.clause);
    const here = yaml.places[`clauses.${index}.clause`];
    if (first === undefined) seen.set(clause.clause, index);
    else if (here !== undefined)
      findings.push({
        rule: 'duplicate-clause',
        severity: 'error',
        place: here,
        message: `Unexpected second clause \`${clause.clause}\`, expected each number once`,
        hint: 'Correct the number, or delete one of the two.',
        related: yaml.places[`clauses.${first}.clause`]
          ? [
              {
                place: yaml.places[`clauses.${first}.clause`] as NonNullable<typeof here>,
                message: 'first used here',
              },
            ]
          : undefined,
      });
    const parent = clause.parent;
    if (parent !== undefined && (parent === clause.clause || !seen.has(parent))) {
      const at = yaml.places[`clauses.${index}.parent`];
      if (at !== undefined)
        findings.push({
          rule: 'unknown-clause',
          severity: 'error',
          place: at,
          message: `Unexpected parent \`${parent}\` of clause \`${clause.clause}\`, expected a clause written before it`,
        });
    }
    const depth = (depths.get(parent ?? '') ?? 0) + 1;
    depths.set(clause.clause, depth);
    if (depth === deepestClause + 1)
      findings.push({
        rule: 'too-deep',
        severity: 'error',
        place: yaml.places[`clauses.${index}.parent`] ?? place,
        message: `Unexpected clause \`${clause.clause}\` on level ${depth}, expected at most ${deepestClause} levels`,
        hint: 'Look for a clause whose parent should be one further up.',
      });
  });
  if (findings.length > 0) return { edition, place, findings };
  const origin = { file: source.path, data, places: yaml.places };
  return { standard: buildTree(data, scope, origin), edition, place, findings };
}

function editionOf(value: unknown): string | undefined {
  const edition =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)['edition'] : undefined;
  return typeof edition === 'string' ? edition : undefined;
}

function buildTree(
  data: StandardData,
  scope: { readonly earlyChildhoodEducation: boolean },
  source: Standard['source'],
): Standard {
  const applying = data.clauses.filter(
    (clause) => clause.appliesWhen === undefined || scope.earlyChildhoodEducation,
  );
  const children = new Map<string, string[]>();
  for (const clause of applying)
    if (clause.parent !== undefined)
      (children.get(clause.parent) ?? children.set(clause.parent, []).get(clause.parent))?.push(
        clause.clause,
      );
  const byLabel = new Map<string, Clause>();
  const clauses = applying.map((clause) => {
    const parent = clause.parent === undefined ? undefined : byLabel.get(clause.parent);
    const own = children.get(clause.clause) ?? [];
    const built: Clause = {
      ...clause,
      edition: data.edition,
      children: own,
      leaf: clause.heading !== true,
      chapter: parent?.chapter ?? clause.clause,
      depth: (parent?.depth ?? 0) + 1,
      requires: (clause.requires ?? []).map((item) => buildItem(item, clause)),
    };
    byLabel.set(clause.clause, built);
    return built;
  });
  return {
    edition: data.edition,
    name: data.name,
    title: data.title,
    published: data.published,
    provisional: data.provisional ?? false,
    notice: data.notice,
    previous: data.previous,
    clauses,
    byLabel,
    source,
  };
}

/** A record meets `retain`; any typical type but form and record, and always a manual, meets `maintain`. */
function buildItem(item: RequiredItemData, clause: ClauseData): RequiredItem {
  const typical = clause.typicalEvidence ?? documentTypes;
  const byRule: DocumentType[] =
    item.kind === 'retain'
      ? ['record']
      : documentTypes.filter(
          (type) => type === 'manual' || (type !== 'form' && type !== 'record' && typical.includes(type)),
        );
  return { ...item, accepts: item.accepts ?? byRule, deciding: item.confidence !== 'low' };
}
